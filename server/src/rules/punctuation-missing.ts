import { rule } from '../lint/rule.ts'
import { has, kind } from '../plan/characters.ts'
import type { Part } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'

/** A paragraph of prose has so many characters and a sentence that ended before. */
const shortest = 40
const longTail = 24

/** What most lines end with. */
const stops = '。；：！？”）'

const cut = /[\u4e00-\u9fff，、]\s*$/

export const punctuationMissing = rule({
  id: 'punctuation/missing',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '段末缺标点', en: 'Paragraph without an end' },
  message: {
    zh: '这一段到“{0}”为止，没有句末标点，是否有缺漏',
    en: 'This paragraph stops at “{0}” without a mark: is it cut off?',
  },
  why: {
    zh: '一段文字没有句末标点，多半是粘贴时漏了后半句，或删改时带走了句号。',
    en: 'A paragraph without a mark at its end was likely cut off in pasting.',
  },
  source: 'GB/T 15834-2011 4.1；核稿惯例',
  rank: 'practice',
  good: [
    `一、甲事。把任务落实到岗到人，把责任压实到位，把时限明确到月，同步建立台账、定期通报，年底前按期办结。`,
    `一、甲事。把任务落实到岗到人，把责任压实到位，把时限明确到月，同步建立台账、定期通报，年底前按期办结。责任单位：市教育局`,
  ],
  bad: [
    `一、甲事。把任务落实到岗到人，把责任压实到位，把时限明确到月，同步建立台账、定期通报，年底前按期«办结»\n! 这一段到“办结”为止，没有句末标点，是否有缺漏\n二、乙事。把任务落实到岗到人，把责任压实到位，把时限明确到月，同步建立台账、定期通报，年底前按期办结。`,
  ],
  sees: ({ text }) => (stops.includes(text.charAt(text.length - 1)) ? indented.test(text) : text),
  *check(part) {
    for (const [i, line] of part.lines.entries()) {
      if (!isCut(line, part, part.lines[i + 1])) continue
      const to = line.text.trimEnd().length
      yield { line, from: to - 2, to, args: [line.text.slice(to - 2, to)] }
    }
  },
})

const indented = /^[\s　]{2,}/

function isCut(line: Line, { title, closing }: Part, next: Line | undefined): boolean {
  const { text, role, tags } = line
  if (text.length < shortest || role !== 'text' || stops.includes(text.charAt(text.length - 1))) return false
  if (tags.length > 0 || !has(line, kind.stop) || !cut.test(text)) return false
  // Where paragraphs are broken into lines, the next one goes on.
  if (next && next.role === 'text' && !next.ordinal && !indented.test(next.text)) return false
  if (title.includes(line) || closing.includes(line)) return false
  const stop = text.lastIndexOf('。')
  if (stop < 0) return false
  // A heading that ran into the paragraph before it is short, or has a number.
  const tail = text.slice(stop + 1).trim()
  return !/[：:]|^第?[（(]?[一二三四五六七八九十0-9]/.test(tail) && (tail.length > longTail || /[，、]/.test(tail))
}
