import { has } from './characters.ts'
import { Line, textStart } from './line.ts'
import { circled, readHan, writeHan } from './numerals.ts'
import { any, type Signs, sign } from './signs.ts'

/** A number of an enumeration inside a paragraph: 一是, 第二，, 其次, ③. Columns are UTF-16. */
export type RunIn = {
  readonly line: Line
  readonly value: number
  /** What the numbers of one enumeration have in common: 是, 要, 第, 先, ①. Enumerations of different words are apart. */
  readonly word: string
  readonly from: number
  readonly to: number
}

/** A way of numbering inside a paragraph. Its pattern finds the numbers; 十要素, 同一是非 and 第一产业 are none. */
type Kind = {
  readonly words: readonly string[]
  /** What a line has that has a second number of the kind. */
  readonly shown: Signs
  readonly pattern: RegExp
  readonly value: (words: string) => number
  readonly word: (words: string) => string
  /** The number as this kind writes it. */
  readonly write: (value: number, word: string) => string
}

const behindMark = '(?<=^|[：:。；;，,、\\s　“（）])'
const steps = ['首先', '其次', '再次']

const kinds: readonly Kind[] = [
  {
    words: ['是', '要'],
    shown: sign('一二三四五六七八九十', '是要'),
    pattern: new RegExp(
      `${behindMark}十?[一二三四五六七八九十](?:是|要)(?!否|求|点|素|件|以上|非[分曲对观，。；、])`,
      'g',
    ),
    value: (words) => readHan(words.slice(0, -1)),
    word: (words) => words.slice(-1),
    write: (value, word) => writeHan(value) + word,
  },
  {
    words: ['第'],
    shown: sign('第', '二三'),
    pattern: new RegExp(`${behindMark}第[一二三四五六七八九十](?=[，,])`, 'g'),
    value: (words) => readHan(words.slice(1)),
    word: () => '第',
    write: (value) => `第${writeHan(value)}`,
  },
  {
    words: ['先'],
    shown: sign('其', '次'),
    pattern: new RegExp(`${behindMark}(?:首先|其次|再次)(?=[，,是要])`, 'g'),
    value: (words) => steps.indexOf(words) + 1,
    word: () => '先',
    write: (value) => steps[value - 1] ?? '最后',
  },
  {
    words: ['①'],
    shown: sign('②③'),
    // Not behind a blank: there ② is a note's mark in a table.
    pattern: /(?<=^|[：:。；;，,、“（）])[①-⑳]/g,
    value: circled.read,
    word: () => '①',
    write: circled.write,
  },
]

/** The number that an enumeration's next would be written with. */
export const writeRunIn = (value: number, word: string): string =>
  (kinds.find(({ words }) => words.includes(word)) as Kind).write(value, word)

/** What a line has that has any enumeration. */
export const enumerating = any(...kinds.map(({ shown }) => shown))

/** The numbers of a line's enumerations, from left to right. */
export const runIns = (line: Line): readonly RunIn[] => (has(line, enumerating) ? read(line) : none)

const read = Line.once((line): readonly RunIn[] => {
  let found: RunIn[] | undefined
  for (const { shown, pattern, value, word } of kinds) {
    if (!has(line, shown)) continue
    found ??= []
    pattern.lastIndex = textStart(line)
    for (let match = pattern.exec(line.text); match; match = pattern.exec(line.text)) {
      const [words] = match
      found.push({ line, value: value(words), word: word(words), from: match.index, to: match.index + words.length })
    }
  }
  return found ? found.sort((a, b) => a.from - b.from) : none
})

const none: readonly RunIn[] = []
