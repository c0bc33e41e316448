import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
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

/**
 * Every regular expression that is put together at load, of the words and parts that it is made of, as it is then. Only
 * host/ puts none together, of which `would be missed` makes sure.
 */
function madePatterns(): readonly Pattern[] {
  const args = ['--import', './scripts/register.mjs', 'test/hooks/patterns.mjs']
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  assert.equal(stderr, '')
  const made = JSON.parse(stdout) as readonly (readonly [string, string, string])[]
  return made.map(([file, source, flags]) => ({ file, source, flags }))
}

/** Those that are asked of short lines only. */
const boundedMade: Readonly<Record<string, RegExp>> = {
  // A line longer than 120 characters is none.
  'plan/line.ts': /^\^\[\\s　\]\*\[\^/,
  // A heading of at most 80.
  'plan/form.ts': /^\(\?:/,
  // What stands before the cursor, as far as a tag can reach.
  'features/complete-unit.ts': /\$$/,
  // A line longer than 160 characters is not looked at.
  'rules/junk-leftover.ts': /^/,
  // A title's lines, which are none where they are long.
  'rules/title-of.ts': /^关于/,
}

/**
 * Whether nothing in it goes on without an end but blanks at a line's beginning: then each place costs so many steps at
 * most, whatever stands there.
 */
const isBounded = (source: string): boolean => {
  const bare = source
    .replace(/^\^\[\\s　\]\*/, '')
    .replace(/\\./g, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
  return !/[*+]|\{[0-9]+,\}/.test(bare)
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

  it('so does what is put together of words and parts', async function () {
    this.timeout(240_000)
    const all = madePatterns()
    assert.ok(all.length >= 60, `${all.length} are put together`)
    const slow: string[] = []
    for (const pattern of all) {
      const { file, source } = pattern
      if (boundedMade[file]?.test(source) || isBounded(source)) continue
      if (!(await isLinear(pattern))) slow.push(`${file} /${source}/`)
    }
    assert.deepEqual(slow, [])
  })

  it('would be missed where host/ puts one together', () => {
    for (const file of readdirSync(join(root, 'host'), { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.ts')) assert.doesNotMatch(readFileSync(join(root, 'host', file), 'utf8'), /\bRegExp\(/, file)
  })

  it('would be seen not to', async () => {
    assert.equal(isBounded('第(?:一、)*条'), false)
    assert.equal(isBounded('^[\\s　]*[一+*]{1,4}、\\*'), true)
    assert.equal(await isLinear({ source: '(?:[^，]{2,40}(?:、[^，]{2,40})*?)均为', flags: '' }), false)
    assert.equal(await isLinear({ source: '[\\s　]*$', flags: '' }), false)
  })

  it('that is let pass is still there', () => {
    const there = new Set([...patterns()].map(({ file, source }) => `${file} ${source}`))
    for (const [file, sources] of Object.entries(bounded))
      for (const source of sources) assert.ok(there.has(`${file} ${source}`), `${file} ${source}`)
  })
})
