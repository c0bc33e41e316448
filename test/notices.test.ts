import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What is imported as more than types. */
const importing = /^(?:import|export) (?!type )[^=']*?from '([^']+)'/gm

const imported = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(importing)])
    .map(([, to = '']) => to)
    .filter((to) => !/^(?:\.|node:|vscode$)/.test(to))
    .map((to) => /^(?:@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? '')

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

/** Packages with what they need, as the lock has them. */
function needed(names: readonly string[]): ReadonlySet<string> {
  const all = new Set(names)
  for (const name of all)
    for (const other of Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}))
      if (!other.startsWith('@types/')) all.add(other)
  return all
}

describe('THIRD-PARTY-NOTICES.txt', () => {
  const notices = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8')
    .split(`\n\n${'-'.repeat(78)}\n\n`)
    .slice(1)
  const listed = notices
    .filter((notice) => !notice.startsWith('Data: '))
    .map((notice) => ({ name: /^(\S+) [0-9]/.exec(notice)?.[1] ?? notice, notice }))
  const names = listed.map(({ name }) => name)

  it('has every package that the sources import, and what these need', () => {
    const own = imported('server/src').concat(imported('client/src'))
    assert.ok(own.includes('docx') && own.includes('@clack/prompts'))
    const missing = [...needed(own)].filter((name) => !names.includes(name))
    assert.deepEqual(missing, [])
  })

  it('has none that is not in the lock, and the words of each licence', () => {
    for (const { name, notice } of listed) {
      assert.ok(
        Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
        name,
      )
      assert.match(notice, /copyright|permission|public domain|blue oak/i, name)
      assert.match(notice, /^\S+ \S+ \((?:MIT|ISC|BSD-[23]-Clause|BlueOak-1\.0\.0|Apache-2\.0|0BSD)\)/, name)
    }
  })
  it('has what the word lists are made from, as docs/lexicon.md has it', () => {
    const data = notices.filter((notice) => notice.startsWith('Data: ')).join('\n')
    const named = [...readFileSync('docs/lexicon.md', 'utf8').matchAll(/（(?:Unihan，)?(MIT|Unicode License v3)）/g)]
    assert.deepEqual(
      named.map(([, licence]) => licence),
      ['MIT', 'Unicode License v3'],
    )
    assert.match(data, /jieba[\s\S]*Sun Junyi[\s\S]*UNICODE LICENSE V3/)
  })
})
