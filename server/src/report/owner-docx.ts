import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Locale } from './diagnostic.ts'
import { type Column, cellText, type Duty, headings, type Sheet, span } from './owner-list.ts'

/** Lengths in twentieths of a point; A4 and the margins of GB/T 9704 5.2, laid across. */
const page = { width: 11906, height: 16838, top: 1587, right: 1984, bottom: 1474, left: 2098 }
const room = page.height - page.left - page.right

/** Shares of the room; those of the columns that a list has are made to fill it. */
const shares: Readonly<Record<Column, number>> = {
  number: 5,
  section: 14,
  task: 42,
  lead: 16,
  support: 20,
  leader: 10,
  deadline: 12,
  place: 11,
  document: 18,
}

/** A document with a table for each list, each on its own page; its row of headings stands on every page. */
export async function ownersDocx(
  sheets: readonly Sheet[],
  columns: readonly Column[],
  title: string,
  locale: Locale,
): Promise<Uint8Array> {
  const sections = sheets.map(({ name, duties }) => ({
    properties: {
      page: {
        size: { width: page.width, height: page.height, orientation: PageOrientation.LANDSCAPE },
        margin: { top: page.top, right: page.right, bottom: page.bottom, left: page.left },
      },
    },
    footers: { default: pageNumbers() },
    children: [
      paragraph(name ? `${title}（${name}）` : title, {
        font: heavy,
        size: 36,
        alignment: AlignmentType.CENTER,
        after: 240,
      }),
      table(duties, columns, locale),
    ],
  }))
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections })))
}

const heavy = { ascii: 'Times New Roman', eastAsia: '方正小标宋简体' }
const black = { ascii: 'Times New Roman', eastAsia: '黑体' }
const body = { ascii: 'Times New Roman', eastAsia: '仿宋_GB2312' }

type Style = {
  readonly font: typeof body
  /** Half points. */
  readonly size: number
  readonly alignment: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly after?: number
}

const paragraph = (text: string, { font, size, alignment, after = 0 }: Style) =>
  new Paragraph({ alignment, spacing: { after }, children: [new TextRun({ text, font, size })] })

function table(duties: readonly Duty[], columns: readonly Column[], locale: Locale): Table {
  const all = columns.reduce((sum, column) => sum + shares[column], 0)
  const widths = columns.map((column) => Math.floor((room * shares[column]) / all))
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column, i) =>
      cell(headings[locale][column], widths[i] ?? 0, { font: black, size: 24, alignment: AlignmentType.CENTER }),
    ),
  })
  const rows = duties.map((duty, i) => {
    const own = columns.flatMap((column, at) => {
      // A cell that spans rows is written once; docx leaves its place in the rows below to itself.
      const rowSpan = span(duties, i, column)
      if (rowSpan === 0) return []
      const alignment = column === 'number' ? AlignmentType.CENTER : AlignmentType.LEFT
      return [cell(cellText(duty, column), widths[at] ?? 0, { font: body, size: 24, alignment }, rowSpan)]
    })
    return new TableRow({ cantSplit: true, children: own })
  })
  return new Table({
    columnWidths: widths,
    width: { size: room, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [head, ...rows],
  })
}

const cell = (text: string, width: number, style: Style, rowSpan = 1): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(rowSpan > 1 && { rowSpan }),
    children: [paragraph(text, style)],
  })

const pageNumbers = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: 28,
            font: { ascii: '宋体', eastAsia: '宋体' },
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  })
