import type { Argument, Option } from 'commander'

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

/** What help says of an option or an argument: what it may be, and what it is when nobody says. */
export function valuesInChinese({ description, argChoices, defaultValue }: Option | Argument): string {
  const more = [
    argChoices && `可用 ${argChoices.join(', ')}`,
    defaultValue !== undefined && defaultValue !== false && `默认 ${defaultValue}`,
  ].filter(Boolean)
  return more.length > 0 ? `${description}（${more.join('; ')}）` : description
}

/** The line that says how a command is called. */
export const usageInChinese = (text: string): string =>
  text.replace('[options]', '[选项]').replace('[command]', '[命令]')

/** What each command is used for, as people type it. */
const examples: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  yaodian: [
    ['yaodian init', '先为文件夹写一份配置', 'begin with settings for a folder'],
    ['yaodian lint 工作要点.plan', '检查一份文稿', 'check a document'],
    ['yaodian lint --help', '一个命令的用法', 'what a command can do'],
  ],
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
  init: [
    ['yaodian init', '先问几个问题', 'after a few questions'],
    ['yaodian init --yes --units 单位名单.csv 文稿/', '不提问', 'without a question'],
  ],
  text: [['yaodian text -o 稿.plan 稿.docx', '转成文本接着改', 'as text, to go on with']],
  rules: [['yaodian rules', '有哪些规则', 'what is checked']],
  completion: [
    ['eval "$(yaodian completion bash)"', '写进 ~/.bashrc', 'in ~/.bashrc'],
    ['eval "$(yaodian completion zsh)"', '写进 ~/.zshrc，在 compinit 之后', 'in ~/.zshrc, behind compinit'],
    ['yaodian completion fish | source', '写进 ~/.config/fish/config.fish', 'in ~/.config/fish/config.fish'],
  ],
  lsp: [['yaodian lsp --stdio', '写在编辑器的设置里', 'in the settings of an editor']],
  explain: [['yaodian explain ordinal/skip', '序号跳号是怎么回事', 'what a skipped number is']],
  learn: [['yaodian learn -o 用语.gz 历年文件/', '学习历年的用语', 'learn from earlier years']],
}

/** What a command's exit status says, where its description does not. */
const statuses: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  init: ['0 写好了，2 没有写', '0 written, 2 not'],
  text: ['0 转好了，2 文件读不了', '0 done, 2 the file could not be read'],
  explain: ['0 有这条规则，2 没有', '0 there is such a rule, 2 there is none'],
  outline: ['0 都读了，2 有文件读不了', '0 all were read, 2 a file could not be'],
  fix: [
    '0 没有要改的或已写回，1 有要改的，2 有文件读不了',
    '0 nothing to change or written, 1 something, 2 unreadable',
  ],
  renumber: [
    '0 没有要改的或已写回，1 有要改的，2 有文件读不了',
    '0 nothing to change or written, 1 something, 2 unreadable',
  ],
  owners: ['0 写好了或与清单一致，1 与清单不同，2 有文件读不了', '0 written or the same, 1 they differ, 2 unreadable'],
  learn: ['0 写好了，2 有文件读不了', '0 written, 2 a file could not be read'],
}

/** The examples of a command below its help, in two columns, and its exit status. */
export function examplesOf(command: string, isChinese: boolean, columns: (text: string) => number): string {
  const own = examples[command] ?? []
  if (own.length === 0) return ''
  const width = Math.max(...own.map(([words]) => columns(words)))
  const lines = own.map(([words, zh, en]) => `  ${words}${' '.repeat(width - columns(words))}  ${isChinese ? zh : en}`)
  const [zh, en] = statuses[command] ?? []
  const status = zh && en ? (isChinese ? `\n\n退出码：${zh}` : `\n\nExit status: ${en}`) : ''
  return `\n${isChinese ? '例：' : 'Examples:'}\n${lines.join('\n')}${status}`
}
