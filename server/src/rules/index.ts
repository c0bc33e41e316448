import type { Rule } from '../lint/rule.ts'
import { characterWidth } from './character-width.ts'
import { claimCount } from './claim-count.ts'
import { deadlineInvalid } from './deadline-invalid.ts'
import { deadlineMissing } from './deadline-missing.ts'
import { deadlineOrder } from './deadline-order.ts'
import { deadlineOutside } from './deadline-outside.ts'
import { deadlinePast } from './deadline-past.ts'
import { deadlineVague } from './deadline-vague.ts'
import { junkPasted } from './junk-pasted.ts'
import { ordinalContents } from './ordinal-contents.ts'
import { ordinalDuplicate } from './ordinal-duplicate.ts'
import { ordinalLevel } from './ordinal-level.ts'
import { ordinalOrder } from './ordinal-order.ts'
import { ordinalRunin } from './ordinal-runin.ts'
import { ordinalSingle } from './ordinal-single.ts'
import { ordinalSkip } from './ordinal-skip.ts'
import { ordinalStart } from './ordinal-start.ts'
import { ordinalStyle } from './ordinal-style.ts'
import { ownerAlias } from './owner-alias.ts'
import { ownerConflict } from './owner-conflict.ts'
import { ownerEmpty } from './owner-empty.ts'
import { ownerFormat } from './owner-format.ts'
import { ownerFormer } from './owner-former.ts'
import { ownerLead } from './owner-lead.ts'
import { ownerMissing } from './owner-missing.ts'
import { ownerRepeated } from './owner-repeated.ts'
import { ownerStray } from './owner-stray.ts'
import { ownerUnknown } from './owner-unknown.ts'
import { ownerVague } from './owner-vague.ts'
import { placeholderLeft } from './placeholder-left.ts'
import { punctuationConjunction } from './punctuation-conjunction.ts'
import { punctuationDash } from './punctuation-dash.ts'
import { punctuationDot } from './punctuation-dot.ts'
import { punctuationDoubled } from './punctuation-doubled.ts'
import { punctuationEtc } from './punctuation-etc.ts'
import { punctuationItems } from './punctuation-items.ts'
import { punctuationListed } from './punctuation-listed.ts'
import { punctuationMissing } from './punctuation-missing.ts'
import { punctuationNesting } from './punctuation-nesting.ts'
import { punctuationOrdinal } from './punctuation-ordinal.ts'
import { punctuationPair } from './punctuation-pair.ts'
import { punctuationQuote } from './punctuation-quote.ts'
import { punctuationTitle } from './punctuation-title.ts'
import { punctuationWidth } from './punctuation-width.ts'
import { referenceAttachment } from './reference-attachment.ts'
import { referenceCaption } from './reference-caption.ts'
import { referenceTarget } from './reference-target.ts'
import { spaceHidden } from './space-hidden.ts'
import { spaceInside } from './space-inside.ts'
import { spaceLatin } from './space-latin.ts'
import { spaceTab } from './space-tab.ts'
import { spaceTrailing } from './space-trailing.ts'
import { typoLikely } from './typo-likely.ts'
import { typoOrder } from './typo-order.ts'
import { typoRepeat } from './typo-repeat.ts'
import { typoVariant } from './typo-variant.ts'
import { typoWord } from './typo-word.ts'
import { wordingBanned } from './wording-banned.ts'
import { wordingFormula } from './wording-formula.ts'
/** Every rule. The order is their priority: of two findings on the same words the rule that comes first stays. */
export const rules: readonly Rule[] = [
  junkPasted,
  ordinalSkip,
  ordinalDuplicate,
  ordinalOrder,
  ordinalStart,
  ordinalStyle,
  ordinalRunin,
  ordinalLevel,
  ordinalSingle,
  ordinalContents,
  referenceTarget,
  referenceCaption,
  referenceAttachment,
  claimCount,
  ownerMissing,
  ownerEmpty,
  ownerRepeated,
  ownerConflict,
  ownerLead,
  ownerVague,
  ownerAlias,
  ownerFormer,
  ownerUnknown,
  ownerFormat,
  ownerStray,
  deadlineInvalid,
  deadlineOutside,
  deadlineOrder,
  deadlineVague,
  deadlineMissing,
  deadlinePast,
  placeholderLeft,
  wordingBanned,
  wordingFormula,
  typoWord,
  typoRepeat,
  typoOrder,
  typoLikely,
  typoVariant,
  punctuationQuote,
  punctuationNesting,
  punctuationPair,
  punctuationDoubled,
  punctuationEtc,
  punctuationConjunction,
  punctuationTitle,
  punctuationOrdinal,
  punctuationItems,
  punctuationListed,
  punctuationMissing,
  punctuationWidth,
  punctuationDash,
  punctuationDot,
  characterWidth,
  spaceHidden,
  spaceTab,
  spaceLatin,
  spaceInside,
  spaceTrailing,
]
