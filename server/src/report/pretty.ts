import type { Severity } from '../lint/severity.ts'
import { columns } from './columns.ts'
import type { Diagnostic, Locale } from './diagnostic.ts'
import { excerptOf, visible } from './excerpt.ts'
import type { Summary } from './json.ts'
import { entitled, type OutlineDocument, type OutlineItem } from './outline.ts'
import { severityNames } from './severity-names.ts'

/** How to colour; the identity where the output is no terminal. */
export type Paint = Readonly<Record<'red' | 'yellow' | 'blue' | 'dim' | 'bold', (text: string) => string>> & {
  readonly isColorSupported: boolean
}

const colours: Readonly<Record<Severity, 'red' | 'yellow' | 'blue' | 'dim'>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
}

/** One finding: path:line:column (from 1), severity, message, rule, and the words in their sentence below. */
export function prettyDiagnostic(path: string, line: string, found: Diagnostic, locale: Locale, paint: Paint): string {
  const { range, severity, message, rule } = found
  const place = `${path}:${range.start.line + 1}:${range.start.character + 1}`
  const name = paint[colours[severity]](severityNames[severity][locale])
  return `${paint.bold(place)} ${name} ${message} ${paint.dim(rule)}\n    ${excerpt(line, found, paint)}`
}

/** Columns of a terminal that the sentence may take: 80 less the indent. */
const width = 74

/** The finding's words, marked, with as much of their sentence as fits on a line. */
function excerpt(line: string, found: Diagnostic, paint: Paint): string {
  const sentence = excerptOf(line, found)
  const words = clip(sentence.words, width - 24, 'end')
  const mark = paint.isColorSupported ? paint[colours[found.severity]](words) : `«${words}»`
  const room = width - columns(words) - 2
  const before = clip(sentence.before, Math.floor(room / 2), 'start')
  const after = clip(sentence.after, room - columns(before), 'end')
  return `${before.trimStart()}${mark}${after}`
}

/** As many characters as fit, from the end that is kept, with … where some are left out. */
function clip(text: string, room: number, cut: 'start' | 'end'): string {
  const clean = visible(text)
  if (columns(clean) <= room) return clean
  const characters = [...clean]
  if (cut === 'start') characters.reverse()
  let used = 2
  const kept: string[] = []
  for (const char of characters) {
    used += columns(char)
    if (used > room) break
    kept.push(char)
  }
  return cut === 'start' ? `…${kept.reverse().join('')}` : `${kept.join('')}…`
}

export function prettySummary(summary: Summary, locale: Locale, paint: Paint): string {
  const { files: count, error, warning, information, hint } = summary
  if (error + warning + information + hint === 0) {
    return locale === 'zh' ? `已检查 ${count} 个文件，没有发现问题。` : `${count} checked, nothing found.`
  }
  const parts =
    locale === 'zh'
      ? [`${error} 个错误`, `${warning} 个警告`, `${information + hint} 个提示`]
      : [`${error} errors`, `${warning} warnings`, `${information + hint} remarks`]
  const line = parts.join(locale === 'zh' ? '，' : ', ')
  return paint.bold(locale === 'zh' ? `已检查 ${count} 个文件：${line}。` : `${count} checked: ${line}.`)
}

/** A plan's outline as an indented tree, owners and deadlines behind. */
export function prettyOutline(
  path: string,
  documents: readonly OutlineDocument[],
  locale: Locale,
  paint: Paint,
): string {
  const untitled = locale === 'zh' ? '（无标题）' : '(untitled)'
  return documents
    .flatMap(({ title, range, items }) => [
      paint.bold(`${title || untitled}`) + paint.dim(`  ${path}:${range.start.line + 1}`),
      ...items.flatMap((item) => branch(item, 1, locale, paint)),
    ])
    .join('\n')
}

function branch(item: OutlineItem, depth: number, locale: Locale, paint: Paint): string[] {
  const owners = [...item.lead, ...item.support]
  const comma = locale === 'zh' ? '、' : ', '
  const notes = [owners.length > 0 ? `［${owners.join(comma)}］` : '', item.deadline ?? ''].filter(Boolean).join(' ')
  const line = `${'  '.repeat(depth)}${entitled(item.ordinal, item.title)}${notes && paint.dim(` ${notes}`)}`
  return [line, ...item.items.flatMap((child) => branch(child, depth + 1, locale, paint))]
}
