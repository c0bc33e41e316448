import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { decode, encode, encodingNamed } from '../server/src/host/encoding.ts'
import { defaults } from '../server/src/lint/config.ts'
import { applyEdits, bulkFix, compatible } from '../server/src/lint/fix.ts'
import { linter } from '../server/src/lint/lint.ts'
import type { Edit } from '../server/src/lint/rule.ts'
import { analyze, type Plan } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { planText } from './documents.ts'
import { livingIn } from './home.ts'

const program = resolve('dist/yaodian.cjs')
const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300) }
const kinds = [
  { encoding: 'utf-8', bom: false },
  { encoding: 'utf-8', bom: true },
  { encoding: 'gb18030', bom: false },
  { encoding: 'utf-16le', bom: true },
  { encoding: 'utf-16le', bom: false },
  { encoding: 'utf-16be', bom: true },
  { encoding: 'utf-16be', bom: false },
] as const
const draft = '某市2027年工作要点\r\n一、防止一触而就，𠮷镇、㐂村除外。\n二、严守政治记录,坚持原则\r三、重点\r\n'

describe('encodings', () => {
  for (const kind of kinds) {
    const name = `${kind.encoding}${kind.bom ? ' with a BOM' : ''}`

    it(`${name}: a plan is read, and is written back byte for byte`, () => {
      const bytes = encode(draft, kind)
      assert.deepEqual(decode(bytes), { text: draft, ...kind })
      fc.assert(
        fc.property(planText, (text) => {
          // A text of nothing but marks could be anything.
          const whole = `${draft}${text.replace(/\p{Cs}|\ufffd|\ufeff|\0/gu, '')}`
          const stored = encode(whole, kind)
          assert.deepEqual(encode(decode(stored, kind.encoding).text, kind), stored)
        }),
        runs,
      )
    })

    it(`${name}: fix --write changes the words that it names, and not a byte beside them`, () => {
      const lint = linter(rules, defaults)
      fc.assert(
        fc.property(planText, (text) => {
          const whole = `${draft}${text.replace(/\p{Cs}|\ufffd|\ufeff|\0/gu, '')}`
          const stored = encode(whole, kind)
          const plan = analyze(decode(stored, kind.encoding).text)
          const edits = compatible(lint(plan).flatMap((finding) => bulkFix(finding) ?? [])).flatMap(
            ({ edits }) => edits,
          )
          // Put into the file byte by byte, from its end, they are what writing the whole text anew comes to.
          const places = edits
            .map((edit) => ({ ...edit, ...bytesOf(plan, edit, kind) }))
            .sort((one, other) => other.start - one.start)
          const expected = places.reduce(
            (bytes, { start, end, text: put }) =>
              Buffer.concat([bytes.subarray(0, start), encode(put, { ...kind, bom: false }), bytes.subarray(end)]),
            stored,
          )
          assert.deepEqual(encode(applyEdits(plan, edits), kind), expected)
        }),
        runs,
      )
    })
  }

  it('are found out: Chinese without a line break, English, a table', () => {
    for (const text of ['深入学习贯彻党的精神，认真落实各项任务。', 'a plan,b\n一、甲', '甲\t乙\t丙\n1\t2\t3\n'])
      for (const kind of kinds)
        assert.deepEqual(decode(encode(text, kind)), { text, ...kind }, `${text} ${kind.encoding}`)
    assert.equal(decode(Buffer.from('Bush hid the facts')).encoding, 'utf-8')
    assert.deepEqual(decode(Buffer.alloc(0)), { text: '', encoding: 'utf-8', bom: false })
  })

  it('are not guessed where a byte is wrong: its offset is named', () => {
    const utf8 = Buffer.from(draft)
    const cut = Buffer.concat([utf8.subarray(0, 30), utf8.subarray(31)])
    assert.throws(() => decode(cut), /not UTF-8 \(at offset 3\d\)/)
    const gb = encode(draft, { encoding: 'gb18030', bom: false })
    gb[4] = 0xff
    assert.throws(() => decode(gb), /not GB18030 \(at offset 4\)/)
    const wide = encode(draft, { encoding: 'utf-16le', bom: true })
    assert.throws(() => decode(wide.subarray(0, 21)), /not UTF-16LE \(at offset 20\)/)
  })

  it('have names that people use', () => {
    assert.deepEqual(['GBK', 'gb2312', 'UTF8', 'utf-16', 'UTF-16BE', 'latin1'].map(encodingNamed), [
      'gb18030',
      'gb18030',
      'utf-8',
      'utf-16le',
      'utf-16be',
      undefined,
    ])
  })
})

/** The bytes in a file that an edit takes the place of: with a whole line its line break, too. */
function bytesOf(plan: Plan, { line, from, to, lineBreak }: Edit, kind: (typeof kinds)[number]) {
  let at = 0
  for (const each of plan.lines) {
    const gap = /^(?:\r\n|\n|\r)?/.exec(plan.text.slice(at + each.text.length, at + each.text.length + 2))?.[0] ?? ''
    if (each === line) {
      const length = (column: number) => encode(plan.text.slice(0, at + column), kind).length
      return { start: length(from), end: length(to + (lineBreak ? gap.length : 0)) }
    }
    at += each.text.length + gap.length
  }
  return assert.fail('a line of another plan')
}

describe('yaodian with files of other encodings', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...livingIn(folder), LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined },
    })

  it('says how it read them, finds the same and writes back in kind', () => {
    const fixed = draft.replace('一触而就', '一蹴而就').replace('记录,', '纪律，')
    writeFileSync(join(folder, 'a.plan'), draft)
    const { stdout } = run('lint', 'a.plan')
    for (const kind of kinds) {
      writeFileSync(join(folder, 'a.plan'), encode(draft, kind))
      const found = run('lint', 'a.plan')
      assert.equal(found.stdout, stdout)
      if (kind.encoding !== 'utf-8') assert.match(found.stderr, /^yaodian: a\.plan：按 (?:GB18030|UTF-16[LB]E) 读取\n$/)
      assert.equal(run('fix', '--write', 'a.plan').status, 0)
      assert.deepEqual(readFileSync(join(folder, 'a.plan')), encode(fixed, kind))
    }
  })

  it('reads them as it is told to', () => {
    // 联通 in GBK is two characters of UTF-8, too.
    writeFileSync(join(folder, 'a.plan'), iconv.encode('联通', 'gbk'))
    const { files } = JSON.parse(run('lint', '--encoding', 'gbk', '--format', 'json', 'a.plan').stdout)
    assert.equal(files[0].encoding, 'gb18030')
    assert.equal(run('lint', '--encoding', 'latin1', 'a.plan').status, 2)
    const { status, stderr } = run('fix', '--write', '--encoding', 'utf-16be', 'a.plan')
    assert.equal(status, 0, stderr)
    assert.deepEqual(readFileSync(join(folder, 'a.plan')), iconv.encode('联通', 'gbk'))
  })
})
