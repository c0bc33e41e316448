import iconv from 'iconv-lite'
import { Told } from './told.ts'

/** How text stands in a file. GB18030 has GBK and GB2312 in it. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

/** A file's text without its BOM, and what is needed to write it as it was. */
export type Decoded = { readonly text: string; readonly encoding: Encoding; readonly bom: boolean }

/** Bytes that are no text of the encodings that they might be of; the offsets are those of the first bad byte, from 0. */
export class Undecodable extends Told {
  constructor(...tried: readonly (readonly [Encoding, number])[]) {
    super({
      zh: `${tried.map(([each, at]) => `不是 ${names[each]}（偏移 ${at} 处）`).join('，也')}；另存为 UTF-8，或用 --encoding 写明编码`,
      en: `${tried.map(([each, at]) => `not ${names[each]} (at offset ${at})`).join(', ')}; save it as UTF-8, or name its --encoding`,
    })
  }
}

/** A character that an encoding has no bytes for. */
export class Unencodable extends Told {
  constructor(encoding: Encoding, character: string) {
    const name = names[encoding]
    super({
      zh: `“${character}”在 ${name} 里写不出来，文件没有改动；另存为 UTF-8 再改`,
      en: `${name} cannot write “${character}”; the file is unchanged: save it as UTF-8 first`,
    })
  }
}

/** As people know them. */
export const names: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  gb18030: 'GB18030',
}

const aliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
}

/** The encoding that a name means, as people write it: GBK, UTF-8, utf16le. */
export const encodingNamed = (name: string): Encoding | undefined => aliases[name.toLowerCase().replace(/[-_\s]/g, '')]

/**
 * The text of bytes, in the encoding that is asked for or else in the one that they are in. Throws Undecodable where they
 * are not. A text is of an encoding where it gives the same bytes again, so what is read can always be written.
 */
export function decode(content: Uint8Array, asked?: Encoding): Decoded {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const marked = markedAs(bytes)
  if (asked) return read(bytes, asked, marked === asked)
  if (marked) return read(bytes, marked, true)
  const wide = wideOf(bytes)
  if (wide) return read(bytes, wide, false)
  const bad = offsetOfBad(bytes)
  if (bad < 0) return { text: bytes.toString('utf8'), encoding: 'utf-8', bom: false }
  // One bad byte does not make a text of UTF-8 one of GB18030, though as such it might be read, as rubbish.
  if (isMostlyUtf8(bytes)) throw new Undecodable(['utf-8', bad])
  const found = attempt(bytes, 'gb18030', false)
  if (typeof found === 'number') throw new Undecodable(['utf-8', bad], ['gb18030', found])
  return found
}

/** The bytes of a text, with the BOM that its file had. Throws Unencodable. */
export function encode(text: string, { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>): Buffer {
  const bytes = iconv.encode(text, encoding)
  const back = iconv.decode(bytes, encoding, { stripBOM: false })
  if (back !== text)
    throw new Unencodable(encoding, String.fromCodePoint(text.codePointAt(firstDifference(text, back)) ?? 0))
  return bom ? Buffer.concat([marks[encoding], bytes]) : bytes
}

const marks: Readonly<Record<Encoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbb, 0xbf]),
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
  gb18030: Buffer.from([0x84, 0x31, 0x95, 0x33]),
}

const markedAs = (bytes: Buffer): Encoding | undefined =>
  encodings.find((each) => marks[each].equals(bytes.subarray(0, marks[each].length)))

function read(bytes: Buffer, encoding: Encoding, bom: boolean): Decoded {
  const found = attempt(bytes, encoding, bom)
  if (typeof found === 'number') throw new Undecodable([encoding, found])
  return found
}

/** The text of bytes, or the offset of the first that cannot be of it. */
function attempt(bytes: Buffer, encoding: Encoding, bom: boolean): Decoded | number {
  const body = bom ? bytes.subarray(marks[encoding].length) : bytes
  const start = bytes.length - body.length
  if (encoding === 'utf-8') {
    const bad = offsetOfBad(body)
    return bad < 0 ? { text: body.toString('utf8'), encoding, bom } : bad + start
  }
  const text = iconv.decode(body, encoding, { stripBOM: false })
  const back = iconv.encode(text, encoding)
  return back.equals(body) ? { text, encoding, bom } : firstDifference(body, back) + start
}

function firstDifference(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** From this share of usual characters on a text is one: of another encoding, few would be. */
const plausible = 0.9
/** So much of a file tells what it is. */
const sample = 1 << 16

/** UTF-16 without a BOM: every other byte is nothing, or the characters are such as Chinese texts are made of. */
function wideOf(bytes: Buffer): Encoding | undefined {
  if (bytes.length % 2 !== 0 || bytes.length < 4) return undefined
  const head = bytes.subarray(0, sample)
  // What is UTF-8, without a zero, is not looked at as anything else: as UTF-16, English is Chinese.
  if (!head.includes(0) && offsetOfBad(bytes) < 0) return undefined
  return (['utf-16le', 'utf-16be'] as const).find(
    (each) => usual(iconv.decode(head, each, { stripBOM: false })) > plausible,
  )
}

const chinese =
  /[\t\n\r\u0020-\u007e\u00b7\u2010-\u2027\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef\u{20000}-\u{323af}]+/gu

/** The share of a text that characters of Chinese documents are. */
function usual(text: string): number {
  let length = 0
  for (const [words] of text.matchAll(chinese)) length += words.length
  return length / text.length
}

/** Whether, of what is not ASCII, more is characters of UTF-8 than is not. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8')
  const bad = text.match(/\ufffd/g)?.length ?? 0
  const good = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0
  return good > bad
}

/** The offset of the first byte that is no UTF-8, from 0; -1 where all are. */
function offsetOfBad(bytes: Buffer): number {
  if (decodes(bytes, false)) return -1
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    // Cut here, an unfinished last character is no fault yet.
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  return good
}

function decodes(bytes: Buffer, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream })
    return true
  } catch {
    return false
  }
}
