import { type Found, replace, rule } from '../lint/rule.ts'
import { type Part, titleOf } from '../plan/item.ts'

const carried = /印发《(.+)》的(?:通知|函|决定)/

export const titleCarrier = rule({
  id: 'title/carrier',
  scope: 'part',
  severity: 'warning',
  stage: 'review',
  title: { zh: '通知与所印发文件的标题不一致', en: 'Carrier and carried title disagree' },
  message: { zh: '印发的文件标题是“{0}”', en: 'The title of what is issued is “{0}”' },
  why: {
    zh: '“关于印发《…》的通知”书名号里的标题，要与后面所印发文件自己的标题一字不差。',
    en: 'The title in 关于印发《…》的通知 is that of the document that follows, to the letter.',
  },
  source: 'GB/T 9704-2012 7.3.4',
  rank: 'standard',
  good: [
    '某市关于印发《某市2024年政务公开工作要点》的通知\n一、甲\n\n附件\n某市2024年政务公开工作要点\n一、乙',
    '某市关于印发《某市2024年政务公开工作要点》的通知\n一、甲\n\n附件\n任务清单\n一、乙',
  ],
  bad: [
    '某市关于印发《«某市2024年政务公开工作方案»》的通知\n! 印发的文件标题是“某市2024年政务公开工作要点”\n= 某市关于印发《某市2024年政务公开工作要点》的通知\n一、甲\n\n附件\n某市2024年政务公开工作要点\n一、乙',
  ],
  sees: () => undefined,
  *check(part): Generator<Found> {
    const named = carried.exec(titleOf(part))?.[1]
    if (named === undefined) return
    const titles = part.items.flatMap((item) => (item.kind === 'annex' ? [titleOf(item as Part).trim()] : []))
    if (titles.some((title) => bare(title) === bare(named))) return
    const near = titles.find((title) => isNear(bare(title), bare(named)))
    const line = part.title.find(({ text }) => text.includes(named))
    if (near === undefined || !line) return
    const from = line.text.indexOf(named)
    const span = { line, from, to: from + named.length }
    yield { ...span, args: [near], fixes: [replace(span, near, false)] }
  },
})

const bare = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/[（(][^（(）)]*[）)]/g, '')
    .replace(/[\s《》〈〉“”"']/g, '')

/** Titles that begin and end alike, or differ in a few characters only, are meant to be one. */
function isNear(a: string, b: string): boolean {
  if (a === '' || Math.abs(a.length - b.length) > most) return false
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= most && start + end >= Math.min(a.length, b.length) / 2
}

const most = 6
