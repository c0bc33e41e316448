import { replace, rule } from '../lint/rule.ts'
import { sign } from '../plan/signs.ts'
import { beginsWord } from './particles.ts'

/** 、或 stands between clauses that are long, where it is right. */
const both = /、(?:以及|和|及)/g

export const punctuationConjunction = rule({
  id: 'punctuation/conjunction',
  scope: 'line',
  severity: 'information',
  stage: 'review',
  title: { zh: '连词前的顿号', en: 'Mark before a conjunction' },
  message: { zh: '“{0}”前一般不加“、”', en: 'Usually no 、 stands before “{0}”' },
  why: {
    zh: '并列的最后一项用“和”“及”“以及”连接时，连词已经表示并列，前面不再加顿号。各项较长、要停顿时用逗号。',
    en: 'A conjunction before the last member of a list takes the place of the 、; where the members are long it is a ，.',
  },
  source: 'GB/T 15834-2011 4.5；公开文件中少见（每百万字约 3 处）',
  rank: 'practice',
  good: ['一、统筹教育、科技和人才工作', '一、促进团结、和谐、及时、有序', '一、处以警告、罚款，或者责令停业'],
  bad: ['一、统筹教育、科技«、和»人才工作\n! “和”前一般不加“、”\n= 一、统筹教育、科技和人才工作'],
  shows: [sign('、', '和及以')],
  *check(line) {
    const { text } = line
    for (const { index: from, 0: words } of text.matchAll(both)) {
      if (beginsWord(text, from + 1)) continue
      const conjunction = words.slice(1)
      const span = { line, from, to: from + words.length }
      yield { ...span, args: [conjunction], fixes: [replace(span, conjunction, false)] }
    }
  },
})
