import { rule } from '../lint/rule.ts'
import { breaks } from '../plan/numbering.ts'
import { skeleton } from '../plan/skeleton.ts'
import { found } from './ordinal-breaks.ts'

export const ordinalSkip = rule({
  id: 'ordinal/skip',
  scope: 'part',
  severity: 'error',
  title: { zh: '序号跳号', en: 'Skipped ordinal' },
  message: { zh: '序号不连续：此处应为“{0}”', en: 'Ordinal skipped: “{0}” is expected here' },
  why: {
    zh: '跳号会使引用错位，多半是漏写、误删了条目，或移动后没有改号。',
    en: 'A skipped number displaces references; an item was lost, or moved without renumbering.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  rank: 'standard',
  good: [
    '一、总则\n二、任务',
    '一、任务\n1.甲事\n2.乙事\n二、保障\n3.丙事\n4.丁事',
    '一、任务\n（一）甲事\n（二）乙事\n二、保障\n（一）丙事',
  ],
  bad: [
    '一、总则\n«三、»任务\n! 序号不连续：此处应为“二、”\n= 二、任务\n四、保障\n= 三、保障',
    '一、总则\n«三、»任务\n! 序号不连续：此处应为“二、”\n= 二、任务\n四、保障，见第三部分。\n= 三、保障，见第二部分。',
  ],
  sees: skeleton,
  applies: (part) => breaks(part).length > 0,
  check: (part) => found(part, 'skip', { zh: '上一个序号', en: 'The ordinal before' }),
})
