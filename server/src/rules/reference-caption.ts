import { replace, rule } from '../lint/rule.ts'
import { heading } from '../plan/heading.ts'
import type { Line } from '../plan/line.ts'
import { writeHan } from '../plan/numerals.ts'
import { links } from '../plan/resolve.ts'

export const referenceCaption = rule({
  id: 'reference/caption',
  scope: 'part',
  severity: 'warning',
  title: { zh: '引用的序号与标题不符', en: 'Number and quoted title disagree' },
  message: { zh: '“{0}”的标题不是“{1}”，那是“{2}”', en: '“{1}” is not the title of “{0}” but of “{2}”' },
  why: {
    zh: '引用时既写序号又写标题，调整次序后往往只改了一处。',
    en: 'A reference that gives both number and title is often corrected in one of them only.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '一、发放购房补贴\n二、放宽落户条件，与第一部分“购房补贴”不重复享受。',
    '一、发放购房补贴\n二、放宽落户条件，与第一部分“住房优惠”不重复享受。',
  ],
  bad: [
    '一、发放购房补贴\n二、放宽落户条件\n三、以上与«第一部分»“落户条件”一并执行。\n! “第一部分”的标题不是“落户条件”，那是“二、”\n= 三、以上与第二部分“落户条件”一并执行。',
  ],
  applies: (part) => links(part).length > 0,
  *check(part) {
    for (const { reference, number, step, target } of links(part)) {
      const { title, steps, line, from, to } = reference
      if (!title || !target?.ordinal || steps.at(-1) !== step || titleOf(target).includes(title.text)) continue
      const { family, value } = target.ordinal
      // Only where the title is another's, and of one alone: a paraphrase is no mistake.
      const others = part.lines.filter(
        (other) => other !== line && other.ordinal?.family === family && isTitle(title.text, titleOf(other)),
      )
      const [other] = others
      if (others.length !== 1 || !other?.ordinal || other.ordinal.value === value) continue
      const right = step.arabic ? String(other.ordinal.value) : writeHan(other.ordinal.value)
      yield {
        line,
        from,
        to,
        args: [line.text.slice(from, to), title.text, other.ordinal.text],
        related: [
          {
            line: other,
            from: other.ordinal.from,
            to: other.ordinal.to,
            message: { zh: '标题在这里', en: 'The title is here' },
          },
        ],
        fixes: [replace({ line, from: number.from, to: number.to }, right, false)],
      }
    }
  },
})

/** Most of the title, not a word that occurs in it. */
const isTitle = (words: string, title: string): boolean => title.includes(words) && words.length * 2 > title.length

function titleOf(line: Line): string {
  const found = heading(line)
  return found ? line.text.slice(found.from, found.to) : ''
}
