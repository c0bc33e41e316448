/** No alphabet is larger: a character's number has 12 bits. */
export const alphabetSize = 4096
/** Numbers below this are no characters that the alphabet has: the line's end, marks, digits, letters, rare characters. */
export const firstCharacter = 16
export const lineEnd = 1
const digit = 2
const letter = 3
const sign = 4
/** Whether a number is of a figure, a letter or a sign that is no mark. */
export const isForeign = (id: number): boolean => id >= digit && id <= sign
/** A Chinese character that the alphabet lacks: no two of them need be the same. */
export const rareCharacter = 15

const marks: Readonly<Record<string, number>> = {
  '，': 5,
  '、': 7,
  '。': 6,
  '！': 6,
  '？': 6,
  '；': 8,
  '：': 9,
  '“': 10,
  '”': 10,
  '《': 11,
  '》': 12,
  '（': 13,
  '）': 14,
}

/** The number of every UTF-16 unit. */
export function idTable(alphabet: Iterable<number>): Uint16Array {
  const ids = new Uint16Array(1 << 16).fill(sign)
  ids.fill(rareCharacter, 0x3400, 0xa000)
  ids.fill(rareCharacter, 0xd800, 0xe000)
  for (const [char, id] of Object.entries(marks)) ids[char.charCodeAt(0)] = id
  for (const zero of [0x30, 0xff10]) ids.fill(digit, zero, zero + 10)
  for (const first of [0x41, 0x61, 0xff21, 0xff41]) ids.fill(letter, first, first + 26)
  for (const blank of [0x20, 0x09, 0x3000, 0xa0]) ids[blank] = lineEnd
  let id = firstCharacter
  for (const code of alphabet) ids[code] = id++
  return ids
}
