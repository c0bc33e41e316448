import { stringify } from 'csv-stringify/sync'
import { columns as widthOf } from './columns.ts'
import type { Locale } from './diagnostic.ts'
import { type Column, cellText, type Duty, headings, type Sheet } from './owner-list.ts'

type Writer = (sheets: readonly Sheet[], columns: readonly Column[], locale: Locale) => string

/** CSV with a BOM, or Excel takes it for another encoding. A cell that begins like a formula is text. */
export const ownersCsv: Writer = (sheets, columns, locale) => {
  const named = sheets.some(({ name }) => name !== '')
  const row = (name: string, cells: readonly string[]) => (named ? [name, ...cells] : cells)
  const rows = [
    row(
      locale === 'zh' ? '分组' : 'Group',
      columns.map((column) => headings[locale][column]),
    ),
    ...sheets.flatMap(({ name, duties }) =>
      duties.map((duty) =>
        row(
          name,
          columns.map((column) => cellText(duty, column)),
        ),
      ),
    ),
  ]
  return `\uFEFF${stringify(rows as string[][], { record_delimiter: 'windows', escape_formulas: true })}`
}

export const ownersMarkdown: Writer = (sheets, columns, locale) => {
  const row = (texts: readonly string[]) => `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
  return sheets
    .map(({ name, duties }) => {
      const lines = [
        row(columns.map((column) => headings[locale][column])),
        row(columns.map(() => '---')),
        ...duties.map((duty) => row(columns.map((column) => cellText(duty, column)))),
      ]
      return `${name ? `## ${name}\n\n` : ''}${lines.join('\n')}\n`
    })
    .join('\n')
}

/** Rows of cells parted by tabs, as a plan document holds a table. */
export const ownersTabs = (duties: readonly Duty[], columns: readonly Column[], locale: Locale): readonly string[] => [
  columns.map((column) => headings[locale][column]).join('\t'),
  ...duties.map((duty) => columns.map((column) => cellText(duty, column).replace(/\s+/g, ' ')).join('\t')),
]

/** For a terminal 80 columns wide: a task on one line, who and when on the next. */
export const ownersTable: Writer = (sheets, _, locale) =>
  sheets
    .map(({ name, duties }) => {
      const count = locale === 'zh' ? `（${duties.length} 项）` : ` (${duties.length})`
      return `${name ? `${name}${count}\n` : ''}${duties.map(line).join('')}`
    })
    .join('\n')

const width = 79

function line({ task, lead, support, deadline, place }: Duty): string {
  const who = [shown(lead), support.length > 0 ? `+ ${shown(support)}` : '', deadline].filter(Boolean).join('  ')
  return `  ${clip(`${place} ${task}`, width - 2)}\n${who ? `    ${clip(who, width - 4)}\n` : ''}`
}

/** No more fit on a line. */
const shown = (names: readonly string[]): string => names.slice(0, width).join('、')

function clip(whole: string, room: number): string {
  // A column is half a character at least: what is behind could not be shown.
  const text = whole.slice(0, room + 1)
  if (text === whole && widthOf(text) <= room) return text
  let out = ''
  let used = 2
  for (const char of text) {
    used += widthOf(char)
    if (used > room) break
    out += char
  }
  return `${out}…`
}
