import { speller } from '../lexicon/spelling/speller.ts'
import { tabled } from '../lexicon/spelling/tables-file.ts'
import { type Config, defaults, extended } from '../lint/config.ts'
import { readConfig } from '../lint/read-config.ts'
import { repair } from '../lint/repair.ts'
import { type Plan as Read, analyze as read } from '../plan/plan.ts'
import { diagnostic } from '../report/diagnostic.ts'
import { outline as outlineOf } from '../report/outline.ts'
import { duties } from '../report/owner-list.ts'
import { rules as all } from '../rules/index.ts'
import { linterOf } from '../rules/linter.ts'

// What the package gives as a library. The types stand here in full, apart from those within: they are a promise to
// others, and the compiler holds that what is within keeps it. Text in, values out: nothing here touches the machine.

declare const isPlan: unique symbol
/** A text that was read. What is in it is the engine's own; `outline` and `owners` say it. */
export type Plan = { readonly text: string; readonly [isPlan]: true }

export type Locale = 'zh' | 'en'
export type Severity = 'error' | 'warning' | 'information' | 'hint'

/** Lines and UTF-16 columns from 0, as LSP has them. */
export type Position = { readonly line: number; readonly character: number }
export type Range = { readonly start: Position; readonly end: Position }
export type TextEdit = { readonly range: Range; readonly newText: string }

/** `preferred`: the one that the rule would choose. All edits of a fix belong together. */
export type Fix = { readonly title: string; readonly preferred: boolean; readonly edits: readonly TextEdit[] }

export type Finding = {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly range: Range
  readonly fixes: readonly Fix[]
  readonly related?: readonly { readonly range: Range; readonly message: string }[]
}

/** How to check. Give the same object again and what was found in unchanged lines is remembered. */
export type Options = {
  /** What stands in a yaodian.json, as its text or as an object. What is wrong in it is left out: see `problems`. */
  readonly config?: string | object
  /** Language of the messages; zh where it is not said. */
  readonly locale?: Locale
  /** The day of the check, 2024-06-30; the machine's day where it is not said. */
  readonly today?: string
  /** The unpacked bytes of yaodian/phrases.bin.gz and yaodian/context.bin.gz: with them words that are likely wrong are told. */
  readonly spelling?: { readonly phrases: Uint8Array; readonly context: Uint8Array }
}

/** What is wrong in a configuration: offset and length are those of its text, in UTF-16 units. */
export type Problem = { readonly message: string; readonly offset: number; readonly length: number }

/** `ordinal` as it is written, `level` from 1; `lead` and `support` answer for it. */
export type Item = {
  readonly ordinal: string
  readonly level: number
  readonly value: number
  readonly title: string
  readonly range: Range
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly deadline: string | null
  readonly items: readonly Item[]
}
export type Document = { readonly title: string; readonly range: Range; readonly items: readonly Item[] }

/** A task, or one of its sentences, and who answers for it. `due` is the last day (2024-06-30 or empty), `line` from 1. */
export type Duty = {
  readonly number: number
  readonly section: string
  readonly task: string
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly leader: readonly string[]
  readonly deadline: string
  readonly due: string
  readonly place: string
  readonly document: string
  readonly line: number
}

export type Rule = {
  readonly id: string
  readonly severity: Severity
  readonly title: Readonly<Record<Locale, string>>
  readonly why: Readonly<Record<Locale, string>>
  /** The standard and its clause, or where the practice was counted. */
  readonly source: string
}

/** Reads a text (no BOM): any text gives a plan. With the plan of an earlier version only what changed is read. */
export const analyze = (text: string, before?: Plan): Plan => shown(read(text, before && within(before)))

/** What is wrong in a text or a plan, from its beginning to its end. */
export function lint(given: string | Plan, options: Options = usual): readonly Finding[] {
  const plan = within(given)
  const locale = options.locale ?? 'zh'
  return linterOf(configOf(options))(plan).map((finding) => diagnostic(plan, finding, locale))
}

/** A text with every certain mistake mended, and how many there were. What no fix names stays as it was. */
export function fix(text: string, options: Options = usual): { readonly text: string; readonly count: number } {
  return repair(text, linterOf(configOf(options)))
}

/** The documents in a text with their items, who answers for each and until when. */
export const outline = (given: string | Plan): readonly Document[] => outlineOf(within(given))

/** The list of who answers for what. `year`: the one that is planned for, where the title does not say. */
export const owners = (given: string | Plan, { year }: { readonly year?: number } = {}): readonly Duty[] =>
  duties(within(given), { year })

/** Every rule, in the order of its priority. */
export const rules: readonly Rule[] = all.map(({ id, severity, title, why, source }) => ({
  id,
  severity,
  title,
  why,
  source,
}))

/** What is wrong in a configuration, and what of it only the command line and the editor can follow. */
export function problems(config: string | object, locale: Locale = 'zh'): readonly Problem[] {
  const written = readConfig(textOf(config), all)
  const files = Object.keys(written.files)
  const beyond = [
    ...files,
    ...(written.bases.length > 0 ? ['extends'] : []),
    ...(written.overrides.length > 0 ? ['overrides'] : []),
  ]
  return [
    ...written.problems.map(({ message, ...place }) => ({ message: message[locale], ...place })),
    ...beyond.map((key) => ({ message: byFiles(key)[locale], ...written.placeOf([key]) })),
  ]
}

const byFiles = (key: string): Readonly<Record<Locale, string>> => ({
  zh: `“${key}”要读别的文件或看文件名，作为库调用时不起作用；请直接写出内容`,
  en: `“${key}” needs other files or the file’s name, which a library does not see; write out what it says`,
})

const usual: Options = {}

/** Linters are remembered by their configuration: the same options on the same day give the same one. */
const known = new WeakMap<Options, Config>()

function configOf(options: Options): Config {
  const today = options.today ?? isoDate(new Date())
  const there = known.get(options)
  if (there?.today === today) return there
  const { said } = readConfig(textOf(options.config ?? {}), all)
  const { spelling } = options
  const own = extended(defaults, said)
  const config = { ...own, today, speller: spelling && speller(tabled(spelling.phrases), spelling.context) }
  known.set(options, config)
  return config
}

const textOf = (config: string | object): string => (typeof config === 'string' ? config : JSON.stringify(config))

const isoDate = (day: Date): string =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-')

const shown = (plan: Read): Plan => plan as Read & { readonly [isPlan]: true }
const within = (given: string | Plan): Read =>
  typeof given === 'string' ? within(analyze(given)) : (given as Plan & Read)
