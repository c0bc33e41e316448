/** Does one thing at a time; there are as many as work side by side. */
export type Hand<T> = (item: string) => Promise<T>

/** So many items per hand may be under way or wait for their turn: enough to keep all busy, and memory does not grow. */
const ahead = 8

/**
 * What hands make of items, while more items come: in the order of the items, or as each is done. Hands are hired when there
 * is work for one more, up to `most`.
 */
export async function* worked<T>(
  items: AsyncIterable<string>,
  { hire, most, ordered }: { readonly hire: () => Hand<T>; readonly most: number; readonly ordered: boolean },
): AsyncGenerator<T> {
  const crew = hands(hire, most)
  const source = items[Symbol.asyncIterator]()
  const line: Promise<T>[] = []
  let next: Promise<IteratorResult<string>> | undefined = source.next()
  while (next || line.length > 0) {
    const room = next && line.length < most * ahead
    const done = ordered ? line.slice(0, 1) : line
    const came = await Promise.race([
      ...(room && next ? [next.then((item) => ({ item }))] : []),
      ...done.map((each) => each.then((result) => ({ result, each }))),
    ])
    if ('item' in came) {
      if (came.item.done) next = undefined
      else {
        line.push(crew(came.item.value))
        next = source.next()
      }
      continue
    }
    line.splice(line.indexOf(came.each), 1)
    yield came.result
  }
}

/** Gives each item to a hand that is free, a new one if there is none, or the first to be free again. */
function hands<T>(hire: () => Hand<T>, most: number): Hand<T> {
  const free: Hand<T>[] = []
  const waiting: ((hand: Hand<T>) => void)[] = []
  let hired = 0
  const anyHand = (): Promise<Hand<T>> | Hand<T> => {
    const hand = free.pop()
    if (hand) return hand
    if (hired >= most) return new Promise((resolve) => waiting.push(resolve))
    hired++
    return hire()
  }
  return async (item) => {
    const hand = await anyHand()
    try {
      return await hand(item)
    } finally {
      const first = waiting.shift()
      if (first) first(hand)
      else free.push(hand)
    }
  }
}
