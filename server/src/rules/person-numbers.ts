import { has } from '../plan/characters.ts'
import { Line } from '../plan/line.ts'
import { any, sign } from '../plan/signs.ts'

/** What a number of a person is: of an identity card, of the old ones, of a bank card, of a mobile telephone. */
export type NumberKind = 'id' | 'oldId' | 'card' | 'mobile'

export type PersonNumber = {
  readonly kind: NumberKind
  /** UTF-16 columns. */
  readonly from: number
  readonly to: number
  /** Half-width, without what stands between its groups. */
  readonly digits: string
}

// Digits of either width, with one blank or hyphen between groups at most.
const run = /[0-9０-９](?:[ \u00a0　\-－‐–—]?[0-9０-９]){9,}[XxＸｘ]?/g
const group = /[0-9０-９]+[XxＸｘ]?/g
const digit = '0123456789０１２３４５６７８９'
/** What such a run has: five digits in a row, or one that goes on behind a blank or a hyphen. */
export const longNumber = any(sign(digit, digit, digit, digit, digit), sign(digit, ' \u00a0　-－‐–—', digit))

/** What a number looks like: how long its groups may be, and what holds of its digits. The more certain first. */
type Form = {
  readonly kind: NumberKind
  readonly groups: readonly (readonly number[])[]
  readonly fits: (digits: string) => boolean
}
const forms: readonly Form[] = [
  { kind: 'id', groups: [[18], [6, 8, 4], [6, 4, 4, 4]], fits: isBorn },
  {
    kind: 'card',
    groups: [[16], [17], [18], [19], [4, 4, 4, 4], [4, 4, 4, 4, 1], [4, 4, 4, 4, 2], [4, 4, 4, 4, 3], [6, 10], [6, 13]],
    fits: (digits) => issuer.test(digits) && sumsUp(digits),
  },
  {
    kind: 'mobile',
    groups: [[11], [3, 4, 4], [13], [2, 11], [2, 3, 4, 4]],
    fits: (digits) => /^(?:86)?1[3-9][0-9]{9}$/.test(digits),
  },
  { kind: 'oldId', groups: [[15]], fits: (digits) => isBorn(`${digits.slice(0, 6)}19${digits.slice(6)}`) },
]

/** The numbers of persons in a line, from left to right. What is part of a code, a sum or an address is none. */
export const personNumbers = Line.once((line): readonly PersonNumber[] => {
  if (!has(line, longNumber)) return none
  const found: PersonNumber[] = []
  for (const { index, 0: words } of line.text.matchAll(run))
    for (const each of numbersIn(line.text, index, words)) found.push(each)
  return found.length === 0 ? none : found
})

const none: readonly PersonNumber[] = []

function* numbersIn(text: string, at: number, words: string): Generator<PersonNumber> {
  const groups = [...words.matchAll(group)].map(({ index, 0: own }) => ({ from: at + index, words: own }))
  for (let i = 0; i < groups.length; ) {
    const number = numberAt(groups, i)
    if (number && isFree(text, number)) yield number
    i += number?.count ?? 1
  }
}

type Group = { readonly from: number; readonly words: string }

function numberAt(groups: readonly Group[], first: number): (PersonNumber & { readonly count: number }) | undefined {
  for (const { kind, groups: lengths, fits } of forms) {
    for (const wanted of lengths) {
      if (!wanted.every((length, k) => groups[first + k]?.words.length === length)) continue
      const own = groups.slice(first, first + wanted.length)
      const digits = own
        .map(({ words }) => words)
        .join('')
        .normalize('NFKC')
        .toUpperCase()
      if (digits.endsWith('X') && kind !== 'id') continue
      const last = own.at(-1) as Group
      const [{ from }] = own as [Group]
      if (fits(digits)) return { kind, from, to: last.from + last.words.length, digits, count: wanted.length }
    }
  }
  return undefined
}

/** What stands right before without a blank, and what in it makes an address of it. */
const tail = /(?<![\x21-\x7e])[\x21-\x7e]+$/
const address = /\/\/|www\./i
const before = /[A-Za-z_=&#%@第]$|[0-9][.．]$/
const after = /^(?:[A-Za-z_@%％‰]|[.．][0-9]|[\s　]?(?:元|万|亿|吨|千|公里|米|平方|人|户|个|次|件|条))/
const code =
  /(?:信用代码|编号|编码|代码|文号|单号|订单号|流水号|批准号|备案号|许可证|注册号|登记号|统计号|票号)(?:[为是]|[：:])?[\s　]*$/

function isFree(text: string, { kind, from, to }: PersonNumber): boolean {
  const left = text.slice(Math.max(0, from - 120), from)
  if (before.test(left.slice(-2))) return false
  if (after.test(text.slice(to, to + 4)) || address.test(tail.exec(left)?.[0] ?? '')) return false
  return kind === 'id' || !code.test(left.slice(-16))
}

/** China's own cards and those of the two networks that others are of. */
const issuer = /^(?:62[0-9]{14,17}|[45][0-9]{15}|955[0-9]{2}[0-9]{11,14})$/

/** The sum by which card numbers are checked (ISO/IEC 7812-1, annex B). */
function sumsUp(digits: string): boolean {
  let sum = 0
  for (let i = digits.length - 1, double = false; i >= 0; i--, double = !double) {
    const value = Number(digits[i]) * (double ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** Whether a province comes first, and a day on which somebody may have been born behind the six digits of the place. */
function isBorn(id: string): boolean {
  const [year, month, day] = [id.slice(6, 10), id.slice(10, 12), id.slice(12, 14)].map(Number) as [
    number,
    number,
    number,
  ]
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return provinces.test(id) && year >= 1900 && year < 2050 && exists
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Whether an identity number's last character is the one that follows from the others (GB 11643-1999 4.4). */
export function isChecked(id: string): boolean {
  const sum = weights.reduce((all, weight, i) => all + weight * Number(id[i]), 0)
  return '10X98765432'[sum % 11] === id[17]
}
