import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Settled, settleAccepted } from '../lint/accept.ts'
import type { Config } from '../lint/config.ts'
import type { Profile } from '../lint/profile.ts'
import type { Plan } from '../plan/plan.ts'
import type { Locale } from '../report/diagnostic.ts'
import { atStage, linterOf } from '../rules/linter.ts'
import { type AcceptedFile, acceptedFiles } from './accepted.ts'
import { configs } from './config.ts'
import { describeProblem, type FileProblem } from './file-problem.ts'
import { inputs } from './inputs.ts'
import { readSpeller, shippedPhrases } from './spelling.ts'
import { NotUtf8, readSource, type Source, sourceOf } from './text.ts'

/** A file that could be read, and what is found in its plan under its configuration. */
export type Readable = Source & {
  readonly path: string
  readonly config: Config
  readonly lint: (plan: Plan) => Settled
  /** What was accepted, whether it is found in this file or not. */
  readonly accepted: AcceptedFile
}

/** How files are read, as every command has it. */
export type Reading = {
  readonly lang: Locale
  /** With what tells likely wrong words. */
  readonly spelling?: boolean
  /** Another stage than that of the configuration. */
  readonly profile?: Profile
  /** Severities on top of the configuration's. */
  readonly rule?: Config['rules']
  /** Reads a document from standard input, as if it were stored by this name. */
  readonly stdinName?: string | undefined
}

/** Reads files one after another, those of folders and globs among them. One that cannot be read is named on stderr, sets exit status 2, and the rest go on. */
export async function* readFiles(
  args: readonly string[],
  { lang: locale, spelling = false, profile, rule, stdinName }: Reading,
): AsyncGenerator<Readable> {
  const paths = stdinName === undefined ? await inputs(args) : [stdinName]
  const { of, settled } = configs(spelling ? { shipped: readSpeller(shippedPhrases()) } : {})
  await settled()
  const accepted = acceptedFiles()
  const told = new Set<string>()
  const tell = (problem: FileProblem) => {
    const said = describeProblem(problem, locale)
    if (!told.has(said)) complain(said)
    told.add(said)
  }
  for (const path of paths) {
    const folder = dirname(resolve(path))
    of(folder)
    await settled()
    const found = of(folder)
    const own = accepted.of(folder)
    for (const problem of [...found.problems, ...own.problems]) tell(problem)
    const usual = found.for(path)
    const config = withRules(profile ? atStage(usual, profile) : usual, rule)
    const lint = linterOf(config)
    let source: Source | undefined
    attempt(path, locale, () => {
      source = stdinName === undefined ? readSource(path) : sourceOf(readFileSync(0))
    })
    if (source)
      yield { ...source, path, config, accepted: own, lint: (plan) => settleAccepted(lint(plan), own.entries) }
  }
}

/** Names what could not be done on stderr; the exit status is 2 from there on. */
export function complain(text: string): void {
  process.stderr.write(`yaodian: ${text}\n`)
  process.exitCode = 2
}

/** Does something to a file; an error names the file and the rest go on. */
export function attempt(path: string, locale: Locale, work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    complain(`${path}: ${reason(error, locale)}`)
    return false
  }
}

/** Sets the exit status unless a worse one is set. */
export function exitWith(status: 0 | 1): void {
  if (process.exitCode !== 2) process.exitCode = status
}

const reasons: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  ENOENT: { zh: '没有这个文件', en: 'no such file' },
  EACCES: { zh: '没有读写权限', en: 'no permission' },
  EPERM: { zh: '没有读写权限', en: 'no permission' },
  EROFS: { zh: '所在的磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满，文件没有改动', en: 'the disk is full; the file is unchanged' },
  EISDIR: { zh: '这个文件夹里没有 .plan、.gongwen、.txt', en: 'there is no .plan, .gongwen or .txt in this folder' },
}

function reason(error: unknown, locale: Locale): string {
  if (error instanceof NotUtf8) {
    return locale === 'zh'
      ? `不是 UTF-8 编码（偏移 ${error.message} 处），请另存为 UTF-8 后再检查`
      : `not UTF-8 (at offset ${error.message}); save it as UTF-8 first`
  }
  const { code = '', message } = error as NodeJS.ErrnoException
  return reasons[code]?.[locale] ?? message
}

const withSeverities = new WeakMap<Config, Config>()

/** A configuration with the severities of the command line, the same object each time: one linter serves all files. */
function withRules(config: Config, rules: Config['rules'] | undefined): Config {
  if (!rules) return config
  const known = withSeverities.get(config) ?? { ...config, rules: { ...config.rules, ...rules } }
  withSeverities.set(config, known)
  return known
}
