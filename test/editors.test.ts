import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { blocksOf, havingInstalled } from './blocks.ts'

const page = 'docs/editors.md'
const text = `某市2027年工作要点
一、防止一触而就。
三、在XX市推广，5％,新建站点。
`

describe('Neovim, set up as docs/editors.md says', () => {
  let folder: string
  let env: NodeJS.ProcessEnv
  before(function () {
    this.timeout(180_000)
    const { status, stderr } = spawnSync('bash', ['test/nvim/setup.sh'], { encoding: 'utf8' })
    if (status !== 0) {
      console.log(`      skipped: ${stderr.trim()}`)
      this.skip()
    }
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    env = havingInstalled(folder)
  })
  after(() => folder && rmSync(folder, { recursive: true }))

  const nvim = (init: string, name: string, script: string) => {
    writeFileSync(join(folder, 'init.lua'), init)
    return spawnSync('nvim', ['--headless', '-n', '-i', 'NONE', '-u', 'init.lua', name, '-c', `luafile ${script}`], {
      cwd: folder,
      encoding: 'utf8',
      env,
      timeout: 25_000,
    })
  }

  it('shows findings and the outline, mends by a key, follows what is typed and renumbers', () => {
    const [, older = ''] = blocksOf(page, 'lua')
    writeFileSync(join(folder, '某市2027年工作要点.txt'), text)
    const { stdout, stderr } = nvim(older, '某市2027年工作要点.txt', resolve('test/nvim/session.lua'))
    assert.ok(stdout.startsWith('{'), stderr)
    const said = JSON.parse(stdout)
    assert.equal(said.filetype, 'plandoc')
    assert.deepEqual(said.diagnostics, [
      '2:typo/word 1 “一触而就”应为“一蹴而就”',
      '3:ordinal/skip 1 序号不连续：此处应为“二、”',
      '3:placeholder/left 2 占位符“XX”尚未替换',
      '3:punctuation/width 1 中文里的半角“,”应为全角“，”',
    ])
    assert.deepEqual(said.symbols, ['某市2027年工作要点', '  一、防止一触而就', '  三、在XX市推广，5％,新建站点'])
    assert.equal(said.choices[0], '改为“一蹴而就”')
    assert.deepEqual(said.left, said.diagnostics.slice(1))
    assert.equal(readFileSync(join(folder, '某市2027年工作要点.txt'), 'utf8'), text.replace('一触而就', '一蹴而就'))
    assert.equal(said.typed, '记录')
    assert.equal(said.renamed, '二、在XX市推广，5％,新建站点。')
  })

  it('reads every block as Lua', () => {
    for (const block of blocksOf(page, 'lua')) {
      writeFileSync(join(folder, 'block.lua'), block)
      writeFileSync(
        join(folder, 'read.lua'),
        "io.stdout:write(select(2, loadfile('block.lua')) or 'read') vim.cmd('quit')",
      )
      assert.equal(nvim('', '', 'read.lua').stdout, 'read')
    }
  })
})
