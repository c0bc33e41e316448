/**
 * What lines are looked through for, a bit each: what a line shows is a set of signs, what a rule looks for another. A sign
 * is a row of characters, each one of several: 约 or 近; 、 with 和 or 及 behind it; five digits.
 */
export type Signs = {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
  readonly g: number
  readonly h: number
}

/** What one pass over a text shows of it. */
export type Shown = Signs & {
  /** Where pairs of characters stand that are watched for, by the column of the first. */
  readonly watched: readonly number[]
  /** What comes again. */
  readonly repeats: readonly Repeat[]
}

/** Where something stands that stands nearby once more, so many characters further on: to there it may be all the same. */
export type Repeat = { readonly at: number; readonly distance: number }

/** So many bits of a word are used: more would be no small integer everywhere. */
const bits = 30
const words = 8
/** How many bits of each word are taken. */
const filled: number[] = new Array(words).fill(0)

// Whether a character stands in any sign, a bit each: small enough to stay in the processor's cache.
const marked = new Int32Array(1 << 11)
// By character the row of its masks: at which places of which signs it may stand.
const rowOf = new Uint16Array(1 << 16)
const masks = new Int32Array(words << 14)
let rows = 0
/** By word, the bits of the first places. */
const starts = new Int32Array(words)

/**
 * A sign of one of the characters of each text, one beside the other. Signs are made while modules load, so that one pass
 * over a line looks for all of them.
 */
export function sign(...places: readonly string[]): Signs {
  const size = Math.max(places.length, 1)
  const word = filled.findIndex((bit) => bit + size <= bits)
  if (word < 0) throw new RangeError('no room for more signs: another word is needed')
  const first = filled[word] as number
  filled[word] = first + size
  starts[word] = (starts[word] as number) | (1 << first)
  for (const [place, characters] of places.entries()) {
    for (let i = 0; i < characters.length; i++) {
      const at = rowFor(characters.charCodeAt(i)) * words + word
      masks[at] = (masks[at] as number) | (1 << (first + place))
    }
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = Array.from({ length: words }, (_, i) =>
    i === word ? 1 << (first + size - 1) : 0,
  )
  return { a, b, c, d, e, f, g, h }
}

function rowFor(code: number): number {
  const known = rowOf[code] as number
  if (known > 0) return known
  rows++
  rowOf[code] = rows
  marked[code >> 5] = (marked[code >> 5] as number) | (1 << (code & 31))
  return rows
}

/** The characters from one to another. */
export const range = (first: number, last: number): string =>
  String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, i) => first + i))

/** Every blank that \s of a regular expression has. */
export const blanks =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
export const digits = '0123456789'
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const noSigns: Signs = { a: 0, b: 0, c: 0, d: 0, e: 0, f: 0, g: 0, h: 0 }

/** Any of some signs. */
export const any = (...all: readonly Signs[]): Signs =>
  all.reduce(
    (x, y) => ({
      a: x.a | y.a,
      b: x.b | y.b,
      c: x.c | y.c,
      d: x.d | y.d,
      e: x.e | y.e,
      f: x.f | y.f,
      g: x.g | y.g,
      h: x.h | y.h,
    }),
    noSigns,
  )

/** Whether two sets have a sign in common. */
export const meet = (x: Signs, y: Signs): boolean =>
  ((x.a & y.a) | (x.b & y.b) | (x.c & y.c) | (x.d & y.d) | (x.e & y.e) | (x.f & y.f) | (x.g & y.g) | (x.h & y.h)) !== 0

/** The pass notes itself what no row of characters shows. */

/** Words that stand twice: a Chinese character twice in a row, or more with one mark between them at most. */
export const again = sign()
/** So near. */
const nearby = 24
/** Marks of pairs that are not plainly one pair behind the other: one stands in another, or alone. */
export const uneven = sign()
/** Pairs of characters that are watched for. */
export const watched = sign()

/** What a character is among the marks of pairs: the same for both of a pair, below 0 where it closes. */
const sideOf = new Int8Array(1 << 16)
for (const [i, [open = '', close = '']] of [
  '“”',
  '《》',
  '（）',
  '()',
  '〔〕',
  '【】',
  '［］',
  '「」',
  '『』',
].entries()) {
  setSide(open, i + 1)
  setSide(close, -i - 1)
}
// These stand in others, or else are a matter of their own.
for (const one of '‘’〈〉') setSide(one, -100)

function setSide(mark: string, side: number): void {
  sideOf[mark.charCodeAt(0)] = side
  rowFor(mark.charCodeAt(0))
}

// Whether two characters side by side, and these with a third, are watched for, a bit each: small enough to stay in the
// processor's cache.
const slots = 1 << 17
const pairs = new Int32Array(slots >> 5)
const threes = new Int32Array(slots >> 5)
const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) ^ second) & (slots - 1)
/** Of a pair with what stands behind it, or `before` it, or of one that is a word by itself. */
const threeOf = (pair: number, third: number, before = 0): number =>
  (Math.imul((pair << 16) ^ third ^ before, 0x9e3779b1) >>> 15) & (slots - 1)
const leftward = 1 << 31
const isSet = (set: Int32Array, slot: number): boolean => (((set[slot >> 5] as number) >>> (slot & 31)) & 1) !== 0
const put = (set: Int32Array, slot: number): void => {
  set[slot >> 5] = (set[slot >> 5] as number) | (1 << (slot & 31))
}

/** Has the columns noted where two characters of a word stand, that at `at` and the next; now and then those of others. */
export function watch(word: string, at: number): void {
  const pair = slotOf(word.charCodeAt(at), word.charCodeAt(at + 1))
  put(pairs, pair)
  if (at + 2 < word.length) put(threes, threeOf(pair, word.charCodeAt(at + 2)))
  else if (at > 0) put(threes, threeOf(pair, word.charCodeAt(at - 1), leftward))
  else put(threes, threeOf(pair, 0))
}

/** `before` and `behind` are the characters around the pair, 0 where it begins or ends its line. */
const isWatched = (pair: number, before: number, behind: number): boolean =>
  isSet(threes, threeOf(pair, 0)) ||
  isSet(threes, threeOf(pair, behind)) ||
  isSet(threes, threeOf(pair, before, leftward))

// Where each pair was last seen, counted through all texts, so that it need not be emptied between them.
const seen = new Int32Array(1 << 12)
const most = 0x3fffffff
let passed = 0

const none: readonly never[] = []
/** Scratch of the pass: an array that grows has room for more than it ever holds. */
const noted: number[] = []

/** One pass over [from, to) of a text, which is a line of it, spares most rules a look. */
export function look(text: string, from = 0, to = text.length): Shown {
  if (passed > most - to) {
    seen.fill(0)
    passed = 0
  }
  const base = passed + nearby + 1 - from
  passed = base + to
  const startA = starts[0] as number
  const startB = starts[1] as number
  const startC = starts[2] as number
  const startD = starts[3] as number
  const startE = starts[4] as number
  const startF = starts[5] as number
  const startG = starts[6] as number
  const startH = starts[7] as number
  // What is shown, and how far each sign has come.
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  let [atA, atB, atC, atD, atE, atF, atG, atH] = [0, 0, 0, 0, 0, 0, 0, 0]
  let columns = 0
  let repeats: Repeat[] | undefined
  let before = 0
  let open = 0
  let own = 0
  // Behind the last character of any sign: what is further on begins anew.
  let next = from
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if ((((marked[code >> 5] as number) >>> (code & 31)) & 1) !== 0) {
      const at = (rowOf[code] as number) * words
      if (i !== next) atA = atB = atC = atD = atE = atF = atG = atH = 0
      next = i + 1
      atA = ((atA << 1) | startA) & (masks[at] as number)
      a |= atA
      atB = ((atB << 1) | startB) & (masks[at + 1] as number)
      b |= atB
      atC = ((atC << 1) | startC) & (masks[at + 2] as number)
      c |= atC
      atD = ((atD << 1) | startD) & (masks[at + 3] as number)
      d |= atD
      atE = ((atE << 1) | startE) & (masks[at + 4] as number)
      e |= atE
      atF = ((atF << 1) | startF) & (masks[at + 5] as number)
      f |= atF
      atG = ((atG << 1) | startG) & (masks[at + 6] as number)
      g |= atG
      atH = ((atH << 1) | startH) & (masks[at + 7] as number)
      h |= atH
      const side = sideOf[code] as number
      if (side !== 0) {
        if (side > 0 ? open !== 0 : open !== -side) own = uneven.a
        open = side > 0 ? side : 0
      }
    }
    const slot = slotOf(before, code)
    if (
      isSet(pairs, slot) &&
      isWatched(slot, i - 1 > from ? text.charCodeAt(i - 2) : 0, i + 1 < to ? text.charCodeAt(i + 1) : 0)
    ) {
      noted[columns++] = i - 1 - from
    }
    const here = base + i
    const distance = here - (seen[slot & 0xfff] as number)
    seen[slot & 0xfff] = here
    if ((distance <= nearby || before === code) && code >= 0x3400 && isAgain(text, i, distance)) {
      const far = before === code ? 1 : distance
      const repeat = { at: i - 1 - from - (far > 1 ? far : 0), distance: far }
      if (repeats === undefined) repeats = [repeat]
      else repeats.push(repeat)
    }
    before = code
  }
  if (open !== 0) own = uneven.a
  a |= own | (columns > 0 ? watched.a : 0) | (repeats ? again.a : 0)
  return { a, b, c, d, e, f, g, h, watched: columns > 0 ? noted.slice(0, columns) : none, repeats: repeats ?? none }
}

/** Whether what stands between two places where the same two characters stand comes again behind the second, all but one. */
function isAgain(text: string, at: number, distance: number): boolean {
  if (text.charCodeAt(at - 1) === text.charCodeAt(at)) return true
  let length = 2
  while (length < distance && text.charCodeAt(at - 1 + length) === text.charCodeAt(at - 1 + length - distance)) length++
  return length >= distance - 1 && distance > 1
}
