/** How a number is written, by the names of WordprocessingML (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */
type Format = (n: number) => string

const digits = '〇一二三四五六七八九'
const legal = ['零壹贰叁肆伍陆柒捌玖', '拾佰仟', '万'] as const
const usual = ['〇一二三四五六七八九', '十百千', '万'] as const

/** 一百二十三; ten and what follows it have no 一 in front where `short`. */
function chinese(n: number, [own, units, large]: readonly [string, string, string], short: boolean): string {
  if (n === 0) return own.charAt(0)
  if (n >= 10_000) {
    const rest = n % 10_000
    const gap = rest > 0 && rest < 1_000 ? '零' : ''
    return (
      chinese(Math.floor(n / 10_000), [own, units, large], short) +
      large +
      gap +
      (rest ? chinese(rest, [own, units, large], false) : '')
    )
  }
  let out = ''
  let isGap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(n / 10 ** place) % 10
    if (digit === 0) {
      isGap ||= out !== ''
      continue
    }
    if (isGap) out += '零'
    isGap = false
    const unit = place > 0 ? units.charAt(place - 1) : ''
    out += (short && out === '' && digit === 1 && place === 1 ? '' : own.charAt(digit)) + unit
  }
  return out
}

const each = (n: number, own: string): string => [...String(n)].map((digit) => own.charAt(Number(digit))).join('')

/** A, B … Z, AA, BB: as Word goes on after the last letter. */
const letter = (n: number, first: number): string =>
  String.fromCharCode(first + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 30))

const romans = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(n: number): string {
  let left = Math.min(n, 3_999)
  let out = ''
  for (const [value, words] of romans) {
    while (left >= value) {
      out += words
      left -= value
    }
  }
  return out
}

/** The nth of a row of characters; past its end plain digits. */
const nth =
  (row: string): Format =>
  (n) =>
    [...row][n - 1] ?? String(n)

/** Signs that follow one another in Unicode, the first of which is 1. */
const from =
  (first: number, count: number): Format =>
  (n) =>
    n >= 1 && n <= count ? String.fromCodePoint(first + n - 1) : String(n)

const circled: Format = (n) =>
  n === 0
    ? '⓪'
    : n <= 20
      ? from(0x2460, 20)(n)
      : n <= 35
        ? from(0x3251, 15)(n - 20)
        : n <= 50
          ? from(0x32b1, 15)(n - 35)
          : String(n)

const formats: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => each(n, '０１２３４５６７８９'),
  decimalFullWidth2: (n) => each(n, '０１２３４５６７８９'),
  decimalHalfWidth: String,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3280, 10),
  chineseCounting: (n) => chinese(n, usual, true),
  chineseCountingThousand: (n) => chinese(n, usual, true),
  taiwaneseCounting: (n) => chinese(n, usual, true),
  taiwaneseCountingThousand: (n) => chinese(n, usual, true),
  japaneseCounting: (n) => chinese(n, usual, true),
  chineseLegalSimplified: (n) => chinese(n, legal, false),
  ideographLegalTraditional: (n) => chinese(n, ['零壹貳參肆伍陸柒捌玖', '拾佰仟', '萬'], false),
  ideographDigital: (n) => each(n, digits),
  japaneseDigitalTenThousand: (n) => each(n, digits),
  taiwaneseDigital: (n) => each(n, digits),
  ideographTraditional: nth('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: nth('子丑寅卯辰巳午未申酉戌亥'),
  upperLetter: (n) => letter(n, 0x41),
  lowerLetter: (n) => letter(n, 0x61),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  none: () => '',
}

/** A number as it is written in a format; one that is not known is written in digits. */
export const numberIn = (format: string, n: number): string => (formats[format] ?? String)(n)
