// Learns how well characters fit what stands around them (lexicon/spelling/context.ts): at each place of the texts the
// character that stands there against some of those that it may be a slip for.
import { firstCharacter, lineEnd } from '../../server/src/lexicon/spelling/alphabet.ts'
import {
  distanceOf,
  pairRows,
  readSlots,
  rowTable,
  slotCount,
  writeContext,
} from '../../server/src/lexicon/spelling/context.ts'
import { idIn } from '../../server/src/lexicon/spelling/slips.ts'
import { seeded } from './slip.mjs'

const width = 72
const epochs = 2
/** How many rivals a character is held against at a time; frequent ones come more often. */
const rivals = { most: 12, byFrequency: 0.3 }
/** Adagrad's first step, and how small its last is; gates move more slowly. */
const rate = { first: 0.25, last: 0.05, gates: 0.3 }
/** Where a character is as likely as this, nothing is left to learn. */
const certain = 0.97
/** Weights are kept in so many steps for each standard deviation. */
const steps = 3

/** The bytes of what is learned from texts; `phrases`: of the same texts, or of more. */
export function learnContext(texts, phrases, seed) {
  const random = seeded(seed)
  const alphabet = alphabetOf(phrases)
  const rowOf = rowTable(alphabet, phrases)
  const characters = firstCharacter + alphabet.length
  const rivalsOf = rivalTable(alphabet, phrases)
  const ids = idsOf(texts, phrases, random)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const around = Float32Array.from({ length: (characters + pairRows) * width }, () => 0.1 * normal())
  const gates = Float32Array.from(
    { length: slotCount * width },
    (_, i) => (0.6 * normal()) / distanceOf(Math.floor(i / width)),
  )
  const own = new Float32Array(characters * width)
  const alone = new Float32Array(characters)
  // What each row has moved so far.
  const moved = {
    around: squares(characters + pairRows),
    gates: squares(slotCount),
    own: squares(characters),
    alone: squares(characters),
  }

  const rows = new Int32Array(slotCount)
  const sum = new Float32Array(width)
  const slope = new Float32Array(width)
  const chosen = new Int32Array(rivals.most + 1)
  const shares = new Float64Array(rivals.most + 1)
  const places = ids.length * epochs
  for (let place = 0; place < places; place++) {
    const at = place % ids.length
    const right = rowOf[ids[at]]
    const others = rivalsOf[right]
    if (!others) continue
    const step = rate.first * Math.max(rate.last, 1 - place / places)
    readSlots(ids, at, rowOf, characters, rows)
    sum.fill(0)
    for (let k = 0; k < slotCount; k++) {
      if (rows[k] < 0) continue
      const r = rows[k] * width
      const g = k * width
      for (let i = 0; i < width; i++) sum[i] += around[r + i] * gates[g + i]
    }
    const count = choose(others, right, chosen, random)
    let all = 0
    for (let k = 0; k < count; k++) {
      const o = chosen[k] * width
      let fit = alone[chosen[k]]
      for (let i = 0; i < width; i++) fit += own[o + i] * sum[i]
      shares[k] = Math.exp(Math.min(fit, 60))
      all += shares[k]
    }
    if (shares[0] / all > certain) continue
    slope.fill(0)
    for (let k = 0; k < count; k++) {
      const row = chosen[k]
      const error = (k === 0 ? 1 : 0) - shares[k] / all
      if (Math.abs(error) < 1e-3) continue
      const o = row * width
      let square = 0
      for (let i = 0; i < width; i++) {
        slope[i] += error * own[o + i]
        square += sum[i] * sum[i]
      }
      moved.own[row] += (error * error * square) / width
      moved.alone[row] += error * error
      const move = (step * error) / Math.sqrt(moved.own[row])
      for (let i = 0; i < width; i++) own[o + i] += move * sum[i]
      alone[row] += (step * error) / Math.sqrt(moved.alone[row])
    }
    for (let k = 0; k < slotCount; k++) {
      if (rows[k] < 0) continue
      const r = rows[k] * width
      const g = k * width
      let [square, gateSquare] = [0, 0]
      for (let i = 0; i < width; i++) {
        const x = slope[i] * gates[g + i]
        const y = slope[i] * around[r + i]
        square += x * x
        gateSquare += y * y
      }
      moved.around[rows[k]] += square / width
      moved.gates[k] += gateSquare / width
      const move = step / Math.sqrt(moved.around[rows[k]])
      const gateMove = (step * rate.gates) / Math.sqrt(moved.gates[k])
      for (let i = 0; i < width; i++) {
        const weight = around[r + i]
        around[r + i] += move * slope[i] * gates[g + i]
        gates[g + i] += gateMove * slope[i] * weight
      }
    }
  }
  // What has never moved says nothing.
  for (let row = 0; row < characters + pairRows; row++)
    if (moved.around[row] === least) around.fill(0, row * width, (row + 1) * width)
  const kept = { around: inSteps(around), own: inSteps(own) }
  return writeContext({
    alphabet,
    gates: gates.map((gate) => gate * kept.around.step * kept.own.step),
    alone,
    around: kept.around.values,
    own: kept.own.values,
  })
}

const least = 0.01
const squares = (length) => new Float32Array(length).fill(least)

/** Whole numbers of steps. */
function inSteps(weights) {
  const used = weights.filter((weight) => weight !== 0)
  const step = Math.sqrt(used.reduce((sum, weight) => sum + weight * weight, 0) / used.length) / steps
  return { step, values: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))) }
}

/** The characters of phrases, in their order. */
function alphabetOf({ single, charOf }) {
  return Uint16Array.from(
    single.subarray(firstCharacter).filter((count) => count > 0),
    (_, i) => charOf(firstCharacter + i).charCodeAt(0),
  )
}

/** By row the rows of what a character may be a slip for, and sums of how often each is to be taken. */
function rivalTable(alphabet, phrases) {
  const table = []
  const rowOf = rowTable(alphabet, phrases)
  alphabet.forEach((code, i) => {
    const ids = Array.from(phrases.slips(code)?.entries ?? [], idIn)
    if (ids.length === 0) return
    let sum = 0
    const sums = Float64Array.from(ids, (id) => (sum += phrases.single[id] ** rivals.byFrequency))
    table[firstCharacter + i] = { rows: ids.map((id) => rowOf[id]), sums, sum }
  })
  return table
}

/** Puts the right one and some of its rivals in `chosen`; says how many. */
function choose({ rows, sums, sum }, right, chosen, random) {
  chosen[0] = right
  const count = Math.min(rivals.most, rows.length)
  for (let k = 0; k < count; k++) {
    if (rows.length <= rivals.most) chosen[k + 1] = rows[k]
    else {
      const x = random() * sum
      let low = 0
      let high = sums.length - 1
      while (low < high) {
        const middle = (low + high) >> 1
        if (sums[middle] < x) low = middle + 1
        else high = middle
      }
      chosen[k + 1] = rows[low]
    }
  }
  return count + 1
}

/** The texts as numbers, in a random order: what comes last weighs most. A line that a text says twice counts once. */
function idsOf(texts, { idOf }, random) {
  const order = texts.map((text) => ({ text, by: random() })).sort((a, b) => a.by - b.by)
  const lines = order.flatMap(({ text }) => [...new Set(text.split(/\r\n|\n|\r/))].map((line) => line.trim()))
  const ids = new Uint16Array(lines.reduce((sum, { length }) => sum + length + 1, 1)).fill(lineEnd)
  let at = 1
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) ids[at++] = idOf(line.charCodeAt(i))
    at++
  }
  return ids
}
