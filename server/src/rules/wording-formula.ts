import type { Slip } from '../lexicon/misquoted.ts'
import { readUnquoted } from '../lexicon/unquoted.ts'
import type { Message } from '../lint/message.ts'
import { type Found, quoted, replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import { watched } from '../plan/signs.ts'
import { formulationsIn, listed, severity } from './words.ts'

const words = listed('formulas')

export const wordingFormula = rule({
  id: 'wording/formula',
  scope: 'line',
  severity: 'error',
  title: { zh: '固定表述有误', en: 'Fixed formulation' },
  message: { zh: '“{0}”应为“{1}”', en: '“{0}” should be “{1}”' },
  why: {
    zh: '固定表述的成员、次序和动词搭配不能改动一个字。只说其中几个成员、见于正式文件的其他说法不报告。',
    en: 'The members, order and verbs of fixed formulations may not change by a character. To say some of the members only, or what issued documents say otherwise, is not reported.',
  },
  source: '中央文件和党内法规的固定表述',
  rank: 'practice',
  good: [
    '一、增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    '一、把方向、管大局、保落实；把方向、管大局、作决策、保落实。',
    '一、力戒形式主义、官僚主义，做到稳就业、稳外资。',
    '一、落实“六稳”要求，做好稳就业、稳投资等工作。',
    '一、推进生态文明建设与经济建设、政治建设、文化建设、社会建设融合。',
  ],
  bad: [
    '一、增强«“四个坚定”»。\n! “四个坚定”应为“四个意识”\n= 一、增强“四个意识”。',
    '一、«坚定“四个意识”»。\n! “坚定“四个意识””应为“增强“四个意识””\n= 一、增强“四个意识”。',
    '一、提高政治判断力、«政治执行力、政治领悟力»。\n! 次序有误，政治“三力”是：政治判断力、政治领悟力、政治执行力\n= 一、提高政治判断力、政治领悟力、政治执行力。',
    '一、增强政治意识、«全局意识»、核心意识、看齐意识。\n! “全局意识”应为“大局意识”，“四个意识”是：政治意识、大局意识、核心意识、看齐意识\n= 一、增强政治意识、大局意识、核心意识、看齐意识。',
    '一、做到“六稳”（«稳就业、稳外贸»、稳外资、稳投资、稳预期）。\n! 缺“稳金融”，“六稳”是：稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期\n= 一、做到“六稳”（稳就业、稳金融、稳外贸、稳外资、稳投资、稳预期）。',
  ],
  shows: [watched],
  applies: (line) => words.applies(line) || formulationsIn(line).length > 0,
  *check(line) {
    yield* words.check(line)
    const checks = formulationsIn(line)
    const text = checks.length > 0 ? readUnquoted(line.text) : undefined
    for (const check of checks) if (text) for (const slip of check(text)) yield finding(line, slip)
  },
})

function finding(line: Line, slip: Slip): Found {
  const { from, to, right, sure } = slip
  const span = { line, from, to }
  return {
    ...span,
    severity: severity[sure] ?? 'information',
    message: messageOf(slip, line.text.slice(from, to)),
    ...(right !== undefined && { fixes: [replace(span, right, sure !== 'hint')] }),
  }
}

function messageOf({ formulation, kind, member }: Slip, words: string): Message {
  const { name, members } = formulation
  const whole = members.map(([usual]) => usual).join('、')
  const [zh, en] = members.length === 1 ? ['', ''] : [`，${name}是：${whole}`, `; ${name}: ${whole}`]
  const should = {
    zh: `${quoted(words)}应为${quoted(member)}${zh}`,
    en: `${quoted(words)} should be ${quoted(member)}${en}`,
  }
  if (kind === 'word') return should
  if (kind === 'missing') return { zh: `缺${quoted(member)}${zh}`, en: `${quoted(member)} is missing${en}` }
  return { zh: `次序有误${zh}`, en: `wrong order${en}` }
}
