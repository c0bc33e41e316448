import { replace, rule } from '../lint/rule.ts'
import { type Attachment, attachments } from '../plan/attachments.ts'
import { type Part, titleOf } from '../plan/item.ts'
import { annexNumber } from '../plan/resolve.ts'

export const referenceAttachment = rule({
  id: 'reference/attachment',
  scope: 'part',
  severity: 'warning',
  stage: 'review',
  title: { zh: '附件说明与附件不符', en: 'List of attachments and attachments disagree' },
  message: { zh: '附件{0}的标题是“{1}”', en: 'The title of attachment {0} is “{1}”' },
  why: {
    zh: '附件说明里的顺序和名称应当与附件的顺序和标题一致，名称后面不加标点。',
    en: 'Order and titles in the list of attachments are those of the attachments; no mark stands behind a title.',
  },
  source: 'GB/T 9704-2012 7.3.4、7.3.7',
  rank: 'standard',
  good: [
    '一、甲\n附件：1.重点任务清单\n2.联系人名单\n\n附件1\n重点任务清单\n1.甲\n\n附件2\n联系人名单\n1.乙',
    '一、甲\n附件：重点任务清单\n\n附件\n重点任务清单\n1.甲',
    '一、甲\n附件：1.重点任务清单\n2.联系人名单',
  ],
  bad: [
    '一、甲\n附件：1.«重点任务清单»\n! 附件1的标题是“重点工作任务清单”\n= 附件：1.重点工作任务清单\n2.联系人名单\n\n附件1\n重点工作任务清单\n1.甲\n\n附件2\n联系人名单\n1.乙',
    '一、甲\n附件：1.重点任务清单\n2.联系人名单«。»\n! 附件名称后面不加“。”\n= 2.联系人名单',
  ],
  *check(part) {
    const listed = attachments(part)
    const annexes = part.items.flatMap((item) => (item.kind === 'annex' ? [item as Part] : []))
    for (const entry of listed) {
      const mark = /[。；，、,;.]$/.exec(entry.title)?.[0]
      if (mark) yield marked(entry, mark)
      const annex = annexes.find((one, i) => (annexNumber(one) ?? i + 1) === entry.number)
      const title = annex ? titleOf(annex) : ''
      const named = mark ? entry.title.slice(0, -1) : entry.title
      // 《… without its 》 goes on overleaf.
      const whole = named.includes('《') === named.includes('》')
      if (whole && !isSame(named, title)) yield titled(entry, named, title)
    }
  },
})

function marked({ line, to }: Attachment, mark: string) {
  const span = { line, from: to - 1, to }
  const message = { zh: `附件名称后面不加“${mark}”`, en: `No “${mark}” stands behind an attachment’s title` }
  return { ...span, message, fixes: [replace(span, '')] }
}

function titled({ line, from, number }: Attachment, named: string, title: string) {
  const span = { line, from, to: from + named.length }
  return { ...span, args: [number, title], fixes: [replace(span, title, false)] }
}

const bare = (title: string): string => title.normalize('NFKC').replace(/[\s《》“”"'()（）〔〕[\]]/g, '')

/**
 * Whether two titles are one, or so far apart that one of them was not read whole: a title broken over lines, or a
 * place named before it in one of them, is no mistake.
 */
function isSame(a: string, b: string): boolean {
  const [x, y] = [bare(a), bare(b)]
  if (x === '' || y === '' || x.includes(y) || y.includes(x)) return true
  return shared(x, y) < 0.6
}

/** The share of the shorter one's pairs of characters that the other has too. */
function shared(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  let found = 0
  for (let i = 0; i + 1 < short.length; i++) if (long.includes(short.slice(i, i + 2))) found++
  return found / Math.max(short.length - 1, 1)
}
