import { Session } from 'node:inspector'

/** How much was done, by file of the sources or by what was asked of the engine itself. */
export type Work = ReadonlyMap<string, number>

/** What the protocol of the inspector says of a script. */
type Script = {
  readonly url: string
  readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
}

/**
 * Work as V8 counts it: how often each block of the sources was entered, by file, and how many characters regular
 * expressions went through, by expression. It hardly depends on what else the machine does.
 */
export async function work(isOurs: (url: string) => boolean): Promise<{
  readonly of: (ask: () => unknown) => Promise<Work>
  readonly stop: () => void
}> {
  const session = new Session()
  session.connect()
  const post = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    new Promise((done, fail) =>
      session.post(method, params, (error, result) => (error ? fail(error) : done((result ?? {}) as never))),
    )
  await post('Profiler.enable')
  await post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const read = new Map<string, number>()
  const restore = countingReads((name, length) => read.set(name, (read.get(name) ?? 0) + length))
  const taken = async (): Promise<readonly Script[]> =>
    (await post('Profiler.takePreciseCoverage'))['result'] as readonly Script[]
  return {
    async of(ask) {
      await taken()
      read.clear()
      await ask()
      const done = new Map(read)
      for (const { url, functions } of await taken()) {
        if (!isOurs(url)) continue
        let sum = 0
        for (const { ranges } of functions) for (const { count } of ranges) sum += count
        done.set(url, (done.get(url) ?? 0) + sum)
      }
      return done
    },
    stop() {
      restore()
      session.disconnect()
    },
  }
}

type Tell = (name: string, length: number) => void

/** Has it told what goes on inside V8, where no block is counted: what expressions and searches read, what arrays copy. */
function countingReads(tell: Tell): () => void {
  const undo = [
    replaced(RegExp.prototype, 'exec', (exec) => {
      return function (this: RegExp, text: string) {
        const from = this.global || this.sticky ? this.lastIndex : 0
        const found = exec.call(this, text)
        const to = found ? found.index + found[0].length : this.sticky ? from : String(text).length
        // One that is anchored gives up where it begins; what it went through to see that is not known.
        if (found || !this.source.startsWith('^')) tell(`/${this.source}/`, Math.max(1, to - from))
        return found
      }
    }),
    ...(['indexOf', 'includes'] as const).map((name) =>
      replaced(String.prototype, name, (search) => {
        const { indexOf } = String.prototype
        return function (this: string, word: string, from = 0) {
          const at = indexOf.call(this, word, from)
          tell(`String.${name}`, Math.max(1, (at < 0 ? this.length : at) - from))
          return (search as typeof indexOf).call(this, word, from)
        }
      }),
    ),
    ...copying.map((name) =>
      replaced(Array.prototype, name, (own) => {
        return function (this: unknown[], ...args: unknown[]) {
          const { length } = this
          const result = (own as (...args: unknown[]) => unknown).apply(this, args)
          tell(`Array.${name}`, Array.isArray(result) ? result.length : length)
          return result
        }
      }),
    ),
  ]
  return () => {
    for (const back of undo.reverse()) back()
  }
}

/** What goes through an array without calling anything of ours. */
const copying = [
  'slice',
  'concat',
  'includes',
  'indexOf',
  'join',
  'splice',
  'unshift',
  'shift',
  'fill',
  'flat',
] as const

function replaced<T extends object, K extends keyof T>(of: T, name: K, by: (own: T[K]) => unknown): () => void {
  const own = of[name]
  const set = (value: unknown) => Object.defineProperty(of, name, { configurable: true, writable: true, value })
  set(by(own))
  return () => {
    set(own)
  }
}
