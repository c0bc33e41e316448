// Gradient boosting of trees that ask three questions of every example (as CatBoost's do), for a yes or no.
const bins = 48
const rate = 0.15
const smoothing = 8

/** `columns`: a Float64Array for each value. `labels`: 1 or 0. Returns trees as judge.ts reads them, the base in the first. */
export function boost(columns, labels, weights, rounds) {
  const n = labels.length
  const edges = columns.map(edgesOf)
  const binned = columns.map((column, f) => Uint8Array.from(column, (value) => binOf(edges[f], value)))
  const score = new Float64Array(n)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n)
  const yes = labels.reduce((sum, label, i) => sum + label * weights[i], 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const base = Math.log(yes / (all - yes))
  score.fill(base)
  const trees = []
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]))
      gradient[i] = weights[i] * (labels[i] - p)
      hessian[i] = weights[i] * p * (1 - p)
    }
    const leaf = new Uint8Array(n)
    const questions = []
    for (let depth = 0; depth < 3; depth++) {
      const best = bestQuestion(binned, edges, leaf, gradient, hessian, 1 << depth)
      questions.push({ feature: best.feature, threshold: edges[best.feature][best.bin] })
      const column = binned[best.feature]
      for (let i = 0; i < n; i++) leaf[i] = leaf[i] * 2 + (column[i] > best.bin ? 1 : 0)
    }
    const sums = Array.from({ length: 8 }, () => ({ g: 0, h: 0 }))
    for (let i = 0; i < n; i++) {
      sums[leaf[i]].g += gradient[i]
      sums[leaf[i]].h += hessian[i]
    }
    const leaves = sums.map(({ g, h }) => (rate * g) / (h + smoothing))
    for (let i = 0; i < n; i++) score[i] += leaves[leaf[i]]
    trees.push({ questions, leaves: round === 0 ? leaves.map((value) => value + base) : leaves })
  }
  return trees
}

/** The question that parts the leaves best, the same for all of them. */
function bestQuestion(binned, edges, leaf, gradient, hessian, leaves) {
  let best = { gain: Number.NEGATIVE_INFINITY, feature: 0, bin: 0 }
  const n = leaf.length
  const g = new Float64Array(leaves * bins)
  const h = new Float64Array(leaves * bins)
  binned.forEach((column, feature) => {
    g.fill(0)
    h.fill(0)
    for (let i = 0; i < n; i++) {
      const at = leaf[i] * bins + column[i]
      g[at] += gradient[i]
      h[at] += hessian[i]
    }
    const gains = new Float64Array(edges[feature].length)
    for (let l = 0; l < leaves; l++) {
      let [allG, allH] = [0, 0]
      for (let b = 0; b < bins; b++) {
        allG += g[l * bins + b]
        allH += h[l * bins + b]
      }
      let [leftG, leftH] = [0, 0]
      for (let b = 0; b < gains.length; b++) {
        leftG += g[l * bins + b]
        leftH += h[l * bins + b]
        gains[b] += leftG ** 2 / (leftH + smoothing) + (allG - leftG) ** 2 / (allH - leftH + smoothing)
      }
    }
    gains.forEach((gain, bin) => {
      if (gain > best.gain) best = { gain, feature, bin }
    })
  })
  return best
}

/** Thresholds between as many equal shares of the values as there are bins, none twice. */
function edgesOf(column) {
  const sorted = Float64Array.from(column).sort()
  const edges = []
  for (let i = 1; i < bins; i++) {
    const value = sorted[Math.floor((i * sorted.length) / bins)]
    const next = Math.round(value * 1000) / 1000
    if (edges.at(-1) !== next && next < sorted.at(-1)) edges.push(next)
  }
  return edges
}

function binOf(edges, value) {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value > edges[middle]) low = middle + 1
    else high = middle
  }
  return low
}
