import type { Option } from '../lint/option.ts'
import type { Rank, Rule } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { checklist, familyOf } from './checklist.ts'
import { severityNames } from './severity-names.ts'

/** The file name of a rule's page: ordinal/skip → ordinal-skip.md. */
export const pageName = (id: string): string => `${id.replace('/', '-')}.md`

const certainty: Readonly<Record<Severity, string>> = {
  error: '错误（有把握）',
  warning: '警告（多半是错）',
  information: '提示（体例，或请再看一眼）',
  hint: '参考',
}

const ranks: Readonly<Record<Rank, string>> = {
  standard: '国家标准',
  practice: '通行做法',
  house: '各单位的体例',
}

const stages = { review: '送审起检查，起草时不检查', issue: '只在印发前检查' } as const

/** Severity, as it is at each stage. */
const severityLine = ({ severity, atIssue, stage }: Rule): string =>
  [
    certainty[severity],
    atIssue && atIssue !== severity && `印发前按${severityNames[atIssue].zh}`,
    stage && stages[stage],
  ]
    .filter(Boolean)
    .join('；')

const optionRow = ({ name, default: usual, about, least, most, values }: Option): string => {
  const range = values?.map((value) => `\`${value}\``).join('、') ?? (least === undefined ? '' : `${least}～${most}`)
  return `| \`${name}\` | ${about.zh} | \`${JSON.stringify(usual)}\` | ${range} |`
}

const optionTable = (options: readonly Option[]): string =>
  `\n\n| 选项 | 作用 | 不写时 | 可取 |\n|---|---|---|---|\n${options.map(optionRow).join('\n')}`

/** How a rule with its options is written in yaodian.json. */
const optionExample = (id: string, [{ name, default: usual }]: readonly [Option, ...Option[]]): string =>
  `\n\n选项和级别写在一起：\`{ "rules": { "${id}": { "severity": "warning", "${name}": ${JSON.stringify(usual)} } } }\`。`

/** A rule's page in Markdown, written from the rule itself. */
export function rulePage(rule: Rule): string {
  const { id, title, why, source, rank, good, bad, given, message, options = [] } = rule
  const [first, ...more] = options
  return `# ${id} ${title.zh}

${why.zh}

- 级别：${severityLine(rule)}
- 依据：${source}（${ranks[rank]}）
- 信息：${message.zh}

## 会报告

${given ? `\`yaodian.json\` 里写着：\n\n\`\`\`json\n${given}\n\`\`\`\n\n` : ''}「«…»」是标出的字，「!」是信息，「=」是改正后的样子。

${bad.map(block).join('\n\n')}

## 不报告

${good.map(block).join('\n\n')}

## 调整

在 \`yaodian.json\` 里写 \`{ "rules": { "${id}": "off" } }\` 可以关掉，也可以改成 \`error\`、\`warning\`、\`information\`、\`hint\`。${first ? optionTable(options) + optionExample(id, [first, ...more]) : ''}

## In English

**${title.en}.** ${why.en} Message: “${message.en}”.
`
}

const block = (text: string): string => `\`\`\`text\n${text}\n\`\`\``

/** The table of all rules, for the README and the index of the pages. */
export const ruleTable = (rules: readonly Rule[], folder: string): string =>
  [
    '| 规则 | 查什么 | 级别 |',
    '|---|---|---|',
    ...rules.map(
      ({ id, title, severity }) => `| [${id}](${folder}${pageName(id)}) | ${title.zh} | ${certainty[severity]} |`,
    ),
  ].join('\n')

/** The rules by the points of the checklist, for the README. */
export const checklistTable = (rules: readonly Rule[], folder: string): string =>
  [
    '| 核稿项目 | 查什么 |',
    '|---|---|',
    ...checklist.map(({ title, families }) => {
      const own = rules.filter(({ id }) => families.includes(familyOf(id)))
      return `| ${title.zh} | ${own.map((rule) => `[${rule.title.zh}](${folder}${pageName(rule.id)})`).join('、')} |`
    }),
  ].join('\n')
