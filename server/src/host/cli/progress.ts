/** What is not over by then shows how far it is. In ms. */
const patience = 1_000
const often = 100

/** How far a long run is, on a terminal's stderr: one line that goes away. Elsewhere nothing. */
export function progress(say: (done: number) => string) {
  const shows = Boolean(process.stderr.isTTY)
  let done = 0
  let due = Date.now() + patience
  let isShown = false
  const clear = (): void => {
    if (isShown) process.stderr.write('\r\u001b[K')
    isShown = false
  }
  return {
    step(): void {
      done++
      if (!shows || Date.now() < due) return
      due = Date.now() + often
      process.stderr.write(`\r\u001b[K${say(done)}`)
      isShown = true
    },
    clear,
  }
}
