import { rule } from '../lint/rule.ts'
import { listed } from './words.ts'

export const typoWord = rule({
  id: 'typo/word',
  scope: 'line',
  severity: 'error',
  title: { zh: '错别字', en: 'Wrong word' },
  message: { zh: '“{0}”应为“{1}”', en: '“{0}” should be “{1}”' },
  why: {
    zh: '同音、形近的错字，按词表查找；词表的每一条都写明在什么上下文里才算错。',
    en: 'Words that sound or look alike, from a list whose rows say in which surroundings each is wrong.',
  },
  source: '《现代汉语词典》和公文常见错别字',
  rank: 'practice',
  good: ['一、严守政治纪律和政治规矩。', '一、坚持一流城市标准，明确投资原则。'],
  bad: ['一、严守政治«记录»和政治规矩。\n! “记录”应为“纪律”\n= 一、严守政治纪律和政治规矩。'],
  ...listed('words'),
})
