import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { threadId } from 'node:worker_threads'
import * as zlib from 'node:zlib'

// Bytes that took work to make, kept in a file for the next run.

/** Absent before Node.js 20.15: then nothing is kept. */
const crc32 = (zlib as { readonly crc32?: (bytes: Uint8Array) => number }).crc32

/** How many bytes stand before those that are kept. */
const headLength = 4

/** What a file's bytes keep. Undefined where they are what a crash or a full disk left of one. */
export function keptIn(file: Buffer): Buffer | undefined {
  const bytes = file.subarray(headLength)
  return file.length >= headLength && crc32?.(bytes) === file.readUInt32LE(0) ? bytes : undefined
}

/** Keeps bytes in a file. Where that cannot be written, nothing is lost but time. */
export function keep(path: string, bytes: Uint8Array): void {
  if (!crc32) return
  const temporary = `${path}.${process.pid}.${threadId}`
  try {
    const head = Buffer.alloc(headLength)
    head.writeUInt32LE(crc32(bytes))
    writeFileSync(temporary, Buffer.concat([head, bytes]), { flag: 'wx' })
    renameSync(temporary, path)
  } catch {
    rmSync(temporary, { force: true })
  }
}
