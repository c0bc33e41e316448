import { rule } from '../lint/rule.ts'
import { breaks } from '../plan/numbering.ts'
import { skeleton } from '../plan/skeleton.ts'
import { found } from './ordinal-breaks.ts'

export const ordinalDuplicate = rule({
  id: 'ordinal/duplicate',
  scope: 'part',
  severity: 'error',
  title: { zh: '序号重复', en: 'Ordinal twice' },
  message: { zh: '序号“{1}”重复：此处应为“{0}”', en: 'Ordinal “{1}” stands twice: “{0}” is expected here' },
  why: {
    zh: '两条用了同一个序号，引用时不知指哪一条；多半是复制后没有改号。',
    en: 'Two items carry one number, and a reference cannot tell them apart.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  rank: 'standard',
  good: ['一、甲事\n二、乙事', '一、甲\n（一）一事\n二、乙\n（一）二事'],
  bad: [
    '1.甲事\n2.乙事\n«2.»丙事\n! 序号“2.”重复：此处应为“3.”\n= 3.丙事\n4.丁事',
    '一、甲\n（一）一事\n1.其一\n2.其二\n«（一）»二事\n! 序号“（一）”重复：此处应为“（二）”\n= （二）二事\n1.其三\n2.其四',
  ],
  sees: skeleton,
  applies: (part) => breaks(part).length > 0,
  check: (part) => found(part, 'duplicate', { zh: '已用过这个序号', en: 'This one has the same ordinal' }),
})
