import { rule } from '../lint/rule.ts'
import { foundOf, suspicions } from './spelling.ts'
import { isSwap } from './typo-order.ts'

export const typoLikely = rule({
  id: 'typo/likely',
  scope: 'part',
  severity: 'warning',
  stage: 'review',
  title: { zh: '疑似错别字', en: 'Likely a wrong word' },
  message: {
    zh: '“{0}”疑为“{1}”：“{1}”在公文中常见，“{0}”未见',
    en: '“{0}” may be meant as “{1}”: official texts say “{1}”, and never “{0}”',
  },
  why: {
    zh: '拼音输入法打出的同音字、形近字，词表列举不完。这里与大量已印发公文的用语比对：相邻的三个字从未这样出现过，而换一个读音或字形相近的字就是公文的常用语，才会提示；全文多处这样写的，是本文的用语，不提示。只供核对，不会成批改动。',
    en: 'Input methods produce words that sound right. What issued documents say is learned; a finding needs characters that never stood side by side, others of the same sound or shape that often do, and a document that does not say it elsewhere. Never fixed in bulk.',
  },
  source: '已印发公文用语统计（docs/lexicon.md）',
  rank: 'practice',
  good: ['一、严守政治纪律和政治规矩，积极应对气候变化。', '一、办好“‘红’扬人社”宣讲活动。'],
  bad: [
    '一、积极应对气«侯»变化，推动绿色低碳发展。\n! “气侯变化”疑为“气候变化”：“气候变化”在公文中常见，“气侯变化”未见\n= 一、积极应对气候变化，推动绿色低碳发展。',
    '一、推进高标准农田«健»设，改造提升水利设施。\n! “农田健设”疑为“农田建设”：“农田建设”在公文中常见，“农田健设”未见\n= 一、推进高标准农田建设，改造提升水利设施。',
  ],
  *check(part, config) {
    for (const suspicion of suspicions(part, config)) if (!isSwap(suspicion)) yield foundOf(suspicion)
  },
})
