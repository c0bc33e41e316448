import { rule } from '../lint/rule.ts'

export const ownerEmpty = rule({
  id: 'owner/empty',
  scope: 'line',
  severity: 'error',
  title: { zh: '责任单位为空', en: 'Empty owner' },
  message: { zh: '“{0}”里没有写单位', en: '“{0}” names no unit' },
  why: {
    zh: '责任标注只留了空壳：单位待定，或者改稿时删掉了名字。',
    en: 'The tag is an empty shell: the unit was left open or deleted.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '1.甲事。（责任单位：市教育局）',
    '1.甲事。（完成时限：2023年底前）',
    '责任单位：市财政局',
    '1.甲事。\n[责任单位：\n市教育局]',
  ],
  bad: [
    '1.甲事。«（责任单位：）»\n! “（责任单位：）”里没有写单位',
    '1.甲事。\n«责任单位：»\n! “责任单位：”里没有写单位',
  ],
  applies: (line) => line.tags.length > 0,
  *check(line) {
    for (const { from, to, lead, support, leader, deadline } of line.tags) {
      if (lead.length + support.length + leader.length > 0 || deadline) continue
      const words = line.text.slice(from, to)
      // A bracket that opens and does not close: the tag goes on in the next line.
      if (/^[（(〔[［【]/.test(words) && !/[）)〕\]］】]$/.test(words)) continue
      yield { line, from, to, args: [words] }
    }
  },
})
