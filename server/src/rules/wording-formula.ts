import { rule } from '../lint/rule.ts'
import { listed } from './words.ts'

export const wordingFormula = rule({
  id: 'wording/formula',
  scope: 'line',
  severity: 'error',
  title: { zh: '固定表述有误', en: 'Fixed formulation' },
  message: { zh: '“{0}”应为“{1}”', en: '“{0}” should be “{1}”' },
  why: {
    zh: '固定表述的成员、次序和动词搭配不能改动一个字。',
    en: 'The members, order and verbs of fixed formulations may not change by a character.',
  },
  good: ['一、增强“四个意识”、坚定“四个自信”、做到“两个维护”。'],
  bad: ['一、增强«“四个坚定”»。\n! “四个坚定”应为“四个意识”\n= 一、增强“四个意识”。'],
  ...listed('formulas'),
})
