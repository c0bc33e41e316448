import { replace, rule } from '../lint/rule.ts'
import { any, sign } from '../plan/signs.ts'

// -- and more, full-width hyphens doubled, or the box-drawing line that input methods give; —— itself is right.
const wrong = /(?<![-—－―─A-Za-z0-9])(?:-{2,3}|－{2}|―{1,2}|─{2}|—-|-—|—{3})(?![-—－―─])/g
/** A line that begins with a dash: so are the points of a section listed. */
const atStart = /^[\s　]*(-{2}|－{1,2}|―{1,2}|─{1,2}|—{3})(?=[\u4e00-\u9fff“])/
const dashes = any(sign('－―─'), sign('-', '-—'), sign('—', '-'), sign('—', '—', '—'))

export const punctuationDash = rule({
  id: 'punctuation/dash',
  scope: 'line',
  severity: 'error',
  title: { zh: '破折号写法', en: 'Dash' },
  message: { zh: '破折号“{0}”应写作“——”', en: 'A dash is written “——”, not “{0}”' },
  why: { zh: '破折号占两个字的位置，写作“——”。', en: 'The Chinese dash takes two characters.' },
  source: 'GB/T 15834-2011 4.13, 5.1',
  rank: 'standard',
  good: ['一、“为民先锋——身边的榜样”典型宣传', '一、2021—2025年，北京—上海线'],
  bad: [
    '一、“为民先锋«--»身边的榜样”\n! 破折号“--”应写作“——”\n= 一、“为民先锋——身边的榜样”',
    '«--»坚持统筹推进。\n! 破折号“--”应写作“——”\n= ——坚持统筹推进。',
  ],
  shows: [dashes],
  *check(line) {
    const { text } = line
    if (line.role === 'row') return
    const [lead = '', first = ''] = atStart.exec(text) ?? []
    if (first) {
      const span = { line, from: lead.length - first.length, to: lead.length }
      yield { ...span, args: [first], fixes: [replace(span, '——')] }
    }
    // More than one in a line is mostly a path to click along: each is shown, none is fixed in bulk.
    const found = [...text.matchAll(wrong)]
    const severity = found.length > 1 ? 'information' : 'error'
    for (const { index: from, 0: mark } of found) {
      const to = from + mark.length
      if (!/[\u4e00-\u9fff”》]/.test(text.charAt(from - 1)) || !/[\u4e00-\u9fff“《]/.test(text.charAt(to))) continue
      yield { line, from, to, severity, args: [mark], fixes: [replace({ line, from, to }, '——')] }
    }
  },
})
