import { onlyOf, replace, rule } from '../lint/rule.ts'
import { enumerating, type RunIn, runIns, writeRunIn } from '../plan/run-in.ts'

export const ordinalRunin = rule({
  id: 'ordinal/runin',
  scope: 'part',
  severity: 'error',
  title: { zh: '段内序数不连续', en: 'Run-in enumeration broken' },
  message: { zh: '段内序数不连续：“{1}”应为“{0}”', en: 'Run-in enumeration: “{1}” should be “{0}”' },
  why: {
    zh: '“一是……二是……”删改以后容易漏一个或重一个。',
    en: 'An enumeration inside a paragraph loses or repeats a number when it is edited.',
  },
  source: '公开文件中 2750 处“一是、一要”的统计',
  rank: 'practice',
  good: [
    '一、重点任务\n一是抓谋划。二是抓落实；三是抓督导。',
    '1.甲事。一是摸底。\n二是整改。\n2.乙事。一是建账。二是销号。',
    '一、任务\n一是抓基层。一要建队伍，二要建阵地。二是抓基础。',
    '一、抓住二是关键的一要素，第一是非要分明。',
    '一、任务\n首先，摸清底数；其次，建账销号；最后，督促整改。指标①和指标③见注。',
  ],
  bad: [
    '一、任务\n抓好三件事：第一，摸清底数；«第三»，建账销号。\n! 段内序数不连续：“第三”应为“第二”\n= 抓好三件事：第一，摸清底数；第二，建账销号。',
    '一、任务\n抓好三件事：①摸清底数；②建账销号；«②»督促整改。\n! 段内序数不连续：“②”应为“③”\n= 抓好三件事：①摸清底数；②建账销号；③督促整改。',
    '一、任务\n一是抓谋划；«三是»抓落实。\n! 段内序数不连续：“三是”应为“二是”\n= 一是抓谋划；二是抓落实。',
    '一、任务\n一是抓谋划。\n二是抓落实。\n«二是»抓督导。\n! 段内序数不连续：“二是”应为“三是”\n= 三是抓督导。\n四是抓总结。',
  ],
  shows: [enumerating],
  sees: onlyOf((line) => runIns(line).length > 0),
  *check(part) {
    let paragraph: RunIn[] = []
    for (const line of part.lines) {
      if (line.ordinal && paragraph.length > 0) {
        yield* breaks(paragraph)
        paragraph = []
      }
      const found = runIns(line)
      if (found.length > 0) for (const each of found) paragraph.push(each)
    }
    yield* breaks(paragraph)
  },
})

/** Enumerations are not nested deeper, nor is the next number of one further off. */
const deepest = 4
const ahead = 20

function* breaks(runs: readonly RunIn[]) {
  // Enumerations that wait for their next number, the inner ones last.
  let open: RunIn[] = []
  for (const [i, each] of runs.entries()) {
    const wanted = open.findLastIndex(({ word, value }) => word === each.word && value + 1 === each.value)
    if (wanted >= 0) {
      open = [...open.slice(0, wanted), each]
      continue
    }
    if (each.value === 1) {
      open = [...open.slice(-deepest), each]
      continue
    }
    const last = open.findLast(({ word }) => word === each.word)
    if (last) yield broken(each, last)
    // Where the next one counts on as if this had been right, this one alone is wrong.
    const next = runs.slice(i + 1, i + 1 + ahead).find(({ word }) => word === each.word)
    const alone = last !== undefined && next?.value === last.value + 2
    open = [...open.filter((other) => other !== last), alone ? { ...each, value: last.value + 1 } : each]
  }
}

function broken(each: RunIn, last: RunIn) {
  const { line, from, to, word } = each
  const right = writeRunIn(last.value + 1, word)
  return {
    line,
    from,
    to,
    args: [right, line.text.slice(from, to)],
    related: [{ line: last.line, from: last.from, to: last.to, message: { zh: '上一个', en: 'The one before' } }],
    fixes: [replace({ line, from, to }, right, false)],
  }
}
