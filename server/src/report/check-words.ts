import type { Message } from '../lint/message.ts'
import type { Profile } from '../lint/profile.ts'
import { fill } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import type { Check, Counts, PointState, Verdict } from './check.ts'
import type { Locale } from './diagnostic.ts'
import type { LevelReading } from './facts.ts'

/** What the check says of itself, in whatever form it is shown. */
export const words = {
  checklist: { zh: '核稿清单', en: 'Checklist' },
  findings: { zh: '问题', en: 'Findings' },
  hints: { zh: '仅供参考', en: 'Hints' },
  none: { zh: '没有发现问题。', en: 'Nothing was found.' },
  accepted: { zh: '已接受', en: 'Accepted' },
  facts: { zh: '文稿概况', en: 'The document' },
  untitled: { zh: '（无标题）', en: '(untitled)' },
  line: { zh: '第 {0} 行', en: 'Line {0}' },
  checked: { zh: '按“{0}”检查', en: 'Checked for “{0}”' },
  file: { zh: '文件', en: 'File' },
  characters: { zh: '字数（不计空格）', en: 'Characters without blanks' },
  sections: { zh: '部分', en: 'Sections' },
  items: { zh: '条目', en: 'Items' },
  annexes: { zh: '附件', en: 'Annexes' },
  units: { zh: '责任单位', en: 'Units' },
  tasks: { zh: '任务', en: 'Tasks' },
  unowned: { zh: '其中 {0} 项没有责任单位', en: '{0} without an owner' },
  deadlines: { zh: '有时限的任务', en: 'Tasks with a deadline' },
  days: { zh: '{0} 至 {1}', en: '{0} to {1}' },
  numbering: { zh: '序号读作', en: 'Numbering read as' },
  certain: { zh: '改正全部有把握的错误', en: 'Fix every certain mistake' },
  export: { zh: '导出报告…', en: 'Export a report…' },
  comments: { zh: '写成批注，另存 Word…', en: 'Save a copy with comments…' },
  toPlan: { zh: '转成文稿', en: 'Turn into a plan text' },
  moreOf: { zh: '“{0}”另有 {1} 处', en: '{1} more of “{0}”' },
  accept: { zh: '接受', en: 'Accept' },
  more: { zh: '其他处理…', en: 'More…' },
  stage: { zh: '阶段', en: 'Stage' },
  all: { zh: '全部', en: 'All' },
  documents: { zh: '{0} 份文稿，{1} 份可以印发', en: '{1} of {0} documents are ready' },
} as const satisfies Record<string, Message>

export const say = (locale: Locale, key: keyof typeof words, ...args: readonly (string | number)[]): string =>
  fill(words[key][locale], args)

export const profileNames: Readonly<Record<Profile, Message>> = {
  draft: { zh: '起草', en: 'draft' },
  review: { zh: '送审', en: 'review' },
  issue: { zh: '印发', en: 'issue' },
}

/** What a document is ready for at each stage, or not. */
const verdicts: Readonly<Record<Profile, Readonly<Record<Verdict, Message>>>> = {
  draft: {
    ready: { zh: '没有发现问题', en: 'Nothing was found' },
    look: { zh: '没有明显的错误，有几处请再看一眼', en: 'No plain mistakes; some places are worth a look' },
    not: { zh: '还有问题要改', en: 'There is something to mend' },
  },
  review: {
    ready: { zh: '可以送审', en: 'Ready for review' },
    look: { zh: '可以送审，有几处请再看一眼', en: 'Ready for review; some places are worth a look' },
    not: { zh: '还不能送审', en: 'Not ready for review' },
  },
  issue: {
    ready: { zh: '可以印发', en: 'Ready to issue' },
    look: { zh: '可以印发，有几处请再看一眼', en: 'Ready to issue; some places are worth a look' },
    not: { zh: '还不能印发', en: 'Not ready to issue' },
  },
}

export const verdictOf = ({ profile, verdict }: Pick<Check, 'profile' | 'verdict'>, locale: Locale): string =>
  verdicts[profile][verdict][locale]

const counted: Readonly<Record<Severity, Message>> = {
  error: { zh: '{0} 处错误', en: 'errors: {0}' },
  warning: { zh: '{0} 处警告', en: 'warnings: {0}' },
  information: { zh: '{0} 处提示', en: 'remarks: {0}' },
  hint: { zh: '{0} 处参考', en: 'hints: {0}' },
}

/** 2 处错误、1 处警告; empty where there is nothing. */
export const countsText = (counts: Counts, locale: Locale, of: readonly Severity[] = told): string =>
  of
    .filter((severity) => counts[severity] > 0)
    .map((severity) => fill(counted[severity][locale], [counts[severity]]))
    .join(locale === 'zh' ? '、' : ', ')

/** The severities that the verdict goes by. */
export const told = ['error', 'warning', 'information'] as const satisfies readonly Severity[]

/** A state's sign, and its name, so that nobody needs to tell colours. */
export const states: Readonly<Record<PointState, { readonly sign: string; readonly name: Message }>> = {
  pass: { sign: '✓', name: { zh: '没有问题', en: 'nothing found' } },
  look: { sign: '○', name: { zh: '请再看一眼', en: 'worth a look' } },
  fail: { sign: '✗', name: { zh: '有问题', en: 'to be mended' } },
  off: { sign: '–', name: { zh: '这一阶段不查', en: 'not asked at this stage' } },
}

export const verdictSigns: Readonly<Record<Verdict, string>> = { ready: '✓', look: '○', not: '✗' }

const habits: Readonly<Record<LevelReading['habit'], Message>> = {
  restarts: { zh: '逐节重新编号', en: 'starts again in each section' },
  'runs on': { zh: '全文连续编号', en: 'runs on through the text' },
  mixed: { zh: '有的重新编号，有的连续', en: 'partly starts again, partly runs on' },
  once: { zh: '', en: '' },
}

/** 一、（5 条） → （一）（12 条，逐节重新编号） */
export const levelsText = (levels: readonly LevelReading[], locale: Locale): string =>
  levels
    .map(({ example, count, habit }) => {
      const number = locale === 'zh' ? `${count} 条` : String(count)
      const said = [number, habits[habit][locale]].filter(Boolean).join(locale === 'zh' ? '，' : ', ')
      return locale === 'zh' ? `${example}（${said}）` : `${example} (${said})`
    })
    .join(' → ')

/** The facts of a document as pairs of a name and a value. */
export function factRows({ facts, accepted }: Check, locale: Locale): readonly (readonly [string, string])[] {
  const { characters, sections, items, annexes, units, tasks, unowned, dated, firstDay, lastDay, numbering } = facts
  const tell = (key: keyof typeof words, ...args: readonly (string | number)[]) => say(locale, key, ...args)
  const aside = (text: string) => (locale === 'zh' ? `（${text}）` : ` (${text})`)
  const days = firstDay === lastDay ? firstDay : tell('days', firstDay, lastDay)
  return [
    [tell('characters'), String(characters)],
    [tell('sections'), String(sections)],
    [tell('items'), String(items)],
    ...(annexes > 0 ? [[tell('annexes'), String(annexes)] as const] : []),
    [tell('tasks'), tasks + (unowned > 0 ? aside(tell('unowned', unowned)) : '')],
    [tell('units'), String(units)],
    [tell('deadlines'), dated + (days ? aside(days) : '')],
    ...numbering.map(({ title, levels }) => {
      const of = numbering.length > 1 && title ? aside(title) : ''
      return [tell('numbering') + of, levelsText(levels, locale)] as const
    }),
    ...(accepted.length > 0 ? [[tell('accepted'), String(accepted.length)] as const] : []),
  ]
}
