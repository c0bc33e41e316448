import { rule } from '../lint/rule.ts'
import { type Part, walk } from '../plan/item.ts'
import type { Line } from '../plan/line.ts'
import { namesSomebody, saidForAll } from '../plan/owned.ts'
import { tagsOf } from '../plan/placed.ts'
import { tagged } from '../plan/skeleton.ts'

/** So many items without a tag make one tag alone stand out. */
const itemsAtLeast = 8

export const ownerStray = rule({
  id: 'owner/stray',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '孤零零的责任标注', en: 'One tag alone' },
  message: {
    zh: '全文 {0} 条，只有这一处写了责任单位：是漏写了其他的，还是忘了删',
    en: 'Of {0} items this one alone names an owner: were the others forgotten, or was it to go',
  },
  why: {
    zh: '从有责任单位的旧稿里剪来的一条，标注跟着过来了；或者刚开始标注，其余的还没有写。',
    en: 'An item cut from an older plan brought its tag along, or tagging has only begun.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '1.甲。（责任单位：市教育局）\n2.乙。\n3.丙。',
    ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `${n}.某事。`).join('\n'),
  ],
  bad: [
    `1.甲事。«（责任单位：市教育局）»\n! 全文 8 条，只有这一处写了责任单位：是漏写了其他的，还是忘了删\n${['2', '3', '4', '5', '6', '7', '8'].map((n) => `${n}.某事。`).join('\n')}`,
  ],
  sees: tagged,
  applies: (part) => tagsOf(part).length > 0,
  *check(part) {
    const line = onlyTagged(part)
    const tag = line?.tags[0]
    if (!line || !tag || line.tags.length > 1 || saidForAll(part).size > 0) return
    const leaves = walk(part).filter(({ kind, items }) => kind === 'item' && items.length === 0)
    // At a heading it covers what stands below.
    if (leaves.length < itemsAtLeast || !leaves.some(({ head, body }) => head === line || body.includes(line))) return
    yield { line, from: tag.from, to: tag.to, args: [leaves.length] }
  },
})

/** The one line with a tag; undefined where there is none, or another. */
function onlyTagged({ lines }: Part): Line | undefined {
  let only: Line | undefined
  for (const line of lines) {
    if (line.tags.length === 0 || !line.tags.some(namesSomebody)) continue
    if (only) return undefined
    only = line
  }
  return only
}
