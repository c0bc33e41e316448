import { type ClientCapabilities, PositionEncodingKind } from 'vscode-languageserver'

/** In what a client counts columns. Everything of ours counts UTF-16 units; only here is there anything else. */
export type Encoding = {
  readonly kind: PositionEncodingKind
  /** A column of ours, in a row's text, as the client counts it. */
  readonly out: (text: string, column: number) => number
  /** A column of the client's as ours: of the character that it is in, and not beyond the end. */
  readonly in: (text: string, column: number) => number
}

/** How many units a character has, by its code point. */
const units: Readonly<Record<string, (point: number) => number>> = {
  // Half of a surrogate pair, alone, is written in three bytes, like what stands for it where it may not be written.
  [PositionEncodingKind.UTF8]: (point) => (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4),
  [PositionEncodingKind.UTF32]: () => 1,
}

export const utf16: Encoding = { kind: PositionEncodingKind.UTF16, out: (_, column) => column, in: inside }

/** The first that the client names of those that there are: whoever prefers another to UTF-16 would have to convert. */
export function encodingOf({ general }: ClientCapabilities): Encoding {
  for (const kind of general?.positionEncodings ?? []) {
    if (kind === PositionEncodingKind.UTF16) return utf16
    const size = units[kind]
    if (size) return encoding(kind, size)
  }
  return utf16
}

function encoding(kind: PositionEncodingKind, size: (point: number) => number): Encoding {
  return {
    kind,
    out(text, column) {
      let counted = 0
      for (let at = 0; at < column && at < text.length; ) {
        const point = text.codePointAt(at) as number
        counted += size(point)
        at += point < 0x10000 ? 1 : 2
      }
      return counted
    },
    in(text, column) {
      let at = 0
      for (let counted = 0; at < text.length; ) {
        const point = text.codePointAt(at) as number
        counted += size(point)
        if (counted > column) break
        at += point < 0x10000 ? 1 : 2
      }
      return at
    },
  }
}

function inside({ length }: string, column: number): number {
  return Math.min(column, length)
}
