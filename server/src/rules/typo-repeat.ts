import allowed from '../../lexicon/repeats.tsv'
import { rows } from '../lexicon/entries.ts'
import { replace, rule } from '../lint/rule.ts'

const longest = 10
/** Right doublings, and the words whose own doubling is right. */
const right = rows(allowed).map(([text = '']) => text)
const around = Math.max(...right.map((text) => text.length))
const han = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const numeral = /[一二三四五六七八九十百千万年月日时点个每逐]/

export const typoRepeat = rule({
  id: 'typo/repeat',
  scope: 'line',
  severity: 'error',
  title: { zh: '词语重复', en: 'Repeated words' },
  message: { zh: '“{0}”重复', en: '“{0}” stands twice' },
  why: {
    zh: '粘贴、改句时留下的叠字叠词：全面全面、工作工作、的的。',
    en: 'Words doubled by pasting and rewriting.',
  },
  good: ['一、每年年初研究，原原本本传达，调动方方面面积极性。', '一、一件一件抓落实，一步一步推进。', '一、监测预测预警，规范监管管理。'],
  bad: [
    '一、«全面全面»推进\n! “全面”重复\n= 一、全面推进',
    '一、发展目标«的的»确定\n! “的”重复\n= 一、发展目标的确定',
    '一、落实«党建工作党建工作»责任\n! “党建工作”重复\n= 一、落实党建工作责任',
  ],
  *check(line) {
    const { text } = line
    for (let i = 0; i + 1 < text.length; i++) {
      const length = repeatAt(text, i)
      if (length === 0 || isRight(text, i, length)) continue
      const word = text.slice(i, i + length)
      const to = i + 2 * length
      yield { line, from: i, to, args: [word], fixes: [replace({ line, from: i, to }, word)] }
      i = to - 1
    }
  },
})

/** The length of the word that stands twice from `i`, 0 where none does. */
function repeatAt(text: string, i: number): number {
  const first = text.charCodeAt(i)
  if (!han(first)) return 0
  if (first === 0x7684 && text.charCodeAt(i + 1) === first) return 1
  const second = text.charCodeAt(i + 1)
  if (!han(second)) return 0
  for (let length = 2; length <= longest; length++) {
    if (text.charCodeAt(i + length) !== first || text.charCodeAt(i + length + 1) !== second) continue
    if (text.startsWith(text.slice(i, i + length), i + length)) return allHan(text, i, length) ? length : 0
  }
  return 0
}

function allHan(text: string, from: number, length: number): boolean {
  for (let i = from; i < from + length; i++) if (!han(text.charCodeAt(i))) return false
  return true
}

/** 一件一件, 每年每年…; words of the list; and 目的的确, where the boundary falls inside. */
function isRight(text: string, at: number, length: number): boolean {
  const word = text.slice(at, at + length)
  if (length > 1 && numeral.test(word)) return true
  const start = Math.max(0, at - around)
  const near = text.slice(start, at + 2 * length + around)
  return right.some((phrase) => {
    for (let i = near.indexOf(phrase); i >= 0; i = near.indexOf(phrase, i + 1)) {
      const from = start + i
      if (from < at + 2 * length && from + phrase.length > at && covers(from, from + phrase.length, at, length)) return true
    }
    return false
  })
}

/** A right phrase explains a doubling where it spans the seam between the two. */
const covers = (from: number, to: number, at: number, length: number): boolean => from < at + length && to > at + length
