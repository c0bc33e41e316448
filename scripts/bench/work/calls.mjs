// How often each function of the product is called: exact, and the same on every machine. V8 counts, the product does not
// know of it.
import { Session } from 'node:inspector/promises'
import { setFlagsFromString } from 'node:v8'

// A function is counted from its first call on, not from when it has become warm. Before the product is loaded.
setFlagsFromString('--no-lazy-feedback-allocation')

/** Counts from here on, without compiling anything further. Gives the calls since it was last asked. */
export async function countedCalls() {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result.flatMap(({ url, functions }) => {
      const path = /\/server\/src\/(.*)$/.exec(url)?.[1]
      if (path === undefined) return []
      return functions.map(({ functionName, ranges }) => ({ path, name: functionName, calls: ranges[0].count }))
    })
  }
}
