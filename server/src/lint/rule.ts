import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import type { Signs } from '../plan/signs.ts'
import type { Config } from './config.ts'
import type { Message } from './message.ts'
import type { Option, Options } from './option.ts'
import type { Profile } from './profile.ts'
import type { Severity } from './severity.ts'

/** Columns [from, to) of a line, in UTF-16 code units. */
export type Span = { readonly line: Line; readonly from: number; readonly to: number }

/** `text` takes the span's place; with `lineBreak` the line break behind the line goes too. */
export type Edit = Span & { readonly text: string; readonly lineBreak?: true }

/** `preferred`: the one answer. Only the preferred fixes of certain findings are ever applied in bulk. */
export type Fix = { readonly title: Message; readonly edits: readonly Edit[]; readonly preferred?: true }

export type Related = Span & { readonly message: Message }

/** What a rule yields. */
export type Found = Span & {
  readonly args?: readonly (string | number)[]
  /** Where this one is less certain than the rule's others. */
  readonly severity?: Severity
  /** Where this one needs words of its own. */
  readonly message?: Message
  readonly fixes?: readonly Fix[]
  readonly related?: readonly Related[]
}

/** What stands behind a rule: a national standard, what is usual everywhere, or a choice that each house makes. */
export type Rank = 'standard' | 'practice' | 'house'

type Base = {
  readonly id: `${string}/${string}`
  readonly severity: Severity
  /** What takes the severity's place where the document is about to go out. */
  readonly atIssue?: Severity
  /** From which stage on it is asked; from the first where there is none. */
  readonly stage?: Exclude<Profile, 'draft'>
  readonly message: Message
  /** What the rule is called in lists. */
  readonly title: Message
  /** Why it matters, for its page. */
  readonly why: Message
  /** Standard and clause, or where the practice was counted. */
  readonly source: string
  readonly rank: Rank
  readonly options?: readonly Option[]
  /** Whether a configuration has what the rule goes by; where it has not, the rule is not asked. */
  readonly wants?: (config: Config) => boolean
  /** What a line shows that has anything to find, a sign of each of these sets; of a part, what its lines show together. */
  readonly shows?: readonly Signs[]
  /** The yaodian.json that holds for the examples, where they need one. */
  readonly given?: string
  /** Documents on which the rule is silent. */
  readonly good: readonly string[]
  /** Documents with «marked» words; `! message` and `= fixed line` stand below the line they belong to. */
  readonly bad: readonly string[]
}

/** Compared by ===. */
export type Seen = string | number | boolean | undefined

/** What a rule sees that looks only at lines of one kind, but at every character of those. */
export const onlyOf =
  (isOne: (line: Line) => boolean) =>
  (line: Line): Seen =>
    isOne(line) ? line.text : undefined

/** A line rule sees one line and nothing else; a part rule sees a document or an annex and all below it. */
export type Rule = Base &
  (
    | {
        readonly scope: 'line'
        /** A closer look that spares most lines the check, where what they show is not enough to tell. */
        readonly applies?: (line: Line) => boolean
        readonly check: (line: Line, config: Config, options: Options) => Iterable<Found>
      }
    | {
        readonly scope: 'part'
        /**
         * What it looks at in a line beside the ordinal and the role. Where that stays the same in the lines that an edit
         * replaced, and the structure does, the rule finds what it found. Left out where every character counts.
         */
        readonly sees?: (line: Line) => Seen
        /** Whether a part has anything of what is checked; what is looked up for it serves the check as well. */
        readonly applies?: (part: Part) => boolean
        readonly check: (part: Part, config: Config, options: Options) => Iterable<Found>
      }
  )

/** The object is the rule, its documentation and its tests. */
export const rule = <T extends Rule>(definition: T): Rule => definition

/** Words in quotation marks, unless they bring their own. */
export const quoted = (words: string): string => (words.startsWith('“') && words.endsWith('”') ? words : `“${words}”`)

/** A fix that puts `text` in a span's place, titled by what it does. */
export function replace({ line, from, to }: Span, text: string, preferred = true): Fix {
  const words = line.text.slice(from, to)
  const title = text
    ? { zh: `改为${quoted(text)}`, en: `Replace with ${quoted(text)}` }
    : { zh: `删除${quoted(words)}`, en: `Delete ${quoted(words)}` }
  return { title, edits: [{ line, from, to, text }], ...(preferred && { preferred }) }
}

/** A message with its args put in. */
export const fill = (template: string, args: readonly (string | number)[] = []): string =>
  template.replace(/\{(\d)\}/g, (_, n: string) => String(args[Number(n)] ?? ''))
