import { rule } from '../lint/rule.ts'
import { attachments } from '../plan/attachments.ts'
import type { Part } from '../plan/item.ts'
import { type Link, links } from '../plan/resolve.ts'
import { skeleton } from '../plan/skeleton.ts'

export const referenceTarget = rule({
  id: 'reference/target',
  scope: 'part',
  severity: 'warning',
  title: { zh: '引用没有着落', en: 'Reference to nothing' },
  message: { zh: '“{0}”：文中没有这一处', en: '“{0}”: there is no such place in the document' },
  why: {
    zh: '条目增删、调整次序以后，“见第三部分第（二）项”“见附件2”这类引用容易指空。重新编号时引用会跟着改。',
    en: 'References are left behind when items come, go or move. Renumbering lets them follow.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '一、甲\n（一）一事\n（二）二事，按照本部分第（一）项办理。\n二、乙\n（一）三事，见第一部分第（二）项。',
    '一、按照《某某条例》第三十条、第三十一条办理。\n二、建设第五条轨道交通线。\n三、第九部分是小结。',
    '第一条　目的\n第二条　依据\n第三条　违反本办法第二条的，按照某市规定第九条处理。',
    '一、甲\n二、乙，见附件2。\n附件：1.任务清单\n2.联系人名单',
    '一、甲\n二、乙，落实第五项议程，执行第三项目部决定，见附件2第三部分。',
    '一、甲\n二、乙\n三、丙，按照第一、第二部分和第一至三部分办理。',
  ],
  bad: [
    '一、甲\n（一）一事\n（二）二事\n二、乙\n（一）三事，按照«第一部分第（三）项»办理。\n! “第一部分第（三）项”：文中没有这一处\n（二）四事',
    '第一条　目的\n第二条　依据\n第三条　违反本办法«第五条»的，不予受理。\n! “第五条”：文中没有这一处',
    '一、甲，见«附件3»。\n! “附件3”：文中没有这一处\n二、乙，见附件2。\n附件：1.任务清单\n2.联系人名单',
  ],
  sees: skeleton,
  applies: (part) => links(part).length > 0,
  *check(part) {
    const listed = attachments(part)
    const told = new Set<object>()
    for (const link of links(part)) {
      const { reference } = link
      if (told.has(reference) || !isMissing(link, part, listed.at(-1)?.number)) continue
      told.add(reference)
      const { line, from, to } = reference
      yield { line, from, to, args: [line.text.slice(from, to)] }
    }
  },
})

/** An annex is missing where the list of attachments ends before it, else where the annexes themselves do. */
function isMissing({ step, number, missing }: Link, part: Part, last: number | undefined): boolean {
  if (step.unit !== '附件' || last === undefined || part.kind === 'annex') return missing
  return number.value > last
}
