import type { Position, Range } from 'vscode-languageserver'
import type { Encoding } from './encoding.ts'

/** The text of a row of a document; empty where it has no such row. */
export type RowText = (row: number) => string

/** A document as far as positions in it go. */
export type Rows = { readonly count: number; readonly text: RowText }

type Placed = { readonly position?: Position; readonly positions?: readonly Position[]; readonly range?: Range }

/** What a request says of places, in our columns: inside of the document, and ranges the right way round. */
export function received<P>(params: P, rows: Rows, encoding: Encoding): P {
  const { position, positions, range } = params as Placed
  if (!position && !positions && !range) return params
  const here = (of: Position) => inside(of, rows, encoding)
  return {
    ...params,
    ...(position && { position: here(position) }),
    ...(positions && { positions: positions.map(here) }),
    ...(range && { range: ordered({ start: here(range.start), end: here(range.end) }) }),
  }
}

function inside({ line, character }: Position, { count, text }: Rows, encoding: Encoding): Position {
  const last = count - 1
  if (line > last) return { line: last, character: text(last).length }
  return { line, character: encoding.in(text(line), character) }
}

const ordered = ({ start, end }: Range): Range =>
  start.line > end.line || (start.line === end.line && start.character > end.character)
    ? { start: end, end: start }
    : { start, end }

/**
 * A value to send, with the columns of every position in it as the client counts them. A position is one of the
 * document that is named nearest above it, by its address or as the address of a Location.
 */
export function sent(value: unknown, uri: string, textsOf: (uri: string) => RowText, { out }: Encoding): unknown {
  const known = new Map<string, RowText>()
  const rowsOf = (of: string): RowText => {
    const rows = known.get(of) ?? textsOf(of)
    known.set(of, rows)
    return rows
  }
  const inDocument = (of: unknown, here: string): unknown => {
    if (Array.isArray(of)) return of.map((each) => inDocument(each, here))
    if (typeof of !== 'object' || of === null) return of
    if (isPosition(of)) return { line: of.line, character: out(rowsOf(here)(of.line), of.character) }
    const own = addressed(of) ?? here
    return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, inDocument(each, own)]))
  }
  return inDocument(value, uri)
}

const isPosition = (of: object): of is Position =>
  'line' in of && 'character' in of && typeof of.line === 'number' && typeof of.character === 'number'

function addressed(of: object): string | undefined {
  if ('uri' in of && typeof of.uri === 'string') return of.uri
  return 'textDocument' in of ? addressed(Object(of.textDocument)) : undefined
}

/** The same for semantic tokens, of which each five numbers say how far it is from the one before. */
export function sentTokens(data: readonly number[], text: RowText, { out }: Encoding): number[] {
  const sent: number[] = []
  let row = 0
  let [column, before] = [0, 0]
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down = 0, along = 0, length = 0, type = 0, modifiers = 0] = data.slice(i, i + 5)
    row += down
    column = down === 0 ? column + along : along
    const [from, to] = [out(text(row), column), out(text(row), column + length)]
    sent.push(down, down === 0 ? from - before : from, to - from, type, modifiers)
    before = from
  }
  return sent
}
