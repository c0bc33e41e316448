import { once } from 'node:events'
import { statSync } from 'node:fs'
import { type Acceptance, keyOf } from '../../lint/accept.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { added, type Linted, nothing, type Unused } from '../../report/json.ts'
import { type LintFormat, lintFormats } from '../../report/lint-formats.ts'
import { rules } from '../../rules/index.ts'
import { type Remembered, remember } from './cache.ts'
import { paintFor } from './colour.ts'
import { attempt, complain, exitWith, pathsOf } from './files.ts'
import { type AcceptedUse, type FileOptions, fileLinter, type Outcome } from './lint-file.ts'
import { lintThread, usualThreads } from './lint-worker.ts'
import { worked } from './pool.ts'
import { program } from './program.ts'
import { progress } from './progress.ts'

export type LintOptions = FileOptions & {
  /** So many warnings are let pass. */
  readonly maxWarnings?: number
  /** So many threads; as many as pay where it is not said. */
  readonly jobs?: number
  /** As each file is done, not in the order of the files. */
  readonly unordered?: boolean
}

/** Checks files, or what comes by standard input, and writes what was found as it is asked for. */
export async function lintFiles(args: readonly string[], options: LintOptions): Promise<void> {
  const { lang: locale, maxWarnings = 0, unordered = false, cache, unused = false } = options
  const paint = paintFor(options.color)
  const each: FileOptions = { ...options, color: paint.isColorSupported ? 'always' : 'never' }
  const format: LintFormat = lintFormats[options.format]
  const { paths, most, total } = await crewFor(args, options)
  const crew = crewOf(each, most)
  const entries = acceptedEntries()
  const files: Linted[] = []
  const found: Remembered[] = []
  const shown = progress((done) => {
    const far = total === undefined ? `${done}` : `${done}/${total}`
    return locale === 'zh' ? `已检查 ${far} 个文件……` : `${far} files checked …`
  })
  let counts = nothing
  for await (const one of worked(paths, { hire: crew.hire, most, ordered: !unordered })) {
    const notes = options.format === 'pretty' ? one.notes : []
    // What is written elsewhere does not meet it.
    if (one.problems.length + notes.length > 0 || (one.written !== '' && process.stdout.isTTY)) shown.clear()
    for (const problem of one.problems) complain(problem)
    for (const note of notes) process.stderr.write(`yaodian: ${note}\n`)
    await write(one.written)
    shown.step()
    counts = added(counts, one.counts)
    if (one.linted) files.push(one.linted)
    if (one.accepted) entries.see(one.accepted)
    if (one.remember) found.push(one.remember)
  }
  shown.clear()
  crew.end()
  const left = unused ? entries.unused() : undefined
  const context = { locale, paint, program, unused: left }
  await write(format.whole?.(files, context) ?? format.end?.(counts, context) ?? '')
  if (options.format !== 'json') for (const entry of left ?? []) process.stderr.write(`${describe(entry, locale)}\n`)
  if (cache !== undefined && !unused) attempt(cache, locale, () => remember(cache, found))
  exitWith(counts.error + (left?.length ?? 0) > 0 || counts.warning > maxWarnings ? 1 : 0)
}

/** Waits where whoever reads is slower. */
async function write(text: string): Promise<void> {
  if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** A thread is worth its start for so much text. In bytes. */
const portion = 1_000_000
/** Below that, a core is better left to what each thread has done beside it: compiling, sweeping up. In bytes. */
const long = 64_000_000

/** The files, and how many threads they are worth; of a list that is still coming, nobody knows how long it will be. */
async function crewFor(
  args: readonly string[],
  options: LintOptions,
): Promise<{ readonly paths: AsyncIterable<string>; readonly most: number; readonly total?: number }> {
  const { jobs, filesFrom } = options
  const paths = pathsOf(args, options)
  if (jobs === 1 || options.stdinName !== undefined) return { paths, most: 1 }
  if (filesFrom !== undefined) return { paths, most: jobs ?? usualThreads() }
  const all: string[] = []
  for await (const path of paths) all.push(path)
  const bytes = all.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0)
  const usual = Math.min(Math.floor(bytes / portion), usualThreads() - (bytes < long ? 1 : 0))
  return { paths: stream(all), most: Math.max(1, Math.min(jobs ?? usual, all.length)), total: all.length }
}

async function* stream(all: readonly string[]): AsyncGenerator<string> {
  yield* all
}

/** Who checks: this thread alone, or others. */
function crewOf(options: FileOptions, most: number) {
  if (most === 1) {
    const hand = fileLinter(options)
    return { hire: () => hand, end: () => {} }
  }
  const threads: ReturnType<typeof lintThread>[] = []
  const hire = (): ((path: string) => Promise<Outcome>) => {
    const thread = lintThread(options)
    threads.push(thread)
    return thread.hand
  }
  return {
    hire,
    end: () => {
      for (const thread of threads) thread.end()
    },
  }
}

function describe({ path, entry: { rule, words, excerpt } }: Unused, lang: Locale): string {
  const what = words && `“${words}”`
  return lang === 'zh'
    ? `${path}：${what}（${rule}）已经没有了，可以删去：${excerpt}`
    : `${path}: ${what} (${rule}) is found no more and can go: ${excerpt}`
}

const known = new Set<string>(rules.map(({ id }) => id))

/** Gathers what was accepted and is found in none of the files that were seen, though its rule was asked there or is no more. */
function acceptedEntries() {
  const files = new Map<string, { readonly left: Map<string, Acceptance>; readonly asked: Set<string> }>()
  return {
    see({ path, entries, found, asked }: AcceptedUse): void {
      const file = files.get(path) ?? {
        left: new Map(entries.map((entry) => [keyOf(entry), entry])),
        asked: new Set<string>(),
      }
      files.set(path, file)
      for (const key of found) file.left.delete(key)
      for (const rule of asked) file.asked.add(rule)
    },
    unused: (): readonly Unused[] =>
      [...files].flatMap(([path, { left, asked }]) =>
        [...left.values()].flatMap((entry) =>
          asked.has(entry.rule) || !known.has(entry.rule) ? [{ path, entry }] : [],
        ),
      ),
  }
}
