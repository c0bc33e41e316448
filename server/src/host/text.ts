import { readFileSync } from 'node:fs'
import { type Decoded, decode, type Encoding } from './encoding.ts'

/** A file's text, and the bytes that it was read from. */
export type Source = Decoded & { readonly bytes: Buffer }

/** Reads a text file, line ends included, in its own encoding or the one that is asked for. Throws Undecodable. */
export const readSource = (path: string, encoding?: Encoding): Source => sourceOf(readFileSync(path), encoding)

/** The same of bytes that were read elsewhere. */
export const sourceOf = (bytes: Buffer, encoding?: Encoding): Source => ({ ...decode(bytes, encoding), bytes })
