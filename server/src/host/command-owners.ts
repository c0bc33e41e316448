import { stringify } from 'csv-stringify/sync'
import { analyze } from '../plan/plan.ts'
import { columns } from '../report/columns.ts'
import type { Locale } from '../report/diagnostic.ts'
import { type Duty, duties, type Grouping, grouped } from '../report/duties.ts'
import { replaceFile } from './atomic.ts'
import { attempt, readFiles } from './files.ts'

type Options = {
  readonly by: Grouping
  readonly format: 'table' | 'json' | 'csv' | 'md'
  readonly output?: string
  readonly lang: Locale
}

/** Writes who answers for what, by when: for a terminal, for a program, for a spreadsheet, for a document. */
export function listOwners(paths: readonly string[], { by, format, output, lang }: Options): void {
  const files = [...readFiles(paths, lang)].map(({ path, text }) => ({ path, duties: duties(analyze(text)) }))
  const groups = grouped(
    files.flatMap((file) => file.duties),
    by,
    lang === 'zh' ? '未落实' : 'nobody',
  )
  const text = format === 'json' ? `${JSON.stringify({ version: 1, files })}\n` : writers[format](groups, lang)
  if (output) attempt(output, lang, () => replaceFile(output, text))
  else process.stdout.write(text)
}

type Groups = ReturnType<typeof grouped>

const heads: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['序号', '工作任务', '牵头单位', '配合单位', '完成时限', '出处'],
  en: ['No.', 'Task', 'Lead', 'Support', 'Deadline', 'Source'],
}

const cells = ({ task, lead, support, deadline, place, line }: Duty, i: number): readonly string[] => [
  String(i + 1),
  task,
  lead.join('、'),
  support.join('、'),
  deadline,
  place || `${line}`,
]

const writers: Readonly<Record<'table' | 'csv' | 'md', (groups: Groups, lang: Locale) => string>> = {
  // With a BOM, or Excel takes it for another encoding. A cell that begins like a formula is text.
  csv: (groups, lang) => {
    const named = groups.length > 1 || groups[0]?.[0] !== ''
    const rows = groups.flatMap(([name, own]) =>
      own.map((duty, i) => (named ? [name, ...cells(duty, i)] : cells(duty, i))),
    )
    const first = named ? ['', ...heads[lang]] : heads[lang]
    return `\uFEFF${stringify([first, ...rows] as string[][], { record_delimiter: 'windows', escape_formulas: true })}`
  },
  md: (groups, lang) =>
    groups
      .map(([name, own]) => {
        const row = (texts: readonly string[]) => `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`
        const lines = [
          row(heads[lang]),
          row(heads[lang].map(() => '---')),
          ...own.map((duty, i) => row(cells(duty, i))),
        ]
        return `${name ? `## ${name}\n\n` : ''}${lines.join('\n')}\n`
      })
      .join('\n'),
  table: (groups, lang) =>
    groups
      .map(([name, own]) => {
        const count = lang === 'zh' ? `（${own.length} 项）` : ` (${own.length})`
        return `${name ? `${name}${count}\n` : ''}${own.map((duty) => line(duty)).join('')}`
      })
      .join('\n'),
}

const width = 79

/** A task on one line of a terminal, who and when on the next. */
function line({ task, lead, support, deadline, place }: Duty): string {
  const who = [lead.join('、'), support.length > 0 ? `+ ${support.join('、')}` : '', deadline]
    .filter(Boolean)
    .join('  ')
  return `  ${clip(`${place} ${task}`, width - 2)}\n${who ? `    ${clip(who, width - 4)}\n` : ''}`
}

function clip(text: string, room: number): string {
  if (columns(text) <= room) return text
  let out = ''
  let used = 2
  for (const char of text) {
    used += columns(char)
    if (used > room) break
    out += char
  }
  return `${out}…`
}
