import type { Rule } from '../lint/rule.ts'
import { characterWidth } from './character-width.ts'
import { claimCount } from './claim-count.ts'
import { dateForm } from './date-form.ts'
import { dateInvalid } from './date-invalid.ts'
import { dateWeekday } from './date-weekday.ts'
import { deadlineInvalid } from './deadline-invalid.ts'
import { deadlineMissing } from './deadline-missing.ts'
import { deadlineOrder } from './deadline-order.ts'
import { deadlineOutside } from './deadline-outside.ts'
import { deadlinePast } from './deadline-past.ts'
import { deadlineVague } from './deadline-vague.ts'
import { docnumberForm } from './docnumber-form.ts'
import { duplicateItem } from './duplicate-item.ts'
import { duplicateNear } from './duplicate-near.ts'
import { junkLeftover } from './junk-leftover.ts'
import { junkMarkup } from './junk-markup.ts'
import { junkPasted } from './junk-pasted.ts'
import { nameLeader } from './name-leader.ts'
import { numberApproximate } from './number-approximate.ts'
import { numberBounds } from './number-bounds.ts'
import { numberDecrease } from './number-decrease.ts'
import { numberMixed } from './number-mixed.ts'
import { numberPercent } from './number-percent.ts'
import { numberRange } from './number-range.ts'
import { numberZero } from './number-zero.ts'
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
import { placeForeign } from './place-foreign.ts'
import { placeholderLeft } from './placeholder-left.ts'
import { privacyAccount } from './privacy-account.ts'
import { privacyCard } from './privacy-card.ts'
import { privacyId } from './privacy-id.ts'
import { privacyPhone } from './privacy-phone.ts'
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
import { secretMark } from './secret-mark.ts'
import { spaceHidden } from './space-hidden.ts'
import { spaceInside } from './space-inside.ts'
import { spaceLatin } from './space-latin.ts'
import { spaceTab } from './space-tab.ts'
import { spaceTrailing } from './space-trailing.ts'
import { termShort } from './term-short.ts'
import { termTitle } from './term-title.ts'
import { titleCarrier } from './title-carrier.ts'
import { titleMark } from './title-mark.ts'
import { titleOfKind } from './title-of.ts'
import { typoLikely } from './typo-likely.ts'
import { typoOrder } from './typo-order.ts'
import { typoRepeat } from './typo-repeat.ts'
import { typoVariant } from './typo-variant.ts'
import { typoWord } from './typo-word.ts'
import { wordingBanned } from './wording-banned.ts'
import { wordingFormula } from './wording-formula.ts'
import { yearStale } from './year-stale.ts'

/** Every rule. The order is their priority: of two findings on the same words the rule that comes first stays. */
export const rules: readonly Rule[] = [
  junkPasted,
  junkMarkup,
  junkLeftover,
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
  yearStale,
  placeholderLeft,
  privacyId,
  privacyCard,
  privacyPhone,
  privacyAccount,
  secretMark,
  nameLeader,
  wordingBanned,
  wordingFormula,
  typoWord,
  typoRepeat,
  typoOrder,
  typoLikely,
  typoVariant,
  docnumberForm,
  numberZero,
  numberPercent,
  numberRange,
  numberApproximate,
  numberBounds,
  numberMixed,
  numberDecrease,
  dateInvalid,
  dateWeekday,
  dateForm,
  titleMark,
  titleOfKind,
  titleCarrier,
  termTitle,
  termShort,
  duplicateItem,
  duplicateNear,
  placeForeign,
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
