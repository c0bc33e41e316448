const settleMs = 800

/** `act`, called once the calls have paused, and what forgets a call still due. */
export function settled(act: () => unknown): readonly [() => void, () => void] {
  let due: ReturnType<typeof setTimeout> | undefined
  const forget = () => clearTimeout(due)
  const soon = () => {
    forget()
    due = setTimeout(act, settleMs)
  }
  return [soon, forget]
}
