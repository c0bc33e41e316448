import type { Option } from 'commander'

/** What commander says of a wrong command line, and what we say in Chinese. */
const errors: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, '没有“$1”这个命令'],
  [/^error: unknown option '(.*)'/, '没有 $1 这个选项'],
  [/^error: missing required argument '(.*)'/, '少了参数：$1'],
  [/^error: option '(.*)' argument missing/, '选项 $1 后面少了值'],
  [
    /^error: option '(?:-\w, )?(--[^ ']+)[^']*' argument '(.*)' is invalid\. Allowed choices are (.*)\./,
    '选项 $1 不能是“$2”；可用：$3',
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are (.*)\./,
    '$2 不能是“$1”；可用：$3',
  ],
  [/^error: option '(?:-\w, )?(--[^ ']+)[^']*' argument '(.*)' is invalid\. /, '选项 $1 不能是“$2”：'],
  [/^error: too many arguments.*Expected (\d+) arguments? but got (\d+)\./, '参数多了：应有 $1 个，写了 $2 个'],
  [/^error: /, ''],
  [/\(Did you mean one of (.*)\?\)/, '是不是：$1？'],
  [/\(Did you mean (.*)\?\)/, '是不是 $1？'],
]

/** What is wrong with the command line, in Chinese. */
export const errorInChinese = (text: string): string =>
  errors.reduce((now, [pattern, words]) => now.replace(pattern, words), text)

/** What help says of an option: what it may be, and what it is when nobody says. */
export function optionInChinese({ description, argChoices, defaultValue }: Option): string {
  const more = [
    argChoices && `可用 ${argChoices.join(', ')}`,
    defaultValue !== undefined && defaultValue !== false && `默认 ${defaultValue}`,
  ].filter(Boolean)
  return more.length > 0 ? `${description}（${more.join('; ')}）` : description
}

/** What each command is used for, as people type it. */
const examples: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  lint: [
    ['yaodian lint 工作要点.plan', '检查一份', 'one document'],
    ['yaodian lint --quiet 文稿/', '一个文件夹，只看错误和警告', 'a folder, errors and warnings'],
    ['yaodian lint --comments 批注稿.docx 稿.docx', '批在 Word 里', 'as comments in Word'],
  ],
  check: [['yaodian check --report 报告.html 稿.docx', '能不能印发，另存报告', 'is it ready; with a report']],
  outline: [['yaodian outline 工作要点.plan', '大纲、责任单位和时限', 'items, owners, deadlines']],
  fix: [
    ['yaodian fix 工作要点.plan', '先看会改什么', 'see what would change'],
    ['yaodian fix --write 工作要点.plan', '写回', 'change it'],
  ],
  renumber: [['yaodian renumber --write 工作要点.plan', '重新编号', 'number anew']],
  owners: [['yaodian owners --by unit -o 清单.xlsx 要点.plan', '一个单位一张表', 'a sheet for each unit']],
  init: [['yaodian init --region 浙江省 杭州市 --yes', '不提问', 'without a question']],
  explain: [['yaodian explain ordinal/skip', '序号跳号是怎么回事', 'what a skipped number is']],
  learn: [['yaodian learn -o 用语.gz 历年文件/', '学习历年的用语', 'learn from earlier years']],
}

/** The examples of a command below its help, in two columns. */
export function examplesOf(command: string, isChinese: boolean, columns: (text: string) => number): string {
  const own = examples[command] ?? []
  if (own.length === 0) return ''
  const width = Math.max(...own.map(([words]) => columns(words)))
  const lines = own.map(([words, zh, en]) => `  ${words}${' '.repeat(width - columns(words))}  ${isChinese ? zh : en}`)
  return `\n${isChinese ? '例：' : 'Examples:'}\n${lines.join('\n')}`
}
