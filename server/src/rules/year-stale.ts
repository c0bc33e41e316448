import { type Found, onlyOf, replace, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import type { Part } from '../plan/item.ts'
import { terms } from '../plan/responsibility.ts'
import { digits, sign } from '../plan/signs.ts'
import { yearsOf } from '../plan/year.ts'

const written = /(?<![0-9〔[（(—\-－～至"“])(20[0-9]{2})(?=年)/g
const ofYear = sign('2', '0', digits, digits, '年')
/** What lies ahead: 2023年要…, 2023年重点任务, 2023年底前. */
const ahead =
  /^年(?:(?:全市|全省|全县|全区|全年|度)?(?:要|将|拟|力争|计划(?!》|完成情况|执行)|继续|重点(?:工作|任务)(?:$|安排|分工|是)|主要(?:任务|目标)(?:$|是)|工作(?:任务|要点|目标|安排|重点|计划)(?:$|分工|是))|(?:[0-9]{1,2}月|[上下]半年|第?[一二三四]季度)?(?:底|末)?(?:之?前)(?!的|已|建成的|注册|出生|参保|登记))/
/** What lies behind, or is only spoken of. */
const behind = /(?:截至|截止|自|从|较|比|与|对照|依据|根据|按照|落实|印发|总结|回顾|完成|《|〔|“)[^，。；]{0,10}$/

export const yearStale = rule({
  id: 'year/stale',
  scope: 'part',
  severity: 'warning',
  stage: 'review',
  title: { zh: '去年的年份', en: 'Last year’s number' },
  message: { zh: '计划年度是{1}年，这里还是{0}年', en: 'The plan is for {1}; this still says {0}' },
  why: {
    zh: '照去年的文稿改写，标题改了，正文里的年份常常漏改。书名号、文号、历史情况里的年份不报告。',
    en: 'Where last year’s plan is written over, a year in the body is easily forgotten. Years in titles, document numbers and history are not reported.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '2024年工作要点\n一、落实《2023年工作要点》，2023年以来成效明显，截至2023年底前完成的项目。\n二、与2023年相比增长5%，2025年底前建成。',
    '2023—2025年行动计划\n一、2023年底前完成。',
  ],
  bad: [
    '2024年工作要点\n一、«2023»年重点任务\n! 计划年度是2024年，这里还是2023年\n= 一、2024年重点任务',
    '2024年工作要点\n一、«2023»年要加强组织领导。\n! 计划年度是2024年，这里还是2023年\n= 一、2024年要加强组织领导。',
  ],
  shows: [ofYear],
  sees: onlyOf((line) => has(line, ofYear)),
  *check(part, { year }): Generator<Found> {
    const own = yearsOf(part)
    const plan = year ?? (own && own.first === own.last ? own.first : undefined)
    if (plan === undefined) return
    if (year !== undefined && own?.first === own?.last) yield* titleOfLastYear(part, year)
    let due: readonly { readonly line: Found['line']; readonly from: number; readonly to: number }[] | undefined
    for (const line of part.lines) {
      if (!has(line, ofYear) || part.title.includes(line) || part.closing.includes(line)) continue
      const { text } = line
      for (const { index: from, 0: words } of text.matchAll(written)) {
        const to = from + words.length
        if (Number(words) !== plan - 1 || !ahead.test(text.slice(to)) || behind.test(text.slice(0, from))) continue
        // A deadline of another year is another rule's matter.
        due ??= [...terms(part).values()]
        if (due.some((each) => each.line === line && each.from <= from && to <= each.to)) continue
        const span = { line, from, to }
        yield { ...span, args: [words, plan], fixes: [replace(span, String(plan))] }
      }
    }
  },
})

/** The year that the configuration plans for, and a title that still has the one before. */
function* titleOfLastYear({ kind: part, title }: Part, plan: number): Generator<Found> {
  if (part !== 'document') return
  for (const line of title) {
    for (const { index: from, 0: words } of line.text.matchAll(written)) {
      if (Number(words) !== plan - 1) continue
      const span = { line, from, to: from + words.length }
      yield { ...span, args: [words, plan], fixes: [replace(span, String(plan))] }
    }
  }
}
