import type { Option } from '../lint/option.ts'
import { type Edit, type Found, onlyOf, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { any, sign } from '../plan/signs.ts'

const styles = ['auto', 'with', 'without'] as const
type Style = (typeof styles)[number]

const style: Option<string> = {
  name: 'style',
  default: 'auto',
  about: {
    zh: '相邻的引号、书名号之间：auto 以文档的多数为准，with 一律加顿号，without 一律不加。',
    en: 'Between quotes and between title marks: the document’s majority, always 、, or never.',
  },
  values: styles,
}

/** From so many places on, and so many times the others, the majority of a document is its style. */
const atLeast = 4
const times = 3

const places = [
  { pair: '“”', listed: '”、“', bare: '”“', pattern: /”、?“/g },
  { pair: '《》', listed: '》、《', bare: '》《', pattern: /》、?《/g },
] as const
type Place = (typeof places)[number]

const sideBySide = any(sign('”》', '“《'), sign('”》', '、', '“《'))
const areSideBySide = (line: Line): boolean => has(line, sideBySide)

export const punctuationListed = rule({
  id: 'punctuation/listed',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '并列引号、书名号之间的顿号', en: '、 between quotes' },
  message: { zh: '别处并列的{0}之间{1}顿号', en: 'Elsewhere there is {2}、 between {0}' },
  why: {
    zh: '标有引号、书名号的并列成分之间通常不用顿号，国务院文件多用；一份文件里应当一致。',
    en: 'Between quotes and titles side by side 、 is usually left out, though many issued documents have it; one document keeps to one way.',
  },
  source: 'GB/T 15834-2011 4.5.3.5；公开文件两种都有',
  rank: 'house',
  options: [style],
  good: ['一、“甲”、“乙”、“丙”、“丁”。', '一、“甲”“乙”“丙”“丁”，《甲》、《乙》。', '一、“甲”“乙”“丙”、“丁”。'],
  bad: [
    '一、“甲”“乙”“丙”“丁”“戊”。\n二、“甲«”、“»乙”。\n! 别处并列的“”之间不用顿号\n= 二、“甲”“乙”。',
    '一、《甲》、《乙》、《丙》、《丁》、《戊》。\n二、《甲«》《»乙》。\n! 别处并列的《》之间用顿号\n= 二、《甲》、《乙》。',
  ],
  shows: [sideBySide],
  sees: onlyOf(areSideBySide),
  *check(part, _, options) {
    const wanted = options(style) as Style
    for (const place of places) yield* odd(part, place, wanted)
  },
})

function* odd(part: Part, place: Place, wanted: Style): Generator<Found> {
  const bare: Edit[] = []
  const listed: Edit[] = []
  for (const line of part.lines) {
    const { text } = line
    if (!areSideBySide(line)) continue
    for (const { index: from, 0: words } of text.matchAll(place.pattern)) {
      const span = { line, from, to: from + words.length }
      const [close = '', open = ''] = [words.charAt(0), words.slice(-1)]
      if (words.length > 2) listed.push({ ...span, text: close + open })
      else bare.push({ ...span, text: `${close}、${open}` })
    }
  }
  const usual = wanted === 'auto' ? majority(bare.length, listed.length) : wanted
  if (usual === undefined) return
  for (const { text, ...span } of usual === 'with' ? bare : listed) {
    const title = usual === 'with' ? add : drop
    const message = wanted === 'auto' ? undefined : usual === 'with' ? house : houseWithout
    const args = [place.pair, usual === 'with' ? '用' : '不用', usual === 'with' ? '' : 'no ']
    const fixes = [{ title, preferred: true as const, edits: [{ ...span, text }] }]
    yield { ...span, args, fixes, ...(message && { message }) }
  }
}

function majority(bare: number, listed: number): Style | undefined {
  if (bare >= atLeast && bare >= times * listed) return 'without'
  if (listed >= atLeast && listed >= times * bare) return 'with'
  return undefined
}

const add = { zh: '加顿号', en: 'Put 、' }
const drop = { zh: '去掉顿号', en: 'Take 、 away' }
const house = { zh: '并列的{0}之间用顿号', en: '、 stands between {0}' }
const houseWithout = { zh: '并列的{0}之间不用顿号', en: 'No 、 stands between {0}' }
