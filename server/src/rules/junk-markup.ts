import { type Found, replace, rule } from '../lint/rule.ts'
import { kind } from '../plan/characters.ts'
import { any, sign } from '../plan/signs.ts'

const tag =
  /<\/?(?:p|span|br|div|td|tr|th|table|tbody|strong|b|em|i|font|a|img|h[1-6]|ul|ol|li|sup|sub)(?:\s[^<>]{0,200})?\/?>/gi
const entity =
  /&(?:nbsp|quot|amp|lt|gt|ldquo|rdquo|lsquo|rsquo|mdash|middot|hellip|emsp|ensp|thinsp|permil|times|divide|plusmn|deg|laquo|raquo|sp|#[0-9]{2,5}|#x[0-9a-f]{2,5});/gi
const bold = /(?<!\*)\*\*([^*]{1,80})\*\*(?!\*)|(?<!_)__([^_\s][^_]{0,80})__(?!_)/g
const heading = /^#{1,6} +(?=\S)/g
const link = /!?\[([^[\]]{0,60})\]\(https?:[^()\s]{1,300}\)/g
const fence = /^```[a-z]*\s*$/g
const characters: Readonly<Record<string, string>> = {
  nbsp: '',
  amp: '&',
  lt: '<',
  gt: '>',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  middot: '·',
  hellip: '…',
  emsp: '',
  ensp: '',
  thinsp: '',
  permil: '‰',
  times: '×',
  divide: '÷',
  plusmn: '±',
  deg: '°',
  laquo: '《',
  raquo: '》',
  sp: '',
}

/** [words](address) */
const linked = sign(']', '(')

export const junkMarkup = rule({
  id: 'junk/markup',
  scope: 'line',
  severity: 'error',
  title: { zh: '网页和排版的标记', en: 'Markup left' },
  message: { zh: '“{0}”是网页或排版软件的标记，应去掉', en: '“{0}” is markup and should go' },
  why: {
    zh: '从网页、聊天工具复制的文字常带着代码，在编辑器里不显眼，印出来就是乱码。',
    en: 'Text copied from web pages and chats brings tags, entities and asterisks.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['一、推广R&D投入，3*5米，增长<5%的企业。', '一、面积a*b，#1机组，附件1#。'],
  bad: [
    '一、«<p>»加强领导«</p>»\n! “<p>”是网页或排版软件的标记，应去掉\n! “</p>”是网页或排版软件的标记，应去掉\n= 一、加强领导',
    '一、«&ldquo;»四个意识”\n! “&ldquo;”是网页或排版软件的标记，应去掉\n= 一、“四个意识”',
    '一、«&quot;»四个意识«&quot;»\n! “&quot;”是网页或排版软件的标记，应去掉\n! “&quot;”是网页或排版软件的标记，应去掉',
    '一、«**加强领导**»。\n! “**加强领导**”是网页或排版软件的标记，应去掉\n= 一、加强领导。',
  ],
  shows: [any(kind.markup, linked)],
  *check(line): Generator<Found> {
    for (const { pattern, right } of marks) {
      pattern.lastIndex = 0
      for (const match of line.text.matchAll(pattern)) {
        const span = { line, from: match.index, to: match.index + match[0].length }
        const shown = match[0].length > 20 ? `${match[0].slice(0, 18)}…` : match[0]
        // &quot; is either half of a pair.
        const isClear = match[0].toLowerCase() !== '&quot;'
        yield { ...span, args: [shown.trim()], ...(isClear && { fixes: [replace(span, right(match))] }) }
      }
    }
  },
})

type Mark = { readonly pattern: RegExp; readonly right: (match: RegExpMatchArray) => string }

const marks: readonly Mark[] = [
  { pattern: tag, right: () => '' },
  { pattern: entity, right: ([words]) => decoded(words.slice(1, -1).toLowerCase()) },
  { pattern: bold, right: (match) => match[1] ?? match[2] ?? '' },
  { pattern: heading, right: () => '' },
  { pattern: link, right: ([, words = '']) => words },
  { pattern: fence, right: () => '' },
]

function decoded(name: string): string {
  if (!name.startsWith('#')) return characters[name] ?? ''
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code === 0xa0 || code < 0x20 || code > 0xffff ? '' : String.fromCharCode(code)
}
