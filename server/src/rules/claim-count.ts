import { type Found, type Related, replace, rule } from '../lint/rule.ts'
import type { Claim } from '../plan/claim.ts'
import { type Count, counts, seesOfCounts } from './counts.ts'

export const claimCount = rule({
  id: 'claim/count',
  scope: 'part',
  severity: 'warning',
  title: { zh: '数目与所列不符', en: 'Claimed number' },
  message: { zh: '这里说“{0}”，列出的是 {1} 个', en: 'This says “{0}”, but {1} are listed' },
  why: {
    zh: '增删条目以后，标题和总起句里的数目常常忘了改。',
    en: 'When items are added or removed, the number that announces them is often forgotten.',
  },
  source: '公开文件中 1000 多处数目与所列的核对',
  rank: 'practice',
  good: [
    '一、实施补链行动、强链行动、延链行动等三大行动。\n二、聚焦农业、工业、服务业三大领域，落实省、市、县三级责任。\n三、办好就业、就医等10件实事。',
    '一、抓好以下三项工作：\n（一）摸清底数\n（二）建立台账\n（三）限期整改\n二、重点做好两件事：一是抓谋划；二是抓落实。',
    '一、实施两大行动\n（一）强基行动\n（二）提质行动\n二、新建公园、绿地5个，设立甲、乙两个中心和丙、丁、戊三个分中心。',
    '一、落实“三重一大”制度，坚定“四个自信”，打好三大攻坚战：一是防风险，二是促攻坚。\n二、梳理第三项任务，新增24条线路、3个站点，3个工作日内办结。',
  ],
  bad: [
    '一、重点任务\n（一）实施补链行动、强链行动、延链行动、固链行动等«三大»行动。\n! 这里说“三大行动”，前面列出的是 4 个\n= （一）实施补链行动、强链行动、延链行动、固链行动等四大行动。',
    '一、聚焦农业、工业、服务业«四大»领域，落实省、市、县«四级»责任。\n! 这里说“四大领域”，前面列出的是 3 个\n! 这里说“四级责任”，前面列出的是 3 个\n= 一、聚焦农业、工业、服务业三大领域，落实省、市、县三级责任。',
    '一、抓好以下«5项»任务：\n! 这里说“5项任务”，下面列出的是 3 个\n= 一、抓好以下3项任务：\n1.摸清底数\n2.建立台账\n3.限期整改',
    '一、抓好«三项»工作：一是抓谋划；二是抓落实。\n! 这里说“三项工作”，后面列出的是 2 个\n= 一、抓好两项工作：一是抓谋划；二是抓落实。',
    '一、实施«三大»行动\n! 这里说“三大行动”，下面列出的是 2 个\n= 一、实施两大行动\n（一）强基行动\n（二）提质行动',
    '某市支持中小企业发展«六条»措施\n! 这里说“六条措施”，下面列出的是 5 个\n= 某市支持中小企业发展五条措施\n一、减免租金\n二、缓缴税费\n三、稳定就业\n四、扩大信贷\n五、优化服务',
  ],
  sees: seesOfCounts,
  *check(part) {
    for (const count of counts(part)) {
      const { claim, least, most } = count
      if (claim.value < least || claim.value > most) yield finding(count)
    }
  },
})

/** Where the counted stand, as the message says it. */
const where: Readonly<Record<Count['where'], { readonly zh: string; readonly en: string }>> = {
  before: { zh: '前面', en: 'before it' },
  behind: { zh: '后面', en: 'behind it' },
  below: { zh: '下面', en: 'below it' },
}

function finding({ claim, where: place, least, most, places, doubtful }: Count): Found {
  const { line, from, to, end } = claim
  const number = claim.value < least ? least : most
  const first = places[0]
  const last = places.at(-1)
  const related: Related[] = []
  if (first) related.push({ ...first, message: { zh: '第一个', en: 'The first' } })
  if (last) related.push({ ...last, message: { zh: '最后一个', en: 'The last' } })
  return {
    line,
    from,
    to: end,
    ...(doubtful && { severity: 'information' }),
    message: {
      zh: `这里说“{0}”，${where[place].zh}列出的是 {1} 个`,
      en: `This says “{0}”, but {1} are listed ${where[place].en}`,
    },
    args: [label(claim), number],
    related,
    fixes: [replace({ line, from, to }, write(claim, number), false)],
  }
}

/** 两 where things are counted: 两项, 两大, 两级. */
const write = ({ numerals }: Claim, number: number): string => numerals.write(number).replace(/^二$/, '两')

const thing = /^[^，。；：、！？,;:\s　“”《》（）()〔〕等和及的]{1,6}(?=[，。；：、！？,;:\s　”（(等和及的]|$)/

/** The claim in its own words, with what it counts where that is short. */
const label = ({ line: { text }, from, end }: Claim): string =>
  text.slice(from, end) + (thing.exec(text.slice(end, end + 8))?.[0] ?? '')
