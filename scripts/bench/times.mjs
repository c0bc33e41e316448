// How times are taken: in turn with what they are compared with, so that whatever else the machine does weighs on all alike.

/**
 * The quickest round of several works, in ms a run: what else the machine does only ever adds, so that the quickest is
 * nearest to the work itself and the same for all. Each is done over and over for a while before the next one's turn, so
 * that it is measured with its own code and data in the processor's caches.
 */
export function quickest(rounds, works, ms = 600) {
  const times = works.map(() => Number.POSITIVE_INFINITY)
  // The first round only makes the code warm.
  for (let round = -1; round < rounds; round++) {
    for (const [k, work] of works.entries()) {
      const time = timed(work, ms)
      if (round >= 0) times[k] = Math.min(times[k], time)
    }
  }
  return times
}

/** Over and over for so many ms, once at least; ms a run. */
function timed(work, ms) {
  const start = performance.now()
  let runs = 0
  let time = 0
  while (time < ms) {
    work()
    runs++
    time = performance.now() - start
  }
  return time / runs
}

/** The same for works that are awaited and say themselves how long they took. */
export async function quickestOf(rounds, works) {
  const times = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [k, work] of works.entries()) times[k] = Math.min(times[k], await work())
  return times
}

export function quantile(times, q) {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]
}

export const ms = (time) => (time < 10 ? time.toFixed(2) : time.toFixed(0))
export const quantiles = (times) => [0.5, 0.95, 0.99].map((q) => ms(quantile(times, q))).join(' / ')
