import { isLasting } from '../../../features/lasting.ts'

/**
 * Makes JSON of messages, as UTF-8. Of what lasts (features/lasting.ts) it remembers the bytes: at a key the findings and
 * symbols of a document are the same but for a few, and to write them all anew was half of what a long document's key cost.
 */
export function jsonOf(message: object): Buffer {
  const pieces: Buffer[] = []
  write(message, pieces)
  return pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces)
}

function write(value: unknown, pieces: Buffer[]): void {
  if (isLasting(value)) writeLasting(value, pieces)
  else if (isListOfLasting(value)) writeList(value, pieces)
  else if (holdsLasting(value)) {
    let before = '{'
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue
      pieces.push(Buffer.from(`${before}${JSON.stringify(name)}:`))
      write(each, pieces)
      before = ','
    }
    pieces.push(closed)
  } else pieces.push(Buffer.from(JSON.stringify(value)))
}

function writeList(values: readonly unknown[], pieces: Buffer[]): void {
  values.forEach((each, i) => {
    pieces.push(i === 0 ? listOpened : comma)
    write(each, pieces)
  })
  pieces.push(listClosed)
}

/** What lasts may have others below it that last: these are remembered by themselves. */
function writeLasting(value: object, pieces: Buffer[]): void {
  const { children } = value as { readonly children?: readonly unknown[] }
  let bytes = known.get(value)
  if (!bytes) {
    const json = JSON.stringify(children ? { ...value, children: undefined } : value)
    bytes = Buffer.from(children ? json.slice(0, -1) : json)
    known.set(value, bytes)
  }
  pieces.push(bytes)
  if (!children) return
  pieces.push(below)
  write(children, pieces)
  pieces.push(closed)
}

const known = new WeakMap<object, Buffer>()

const isListOfLasting = (value: unknown): value is readonly object[] => Array.isArray(value) && isLasting(value[0])

/** A message, and what it tells or answers. */
const holdsLasting = (value: unknown, depth = 0): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).some((each) => isListOfLasting(each) || (depth < 1 && holdsLasting(each, depth + 1)))

const [closed, listOpened, comma, listClosed, below] = ['}', '[', ',', ']', ',"children":'].map((text) =>
  Buffer.from(text),
) as [Buffer, Buffer, Buffer, Buffer, Buffer]
