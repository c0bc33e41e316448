/** What must or must not stand right before or after the word. */
type Condition = { readonly side: 'before' | 'after'; readonly wanted: boolean; readonly texts: readonly string[] }

export type Entry = {
  readonly wrong: string
  readonly right: string
  /** What the list says of it: how certain it is that the word is wrong, or which kind of word it is. */
  readonly kind: string
  readonly note: string
  readonly conditions: readonly Condition[]
}

/** The rows of a data file: tab-separated, # begins a comment line. */
export const rows = (tsv: string): readonly (readonly string[])[] =>
  tsv
    .split(/\r?\n/)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** Reads a word list: wrong, right, kind, conditions (+after:A|B -before:C), note. */
export const readEntries = (tsv: string): readonly Entry[] =>
  rows(tsv).map(([wrong = '', right = '', kind = '', conditions = '', note = '']) => ({
    wrong,
    right,
    kind,
    note,
    conditions: readConditions(conditions),
  }))

/** +after:A|B -before:C: what stands right behind must, what stands right before must not be one of these. */
export const readConditions = (text: string): readonly Condition[] => text.split(' ').filter(Boolean).map(readCondition)

function readCondition(text: string): Condition {
  const colon = text.indexOf(':')
  return {
    side: text.slice(1, colon) === 'before' ? 'before' : 'after',
    wanted: text.startsWith('+'),
    texts: text.slice(colon + 1).split('|'),
  }
}

/** Whether an entry's neighbours at [from, to) of a text are as it asks. */
export const holds = (entry: Pick<Entry, 'conditions'>, text: string, from: number, to: number): boolean =>
  entry.conditions.every(({ side, wanted, texts }) => {
    const there =
      side === 'after' ? texts.some((t) => text.startsWith(t, to)) : texts.some((t) => text.endsWith(t, from))
    return there === wanted
  })
