import { readFileSync } from 'node:fs'

/** A file's text without its BOM; `bom` is put back when it is written. */
export type Source = { readonly text: string; readonly bom: string }

export class NotUtf8 extends Error {}

/** Reads a UTF-8 file as it is, line ends included. Throws NotUtf8, naming the offset, where it is none. */
export const readSource = (path: string): Source => sourceOf(readFileSync(path))

/** The same of bytes that were read elsewhere. */
export function sourceOf(bytes: Buffer): Source {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new NotUtf8(String(firstBadByte(bytes)))
  }
  return text.startsWith('\uFEFF') ? { text: text.slice(1), bom: '\uFEFF' } : { text, bom: '' }
}

/** The offset of the first byte that is no UTF-8, from 0. */
function firstBadByte(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good
}

/** Whether bytes are UTF-8 so far: an unfinished last character is no fault yet. */
function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
