import { InvalidArgumentError, Option } from 'commander'
import { profiles } from '../../lint/profile.ts'
import { readConfig } from '../../lint/read-config.ts'
import { regionNamed, yearNamed } from '../../report/guess.ts'
import { lintFormats } from '../../report/lint-formats.ts'
import { type Column, columnsNamed, headings } from '../../report/owner-list.ts'
import { rules } from '../../rules/index.ts'
import { type Encoding, encodingNamed, encodings } from '../encoding.ts'
import { whens } from './colour.ts'
import { locale, say, terminalLocale } from './locale.ts'

/** What several commands take, each as it is written and read. */
export const lang = () =>
  new Option('--lang <lang>', say('信息语言', 'language of messages')).choices(['zh', 'en']).default(terminalLocale())
export const format = () =>
  new Option('--format <format>', say('输出格式', 'output format')).choices(['pretty', 'json']).default('pretty')
export const color = () =>
  new Option('--color <when>', say('什么时候用颜色', 'when to use colours')).choices(whens).default('auto')
export const encoding = () =>
  new Option(
    '--encoding <encoding>',
    say('文件的编码，如 gb18030（默认自动识别）', 'encoding of the files, as gb18030 (found out by itself)'),
  ).argParser(readEncoding)
export const lintFormat = () =>
  new Option('--format <format>', say('输出格式', 'output format')).choices(Object.keys(lintFormats)).default('pretty')
export const rule = () =>
  new Option(
    '--rule <id=severity>',
    say('调整规则的级别，可以写多次', 'severity of a rule; may be repeated'),
  ).argParser((text: string, before: Record<string, string> = {}) => ({ ...before, ...readRule(text) }))
export const profile = () => new Option('--profile <profile>', say('按哪个阶段检查', 'stage')).choices(profiles)
export const paths = [`<path...>`, say('要检查的文件', 'files')] as const

/** typo/word=off, or a family: typo=hint. */
function readRule(text: string): Record<string, string> {
  const [id = '', severity = ''] = text.split('=')
  const { problems } = readConfig(JSON.stringify({ rules: { [id]: severity } }), rules)
  const [problem] = problems
  if (problem) throw new InvalidArgumentError(problem.message[locale])
  return { [id]: severity }
}

function readEncoding(text: string): Encoding {
  const found = encodingNamed(text)
  if (!found) throw new InvalidArgumentError(say(`可用：${encodings.join('、')}`, `known: ${encodings.join(', ')}`))
  return found
}

export function readYear(text: string): number {
  const year = yearNamed(text)
  if (year === undefined) throw new InvalidArgumentError(say('应是四位年份', 'a year of four digits is expected'))
  return year
}

export function readRegion(text: string): readonly string[] {
  const region = regionNamed(text)
  if (!region)
    throw new InvalidArgumentError(
      say('没有这个省、市、县；请写全称，如“浙江省 杭州市”', 'no such place; full names, as “浙江省 杭州市”'),
    )
  return region
}

export function readJobs(text: string): number {
  if (!/^[1-9][0-9]{0,2}$/.test(text))
    throw new InvalidArgumentError(say('应是 1 以上的数', 'a number from 1 is expected'))
  return Number(text)
}

export function readCount(text: string): number {
  if (!/^[0-9]+$/.test(text)) throw new InvalidArgumentError(say('应是一个数', 'a number is expected'))
  return Number(text)
}

export function readColumns(text: string): readonly Column[] {
  const found = columnsNamed(text)
  if ('unknown' in found) {
    const known = Object.values(headings[locale]).join('、')
    throw new InvalidArgumentError(
      say(`没有“${found.unknown}”这一列；可用：${known}`, `no column “${found.unknown}”; ${known}`),
    )
  }
  return found
}
