import writeXlsxFile, { type Feature } from 'write-excel-file/universal'
import { columns as widthOf } from './columns.ts'
import type { Locale } from './diagnostic.ts'
import { type Column, cellText, type Duty, headings, type Sheet, span } from './owner-list.ts'

/** Widths of columns in characters of the sheet's font; together they fill A4 laid across. */
const widths: Readonly<Record<Column, number>> = {
  number: 6,
  section: 16,
  task: 48,
  lead: 18,
  support: 22,
  leader: 10,
  deadline: 13,
  place: 12,
  document: 24,
}

const font = { fontFamily: '宋体', fontSize: 11 } as const
const edge = { borderStyle: 'thin', borderColor: '#808080' } as const
const middle = { alignVertical: 'center', wrap: true, ...edge } as const
const headCell = { ...middle, align: 'center', fontWeight: 'bold', backgroundColor: '#E7EDF3' } as const

/**
 * A workbook with a sheet for each list: the title above, the row of headings frozen and printed on every page, cells
 * of one task made one. A4 laid across, as wide as the page.
 */
export async function ownersXlsx(
  sheets: readonly Sheet[],
  columns: readonly Column[],
  title: string,
  locale: Locale,
): Promise<Uint8Array> {
  const taken = new Set<string>()
  const pages = sheets.map(({ name, duties }) => ({
    sheet: sheetName(name || (locale === 'zh' ? '责任清单' : 'Owners'), taken),
    orientation: 'landscape' as const,
    stickyRowsCount: 2,
    columns: columns.map((column) => ({ width: widths[column] })),
    data: [
      titleRow(name ? `${title}（${name}）` : title, columns),
      columns.map((column) => ({ value: headings[locale][column], ...headCell })),
      ...duties.map((_, i) => row(duties, i, columns)),
    ],
  }))
  const workbook = await writeXlsxFile(pages, { ...font, features: [printReady] }).toBlob()
  return new Uint8Array(await workbook.arrayBuffer())
}

const titleRow = (title: string, columns: readonly Column[]) => [
  { value: title, columnSpan: columns.length, align: 'center', fontWeight: 'bold', fontSize: 16, height: 30 } as const,
  ...columns.slice(1).map(() => null),
]

function row(duties: readonly Duty[], i: number, columns: readonly Column[]) {
  const duty = duties[i] as Duty
  const height = heightOf(duty, columns)
  return columns.map((column) => {
    const rowSpan = span(duties, i, column)
    if (rowSpan === 0) return null
    const align = column === 'number' ? 'center' : 'left'
    const common = { ...middle, height, align, ...(rowSpan > 1 && { rowSpan }) } as const
    return column === 'number'
      ? { value: duty.number, ...common }
      : { value: cellText(duty, column).slice(0, mostCharacters), ...common }
  })
}

/** Points. A cell that wraps is only made higher by the program that opens the file, and not by all of them. */
const lineHeight = 16
/** A row is no higher in Excel, and a cell holds no more characters. */
const highest = 409
const mostCharacters = 32_767

function heightOf(duty: Duty, columns: readonly Column[]): number {
  // A column's width counts digits, of which a Chinese character takes two and a cell's edges one.
  const lines = columns.map((column) => Math.ceil(widthOf(cellText(duty, column)) / (widths[column] - 2)))
  return Math.min(Math.max(1, ...lines) * lineHeight + 6, highest)
}

/** What a sheet's name may hold: 31 characters, some marks not, and none twice. */
function sheetName(name: string, taken: Set<string>): string {
  const clean = name.replace(/[\\/?*[\]:：]/g, ' ').trim() || '-'
  for (let n = 1; ; n++) {
    const tail = n === 1 ? '' : `(${n})`
    const candidate = clean.slice(0, 31 - tail.length) + tail
    if (taken.has(candidate.toLowerCase())) continue
    taken.add(candidate.toLowerCase())
    return candidate
  }
}

/** A4, as wide as the page, the title and the headings again on every page: what the library has no option for. */
const printReady: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml
            .replace(/<worksheet([^<>]*)>/, '<worksheet$1><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
            .replace(
              /<pageSetup[^<>]*\/>/,
              '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
            ),
      },
      'xl/workbook.xml': {
        transform: (xml, sheets) => {
          const names = sheets.map(
            ({ sheet = '' }, i) =>
              `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(sheet)}'!$1:$2</definedName>`,
          )
          const own = `<definedNames>${names.join('')}</definedNames>`
          // One element of that name may stand there, and the library has written it.
          return /<definedNames\s*\/>/.test(xml)
            ? xml.replace(/<definedNames\s*\/>/, own)
            : xml.replace('</sheets>', `</sheets>${own}`)
        },
      },
    },
  },
}

const escaped = (name: string): string =>
  name.replaceAll("'", "''").replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
