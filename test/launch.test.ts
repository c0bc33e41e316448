import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import type { PublishDiagnosticsParams } from 'vscode-languageserver'
import { livingIn } from './home.ts'
import { start } from './server.ts'

const slips = '一、加强组织领倒和统筹协调。\n三、抓落实。\n'

/** What is started, each of which starts the file of its own beside it. */
const programs = ['yaodian', 'server']

describe('what took work and is kept beside the program', () => {
  let folder = ''
  const kept = (kind: string) => readdirSync(folder).filter((name) => name.endsWith(kind))
  const lint = () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'yaodian.cjs'), 'lint', '--stdin'], {
      encoding: 'utf8',
      env: livingIn(),
      input: slips,
    })
    return { status, stdout, stderr }
  }
  let first: ReturnType<typeof lint>
  before(function () {
    // Older ones keep none.
    if (!('crc32' in zlib)) this.skip()
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    for (const name of [
      ...programs.flatMap((name) => [`${name}.cjs`, `${name}-main.cjs`]),
      'phrases.bin.gz',
      'context.bin.gz',
    ])
      copyFileSync(join('dist', name), join(folder, name))
    first = lint()
  })
  after(() => {
    if (folder) rmSync(folder, { recursive: true })
  })

  const kinds = { 'the code that V8 compiled': '.code', 'the tables of the phrases': '.tables' }
  for (const [what, kind] of Object.entries(kinds)) {
    it(`${what}: left by the first run and taken by the next, which says the same`, () => {
      assert.match(first.stdout, /typo\/likely[\s\S]*ordinal\/skip/)
      assert.equal(first.stderr, '')
      const [name = ''] = kept(kind)
      const { mtimeMs, ino } = statSync(join(folder, name))
      assert.deepEqual(lint(), first)
      // What V8 refuses is written anew.
      const now = statSync(join(folder, name))
      assert.deepEqual([now.mtimeMs, now.ino], [mtimeMs, ino])
      assert.deepEqual(kept(kind), [name])
    })

    it(`${what}: not taken where the file is damaged, but replaced`, () => {
      const path = join(folder, kept(kind)[0] as string)
      const good = readFileSync(path)
      const damaged = Buffer.from(good)
      damaged.fill(1, damaged.length >> 1, (damaged.length >> 1) + 4096)
      for (const bytes of [damaged, good.subarray(0, good.length >> 1), Buffer.alloc(0)]) {
        writeFileSync(path, bytes)
        assert.deepEqual(lint(), first)
        assert.ok(!readFileSync(path).equals(bytes))
      }
    })

    it(`${what}: done without where the file cannot be written`, () => {
      const path = join(folder, kept(kind)[0] as string)
      rmSync(path)
      mkdirSync(join(path, 'in the way'), { recursive: true })
      assert.deepEqual(lint(), first)
      assert.deepEqual(kept(kind), [path.slice(folder.length + 1)], 'and leaves nothing half-written')
      rmSync(path, { recursive: true })
      assert.deepEqual(lint(), first)
    })
  }

  for (const program of programs)
    it(`the tables: made by a thread of ${program}.cjs as a language server, which meanwhile says what it finds without`, async () => {
      for (const name of kept('.tables')) rmSync(join(folder, name))
      const server = await start({ program: join(folder, `${program}.cjs`) })
      const codes = ({ diagnostics }: PublishDiagnosticsParams) => diagnostics.map(({ code }) => code)
      const uri = 'untitled:a.plan'
      assert.deepEqual(codes(await server.open(uri, slips)), ['ordinal/skip'])
      assert.deepEqual(codes(await server.next(uri)), ['typo/likely', 'ordinal/skip'])
      await server.stop()
      assert.equal(kept('.tables').length, 1)
    })
})
