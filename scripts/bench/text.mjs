// What is measured on: 76 KB of plan documents, and ten and a hundred times as much.
import { existsSync, readFileSync } from 'node:fs'
import { documentOf } from '../make-archive.mjs'

const shared = new URL('../../../shared/plans/all-six.txt', import.meta.url)

/** Real plans where they are there; otherwise ones that are made. */
export const isReal = existsSync(shared)
export const text = isReal ? readFileSync(shared, 'utf8') : madeText(76_000)

/** Plans of so many bytes, the same each time. */
export function madeText(bytes) {
  let made = ''
  for (let n = 0; Buffer.byteLength(made) < bytes; n++) made += documentOf(n)
  return made
}

export const sizes = [
  { times: 1, name: '76 KB' },
  { times: 10, name: '760 KB' },
  { times: 100, name: '7.6 MB' },
]

export const megabytes = (string) => Buffer.byteLength(string) / 1e6
