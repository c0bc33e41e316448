import { rows } from '../entries.ts'

/** Weighs evidence: the logarithm of how much likelier it is that something is a mistake than that it is none. */
export type Judge = (values: readonly number[]) => number

/** Three questions, each whether a value is above a threshold, and what each of their eight answers is worth. */
type Tree = {
  readonly features: readonly number[]
  readonly thresholds: readonly number[]
  readonly leaves: Float64Array
}

/**
 * Reads boosted trees of three questions each. A row: three times the name of a value and a threshold, then the eight
 * worths, the first question's answer counting four, the second's two, the third's one. `names`: of the values, in order.
 */
export function readJudge(tsv: string, names: readonly string[]): Judge {
  const trees = rows(tsv).map((row): Tree => {
    const features = [0, 2, 4].map((i) => names.indexOf(row[i] as string))
    if (features.includes(-1)) throw new Error(`a judge that asks for ${row.join(' ')}`)
    return {
      features,
      thresholds: [1, 3, 5].map((i) => Number(row[i])),
      leaves: Float64Array.from(row.slice(6), Number),
    }
  })
  return (values) => {
    let sum = 0
    for (const { features, thresholds, leaves } of trees) {
      let answer = 0
      for (let i = 0; i < 3; i++)
        answer = answer * 2 + ((values[features[i] as number] as number) > (thresholds[i] as number) ? 1 : 0)
      sum += leaves[answer] as number
    }
    return sum
  }
}
