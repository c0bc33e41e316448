import type { Rule } from '../lint/rule.ts'
import { fill } from '../lint/rule.ts'
import { checklist, familyOf } from './checklist.ts'
import { columns } from './columns.ts'
import type { Locale } from './diagnostic.ts'
import type { Paint } from './pretty.ts'
import { severityNames } from './severity-names.ts'

const width = 78

/** A rule for a terminal 80 columns wide: what it is, why, how severe, on whose authority, and documents with and without the mistake. */
export function ruleText(rule: Rule, locale: Locale, paint: Paint): string {
  const { id, title, why, severity, source, message, good, bad, options = [] } = rule
  const zh = locale === 'zh'
  const shown = (text: string) =>
    text
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n')
  return [
    `${paint.bold(id)} ${title[locale]}（${severityNames[severity][locale]}）`
      .replace('（', zh ? '（' : ' (')
      .replace('）', zh ? '）' : ')'),
    '',
    wrapped(why[locale]),
    '',
    wrapped(`${zh ? '依据：' : 'Source: '}${source}`),
    wrapped(`${zh ? '信息：' : 'Message: '}${fill(message[locale], ['…', '…', '…'])}`),
    ...options.map(({ name, about, default: usual }) =>
      wrapped(`${zh ? '选项' : 'Option'} ${name}（${JSON.stringify(usual)}）：${about[locale]}`),
    ),
    '',
    paint.bold(
      zh
        ? '会报告（«…» 是标出的字，! 是信息，= 是改正后的样子）'
        : 'Reported («…» is marked, ! the message, = the line mended)',
    ),
    ...bad.flatMap((text) => [shown(text), '']),
    paint.bold(zh ? '不报告' : 'Not reported'),
    ...good.flatMap((text) => [shown(text), '']),
  ].join('\n')
}

/** Every rule on a line, by the points of the checklist. */
export function ruleList(rules: readonly Rule[], locale: Locale, paint: Paint): string {
  const longest = Math.max(...rules.map(({ id }) => id.length))
  return checklist
    .map(({ title, families }) => {
      const own = rules.filter(({ id }) => families.includes(familyOf(id)))
      const lines = own.map(
        ({ id, severity, title: name }) =>
          `  ${id.padEnd(longest)}  ${severityNames[severity][locale]}  ${name[locale]}`,
      )
      return `${paint.bold(title[locale])}\n${lines.join('\n')}\n`
    })
    .join('\n')
}

/** Lines that a terminal holds, broken between characters where that is Chinese, between words where it is not. */
function wrapped(text: string): string {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[A-Za-z0-9“”'’_./:-]+\s*|./gsu) ?? []) {
    if (line !== '' && columns(line) + columns(piece.trimEnd()) > width && !/^[，。；：、）”》]/.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()].join('\n')
}
