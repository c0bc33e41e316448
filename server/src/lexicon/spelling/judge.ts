import { rows } from '../entries.ts'

/**
 * Weighs evidence: the logarithm of how much likelier it is that something is a mistake than that it is none. Where the last
 * values are missing, the most that it can come to.
 */
export type Judge = (values: readonly number[]) => number

/**
 * Reads boosted trees of three questions each. A row: three times the name of a value and a threshold, then the eight
 * worths, the first question's answer counting four, the second's two, the third's one. `names`: of the values, in order.
 */
export function readJudge(tsv: string, names: readonly string[]): Judge {
  const trees = rows(tsv)
  // Each tree has three questions, whether a value is above a threshold, and eight worths.
  const features = Uint8Array.from(
    trees.flatMap((row) =>
      [0, 2, 4].map((i) => {
        const feature = names.indexOf(row[i] as string)
        if (feature < 0) throw new Error(`a judge that asks for ${row.join(' ')}`)
        return feature
      }),
    ),
  )
  const thresholds = Float64Array.from(trees.flatMap((row) => [1, 3, 5].map((i) => Number(row[i]))))
  const leaves = Float64Array.from(trees.flatMap((row) => row.slice(6).map(Number)))

  return (values) => {
    let sum = 0
    for (let tree = 0; tree < trees.length; tree++) sum += worthOf(tree, values)
    return sum
  }

  /** What a tree comes to; the most of it where it asks for a value that is missing. */
  function worthOf(tree: number, values: readonly number[]): number {
    let answer = 0
    let unknown = 0
    for (let i = 3 * tree; i < 3 * tree + 3; i++) {
      const feature = features[i] as number
      answer *= 2
      unknown *= 2
      if (feature >= values.length) unknown++
      else if ((values[feature] as number) > (thresholds[i] as number)) answer++
    }
    let most = leaves[8 * tree + answer] as number
    if (unknown !== 0)
      for (let other = answer | unknown; other > answer; other--)
        if ((other & ~unknown) === answer) most = Math.max(most, leaves[8 * tree + other] as number)
    return most
  }
}
