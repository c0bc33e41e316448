import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Settled, settleAccepted } from '../../lint/accept.ts'
import type { Config } from '../../lint/config.ts'
import type { Profile } from '../../lint/profile.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { atStage, linterOf } from '../../rules/linter.ts'
import { type AcceptedFile, acceptedFiles } from '../accepted.ts'
import { disk, diskConfigs } from '../disk.ts'
import type { Encoding } from '../encoding.ts'
import { describeProblem, type FileProblem } from '../file-problem.ts'
import { shippedSpeller, tabledHere } from '../spelling.ts'
import { readDocument, type Source } from '../text.ts'
import { told } from '../told.ts'
import { userWordsPath } from '../user-words.ts'
import { inputs } from './inputs.ts'

/** A file that could be read, and what is found in its plan under its configuration. */
export type Readable = Source & {
  readonly path: string
  readonly config: Config
  readonly lint: (plan: Plan) => Settled
  /** What was accepted, whether it is found in this file or not. */
  readonly accepted: AcceptedFile
  /** The files that say how it is checked, there or not. */
  readonly sources: readonly string[]
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
  /** The encoding of text files, where it is not to be found out. */
  readonly encoding?: Encoding
  /** Reads a document from standard input, as if it were stored by this name. */
  readonly stdinName?: string | undefined
  /** A file that names files, or `-` for standard input. */
  readonly filesFrom?: string | undefined
}

/** Reads files one after another, those of folders and globs among them. One that cannot be read is named on stderr, sets exit status 2, and the rest go on. */
export async function* readFiles(args: readonly string[], reading: Reading): AsyncGenerator<Readable> {
  const read = fileReader(reading, complain)
  for await (const path of pathsOf(args, reading)) {
    try {
      yield await read(path)
    } catch (error) {
      complain(`${path}: ${told(error)[reading.lang]}`)
    }
  }
}

/** The files that a command is to read. */
export const pathsOf = (args: readonly string[], { stdinName, filesFrom }: Reading): AsyncIterable<string> =>
  stdinName === undefined ? inputs(args, filesFrom) : only(stdinName)

async function* only(path: string): AsyncGenerator<string> {
  yield path
}

/** Reads a file and what holds for it; rejects where that cannot be. `say`: what is wrong in a configuration, once. */
export function fileReader(reading: Reading, say: (problem: string) => void): (path: string) => Promise<Readable> {
  const { lang, spelling = false, profile, rule, stdinName, encoding } = reading
  const { of, settled } = diskConfigs(spelling ? { shipped: shippedSpeller(tabledHere) } : {})
  const accepted = acceptedFiles(disk)
  const known = new Set<string>()
  const tell = (problem: FileProblem) => {
    const said = describeProblem(problem, lang)
    if (!known.has(said)) say(said)
    known.add(said)
  }
  return async (path) => {
    const folder = dirname(resolve(path))
    await settled()
    of(folder)
    await settled()
    const found = of(folder)
    const own = accepted.of(folder)
    for (const problem of [...found.problems, ...own.problems]) tell(problem)
    const usual = found.for(path)
    const config = withRules(profile ? atStage(usual, profile) : usual, rule)
    const lint = linterOf(config)
    const source = await readDocument(path, encoding, stdinName === undefined ? undefined : readFileSync(0))
    return {
      ...source,
      path,
      config,
      accepted: own,
      sources: [...found.sources, userWordsPath(), ...(own.path === undefined ? [] : [own.path])],
      lint: (plan) => settleAccepted(lint(plan), own.entries),
    }
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
    complain(`${path}: ${told(error)[locale]}`)
    return false
  }
}

/** Sets the exit status unless a worse one is set. */
export function exitWith(status: 0 | 1): void {
  if (process.exitCode !== 2) process.exitCode = status
}

const withSeverities = new WeakMap<Config, Config>()

/** A configuration with the severities of the command line, the same object each time: one linter serves all files. */
function withRules(config: Config, rules: Config['rules'] | undefined): Config {
  if (!rules) return config
  const known = withSeverities.get(config) ?? { ...config, rules: { ...config.rules, ...rules } }
  withSeverities.set(config, known)
  return known
}
