import { rule } from '../lint/rule.ts'
import { breaks } from '../plan/numbering.ts'
import { skeleton } from '../plan/skeleton.ts'
import { found } from './ordinal-breaks.ts'

export const ordinalOrder = rule({
  id: 'ordinal/order',
  scope: 'part',
  severity: 'error',
  title: { zh: '序号颠倒', en: 'Ordinal out of order' },
  message: { zh: '序号“{1}”次序不对：此处应为“{0}”', en: 'Ordinal “{1}” is out of order: “{0}” is expected here' },
  why: {
    zh: '条目调整次序后序号没有跟着改。',
    en: 'Items were reordered and their numbers were not.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  rank: 'standard',
  good: ['（一）甲事\n（二）乙事\n（三）丙事'],
  bad: [
    '（一）甲事\n«（三）»乙事\n! 序号“（三）”次序不对：此处应为“（二）”\n= （二）乙事\n（二）丙事\n= （三）丙事\n（四）丁事',
  ],
  sees: skeleton,
  applies: (part) => breaks(part).length > 0,
  check: (part) => found(part, 'order', { zh: '与此处有关', en: 'Belongs with this one' }),
})
