import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rules } from '../server/src/rules/index.ts'
import { source } from './marked.ts'
import { shapes } from './shapes.ts'

/** Texts that grow longer are cut: how work grows is another test's. */
const longest = 1_500

/** What once went wrong, and what is likely to: in one line each, as JSON strings. */
export const kept: readonly string[] = readFileSync('test/data/fuzz.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))

/** Pieces that are put where nobody expects them. */
const pieces = [
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\u0000',
  '\u001b[2J',
  '\ufeff',
  '\u202e',
  '\u200b',
  '\u2028',
  '\ud800',
  '\udc00',
  '𠮷',
  'é\u0301',
  '99999999999',
  '0',
  '-1',
  '１２３',
  '〇',
  '九千九百亿',
  '第',
  '条',
  '（',
  '）',
  '《',
  '“',
  '”',
  '〔2024〕',
  '附件',
  '目录',
  '一、',
  '（一）',
  '1.',
  '1.1',
  '①',
  '第一章',
  '责任单位：',
  '（牵头单位：',
  '2024年13月32日',
  '以下简称',
  '。',
  '；',
  '|',
  '#',
  '<!--',
  '__proto__',
  'constructor',
  '{0}',
  '$&',
  '%s',
  '\\',
  ' '.repeat(50),
  '中'.repeat(200),
]

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function numbers(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const plans = '../shared/plans'
const real = (): readonly string[] =>
  existsSync(plans)
    ? readdirSync(plans)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => readFileSync(join(plans, name), 'utf8'))
    : []

/** Choices that are the same for the same seed. */
export type Chance = {
  /** A whole number from 0, less than n. */
  readonly below: (n: number) => number
  readonly one: <T>(of: readonly T[]) => T
  /** Something that is put where nobody expects it. */
  readonly piece: () => string
}

export function chance(seed: number): Chance {
  const next = numbers(seed)
  const below = (n: number) => Math.floor(next() * n)
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  return { below, one, piece: () => one(pieces) }
}

/** What texts are made of: examples of rules, hostile shapes, what once went wrong, and real plans where there are any. */
export const examples = (): string[] => [
  ...rules.flatMap(({ good, bad }) => [...good, ...bad.map(source)]),
  ...Object.values(shapes).map((shape) => shape(200)),
  ...kept,
  ...real().map((text) => text.slice(0, longest)),
]

/** What some changes make of one of many texts. */
export function changed({ below, one, piece }: Chance, pool: readonly string[]): string {
  /** One change of a text: something put in, taken out, said again, moved, or of another text. */
  const changes: readonly ((text: string, from: number, to: number) => string)[] = [
    (text, from) => text.slice(0, from) + piece() + text.slice(from),
    (text, from, to) => text.slice(0, from) + text.slice(to),
    (text, from, to) => text.slice(0, to) + text.slice(from),
    (text, from, to) => text.slice(to) + text.slice(from, to) + text.slice(0, from),
    (text, from) => text.slice(0, from) + one(pool).slice(from),
    (text, from) => text.slice(0, from) + String.fromCharCode(below(0x10000)) + text.slice(from + 1),
    (text, from, to) => text.slice(0, from) + text.slice(from, to).replace(/\d+/g, '99999999999') + text.slice(to),
    (text) => text.split('\n').reverse().join('\n'),
  ]
  let text = one(pool)
  for (let i = below(6); i >= 0; i--) {
    const [from, to] = [below(text.length + 1), below(text.length + 1)].sort((a, b) => a - b) as [number, number]
    text = one(changes)(text, from, to).slice(0, longest)
  }
  return text
}
