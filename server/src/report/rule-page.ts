import type { Rule } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'

/** The file name of a rule's page: ordinal/skip → ordinal-skip.md. */
export const pageName = (id: string): string => `${id.replace('/', '-')}.md`

const certainty: Readonly<Record<Severity, string>> = {
  error: '错误（有把握）',
  warning: '警告（多半是错）',
  information: '提示（体例，或请再看一眼）',
  hint: '参考',
}

/** A rule's page in Markdown, written from the rule itself. */
export function rulePage({ id, title, severity, why, source, good, bad, given, message }: Rule): string {
  return `# ${id} ${title.zh}

${why.zh}

- 级别：${certainty[severity]}
${source ? `- 依据：${source}\n` : ''}- 信息：${message.zh}

## 会报告

${given ? `\`yaodian.json\` 里写着：\n\n\`\`\`json\n${given}\n\`\`\`\n\n` : ''}「«…»」是标出的字，「!」是信息，「=」是改正后的样子。

${bad.map(block).join('\n\n')}

## 不报告

${good.map(block).join('\n\n')}

## 调整

在 \`yaodian.json\` 里写 \`{ "rules": { "${id}": "off" } }\` 可以关掉，也可以改成 \`error\`、\`warning\`、\`information\`、\`hint\`。

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
