import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { simple } from 'acorn-walk'
import { transformSync } from 'esbuild'
import { check } from 'recheck'

/** Those that are not linear, and are asked of nothing that grows. */
const bounded: Readonly<Record<string, readonly string[]>> = {
  // What our own command line says of itself.
  'host/cli/usage.ts': [
    "^error: option '(?:-\\w, )?(--[^ ']+)[^']*' argument '(.*)' is invalid\\. Allowed choices are (.*)\\.",
    "^error: command-argument value '(.*)' is invalid for argument '(.*)'\\. Allowed choices are (.*)\\.",
    "^error: option '(?:-\\w, )?(--[^ ']+)[^']*' argument '(.*)' is invalid\\. ",
    '\\(Did you mean one of (.*)\\?\\)',
    '\\(Did you mean (.*)\\?\\)',
  ],
  // Names of files, which systems keep short.
  'host/cli/seen.ts': ['(?:(?:单位|部门|处室|机构)(?:名单|名录|名册|一览表?)|^units).*\\.(?:csv|xlsx)$'],
  // A title's line, which is none where it is long.
  'rules/title-carrier.ts': ['印发《(.+)》的(?:通知|函|决定)'],
}

type Pattern = { readonly file: string; readonly source: string; readonly flags: string }

const root = 'server/src'

/** Every regular expression that is written in the sources. */
function* patterns(): Generator<Pattern> {
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue
    const { code } = transformSync(readFileSync(join(root, file), 'utf8'), { loader: 'ts', target: 'esnext' })
    const found: Pattern[] = []
    simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module', allowHashBang: true }), {
      Literal({ regex }) {
        if (regex) found.push({ file: file.replaceAll('\\', '/'), source: regex.pattern, flags: regex.flags })
      },
    })
    yield* found
  }
}

const isLinear = async ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): Promise<boolean> =>
  (await check(source, flags.replace('d', ''), { timeout: 20_000 })).status === 'safe'

describe('every regular expression that is written out', () => {
  it('takes time that grows with the text and no faster', async function () {
    this.timeout(240_000)
    const all = [...patterns()]
    assert.ok(all.length > 500)
    const slow: string[] = []
    for (const pattern of all) {
      const { file, source } = pattern
      if (!bounded[file]?.includes(source) && !(await isLinear(pattern))) slow.push(`${file} /${source}/`)
    }
    assert.deepEqual(slow, [])
  })

  it('would be seen not to', async () => {
    assert.equal(await isLinear({ source: '(?:[^，]{2,40}(?:、[^，]{2,40})*?)均为', flags: '' }), false)
    assert.equal(await isLinear({ source: '[\\s　]*$', flags: '' }), false)
  })

  it('that is let pass is still there', () => {
    const there = new Set([...patterns()].map(({ file, source }) => `${file} ${source}`))
    for (const [file, sources] of Object.entries(bounded))
      for (const source of sources) assert.ok(there.has(`${file} ${source}`), `${file} ${source}`)
  })
})
