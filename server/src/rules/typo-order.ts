import { rule } from '../lint/rule.ts'
import { foundOf, type Suspicion, suspicions } from './spelling.ts'

export const typoOrder = rule({
  id: 'typo/order',
  scope: 'part',
  severity: 'warning',
  stage: 'review',
  title: { zh: '字序颠倒', en: 'Characters swapped' },
  message: { zh: '“{0}”疑为“{1}”：两个字的次序颠倒', en: '“{0}” may be meant as “{1}”: two characters are swapped' },
  why: {
    zh: '打字、改句时把相邻的两个字颠倒了。与已印发公文的用语比对后提示，只供核对，不会成批改动。',
    en: 'Neighbouring characters that changed places in typing. Never fixed in bulk.',
  },
  source: '已印发公文用语统计（docs/lexicon.md）',
  rank: 'practice',
  good: ['一、加强组织领导，压实工作责任。'],
  bad: [
    '一、加强组织«导领»，压实工作责任。\n! “组织导领”疑为“组织领导”：两个字的次序颠倒\n= 一、加强组织领导，压实工作责任。',
  ],
  *check(part, config) {
    for (const suspicion of suspicions(part, config)) if (isSwap(suspicion)) yield foundOf(suspicion)
  },
})

/** Whether a correction has the same characters in another order. */
export function isSwap({ line, correction: { from, to, text } }: Suspicion): boolean {
  return [...line.text.slice(from, to)].sort().join('') === [...text].sort().join('')
}
