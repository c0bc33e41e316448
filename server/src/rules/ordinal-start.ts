import { rule } from '../lint/rule.ts'
import { breaks } from '../plan/numbering.ts'
import { skeleton } from '../plan/skeleton.ts'
import { found } from './ordinal-breaks.ts'

export const ordinalStart = rule({
  id: 'ordinal/start',
  scope: 'part',
  severity: 'error',
  title: { zh: '起始序号不对', en: 'Wrong first ordinal' },
  message: { zh: '起始序号“{1}”不对：此处应为“{0}”', en: 'Begins with “{1}”: “{0}” is expected here' },
  why: {
    zh: '同一层次在各部分里或者都从头编起，或者一直连着编下去；本规则先看文档自己的习惯，再指出不合习惯的一处。',
    en: 'A level starts again in each section or runs on through all; the document’s own habit decides which.',
  },
  source: 'GB/T 9704-2012 7.3.3',
  rank: 'standard',
  good: [
    '一、甲\n1.一事\n2.二事\n二、乙\n1.三事',
    '一、甲\n1.一事\n2.二事\n二、乙\n3.三事\n三、丙\n4.四事',
    '一、甲\n（一）一事\n二、乙\n1.二事\n2.三事',
  ],
  bad: [
    '一、甲\n«（二）»一事\n! 起始序号“（二）”不对：此处应为“（一）”\n= （一）一事\n（三）二事\n= （二）二事',
    '一、甲\n1.一事\n二、乙\n2.二事\n三、丙\n3.三事\n四、丁\n4.四事\n五、戊\n«1.»五事\n! 起始序号“1.”不对：此处应为“5.”\n= 5.五事\n2.六事\n= 6.六事',
    '«二、»总体要求\n! 文档从“二、”开始，前面可能缺了内容\n三、重点任务',
  ],
  sees: skeleton,
  applies: (part) => breaks(part).length > 0,
  *check(part) {
    yield* found(part, 'start', { zh: '上一处编到这里', en: 'The level ran up to here before' })
    const [first] = breaks(part)
    if (!first?.excerpt) return
    const { from, to, text } = first.line.ordinal
    const message = {
      zh: `文档从“${text}”开始，前面可能缺了内容`,
      en: `The document begins with “${text}”: something may be missing before it`,
    }
    yield { line: first.line, from, to, severity: 'information', message }
  },
})
