import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { columns } from '../server/src/report/columns.ts'
import { livingIn, wordsOf } from './home.ts'

const program = resolve('dist/yaodian.cjs')

/** Runs the built command in a folder of its own with some files in it. */
function run(files: Readonly<Record<string, string | Buffer>>, ...args: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(join(folder, name, '..'), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    // CI is set: pipelines do so, and their logs are no terminals either.
    const env = { ...livingIn(folder), CI: 'true', LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined, NO_COLOR: undefined }
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env,
    })
    const after = Object.fromEntries(Object.keys(files).map((name) => [name, readFileSync(join(folder, name))]))
    return { status, stdout, stderr, after }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const anyHome = resolve('home')
/** The list of words of the user who lives in the folder. */
const ownWords = relative(anyHome, wordsOf(anyHome))

const right = '某市2024年工作要点\n一、总则\n二、任务\n'
const wrong = '某市2024年工作要点\n一、总则\n三、严守政治记录\n'

describe('yaodian lint', () => {
  it('ends with 0 on a right document and says so', () => {
    const { status, stdout } = run({ 'a.plan': right }, 'lint', 'a.plan')
    assert.equal(status, 0)
    assert.equal(stdout, '已检查 1 个文件，没有发现问题。\n')
  })

  it('shows path:line:column, the words in their sentence, message and rule, uncoloured where it is no terminal', () => {
    const { status, stdout } = run({ 'a.plan': wrong }, 'lint', 'a.plan')
    assert.equal(status, 1)
    assert.equal(
      stdout,
      [
        'a.plan:3:1 错误 序号不连续：此处应为“二、” ordinal/skip',
        '    «三、»严守政治记录',
        'a.plan:3:7 错误 “记录”应为“纪律” typo/word',
        '    三、严守政治«记录»',
        '已检查 1 个文件：2 个错误，0 个警告，0 个提示。\n',
      ].join('\n'),
    )
  })

  it('speaks English where the terminal does or is asked to', () => {
    const { stdout } = run({ 'a.plan': wrong }, 'lint', '--lang', 'en', 'a.plan')
    assert.match(stdout, /Ordinal skipped: “二、” is expected here ordinal\/skip/)
  })

  it('gives the JSON contract, with positions from 0', () => {
    const { stdout } = run({ 'a.plan': wrong }, 'lint', '--format', 'json', 'a.plan')
    const { version, files, summary } = JSON.parse(stdout)
    assert.equal(version, 1)
    assert.deepEqual(summary, { files: 1, error: 2, warning: 0, information: 0, hint: 0 })
    assert.deepEqual(files[0].diagnostics[1], {
      rule: 'typo/word',
      severity: 'error',
      message: '“记录”应为“纪律”',
      range: { start: { line: 2, character: 6 }, end: { line: 2, character: 8 } },
      fixes: [
        {
          title: '改为“纪律”',
          preferred: true,
          edits: [{ range: { start: { line: 2, character: 6 }, end: { line: 2, character: 8 } }, newText: '纪律' }],
        },
      ],
    })
  })

  it('names what it cannot read, checks the rest and ends with 2', () => {
    const gbk = Buffer.concat([Buffer.from('一、'), Buffer.from([0xd7, 0xdc, 0xd4, 0xf2])])
    const { status, stdout, stderr } = run({ 'a.plan': wrong, 'g.plan': gbk }, 'lint', 'no.plan', 'g.plan', 'a.plan')
    assert.equal(status, 2)
    assert.match(stderr, /no\.plan: 没有这个文件/)
    assert.match(stderr, /g\.plan: 不是 UTF-8（偏移 7 处），也不是 GB18030（偏移 2 处）；另存为 UTF-8/)
    assert.match(stdout, /a\.plan:3:7/)
  })

  it('takes the nearest yaodian.json upwards, and the rest of one with a mistake', () => {
    const untagged = '一、甲事\n二、乙事\n'
    const files = {
      'yaodian.json': '{ "owners": "required" }',
      'a.plan': untagged,
      'sub/yaodian.json':
        '{ "owners": "optional", "rules": { "ordinal": "warning", "typo/word": "of", "typo/wrod": "off" } }',
      'sub/b.plan': wrong,
    }
    const { status, stdout, stderr } = run(files, 'lint', '--format', 'json', 'a.plan', 'sub/b.plan')
    const found = JSON.parse(stdout).files.map((file: { diagnostics: { rule: string; severity: string }[] }) =>
      file.diagnostics.map(({ rule, severity }) => `${rule} ${severity}`),
    )
    assert.deepEqual(found, [
      ['owner/missing warning', 'owner/missing warning'],
      ['ordinal/skip warning', 'typo/word error'],
    ])
    assert.match(stderr, /sub\/yaodian\.json:1:71: “rules\.typo\/word”应写作 error \| warning/)
    assert.match(stderr, /没有“typo\/wrod”这条规则/)
    assert.equal(status, 2)
  })

  it('takes the words of the house and the user’s own', () => {
    const text = '一、严守政治记录，防止一触而就。\n'
    const files = { 'a.plan': text, 'yaodian.json': '{ "words": "words.txt" }', 'words.txt': '# 本处\n政治记录\n' }
    const found = (more: Readonly<Record<string, string>> = {}) => {
      const { stdout, stderr, status } = run({ ...files, ...more }, 'lint', 'a.plan')
      return [stdout.match(/“[^”]*”应为/g), stderr, status]
    }
    assert.deepEqual(found(), [['“一触而就”应为'], '', 1])
    assert.deepEqual(found({ [ownWords]: '一触而就\n' }), [null, '', 0])
    const wrong = found({ [ownWords]: '一触而就\n就\n' })
    assert.match(String(wrong[1]), /words\.txt: “就”：词要有两个字以上\n$/)
    assert.deepEqual([wrong[0], wrong[2]], [null, 2])
  })

  it('names the words that the house does not write', () => {
    const files = {
      'a.plan': '一、打造平台，找准抓手。\n',
      'yaodian.json': '{ "banned": "banned.tsv" }',
      'banned.tsv': '禁用词\t改为\t说明\t级别\n打造\t建设\t用词从实\n抓手\t举措\t\terror\n',
    }
    assert.equal(
      run(files, 'lint', 'a.plan').stdout,
      [
        'a.plan:1:3 警告 不用“打造”，应写“建设”：用词从实 wording/banned',
        '    一、«打造»平台，找准抓手。',
        'a.plan:1:10 错误 不用“抓手”，应写“举措” wording/banned',
        '    一、打造平台，找准«抓手»。',
        '已检查 1 个文件：1 个错误，1 个警告，0 个提示。\n',
      ].join('\n'),
    )
    // In bulk only what the house calls certain.
    assert.equal(run(files, 'fix', '--write', 'a.plan').after['a.plan']?.toString(), '一、打造平台，找准举措。\n')
  })

  it('explains itself in 80 columns', () => {
    for (const args of [['--help'], ['lint', '--help'], ['outline', '--help'], ['fix', '--help'], ['lsp', '--help']]) {
      const { status, stdout } = run({}, ...args)
      assert.equal(status, 0)
      for (const line of stdout.split('\n')) assert.ok(columns(line) <= 80, line)
    }
    assert.equal(run({}, 'lnit').status, 2)
  })
})

describe('yaodian outline', () => {
  const text =
    '某市2024年工作要点\n\n一、总则\n1.甲事。2024年6月底前完成。（牵头单位：市教育局；配合单位：市财政局、公安局）\n2.乙事\n'

  it('prints a tree', () => {
    const { stdout } = run({ 'a.plan': text }, 'outline', 'a.plan')
    assert.equal(
      stdout,
      [
        '某市2024年工作要点  a.plan:1',
        '  一、总则',
        '    1.甲事 ［市教育局、市财政局、市公安局］ 2024年6月底前',
        '    2.乙事\n',
      ].join('\n'),
    )
  })

  it('gives the JSON contract', () => {
    const { files } = JSON.parse(run({ 'a.plan': text }, 'outline', '--format', 'json', 'a.plan').stdout)
    const [document] = files[0].documents
    assert.equal(document.title, '某市2024年工作要点')
    assert.deepEqual(document.range, { start: { line: 0, character: 0 }, end: { line: 4, character: 4 } })
    const { range, selectionRange, items: _, ...first } = document.items[0].items[0]
    assert.deepEqual(first, {
      ordinal: '1.',
      level: 2,
      value: 1,
      title: '甲事',
      lead: ['市教育局'],
      support: ['市财政局', '市公安局'],
      deadline: '2024年6月底前',
    })
    assert.deepEqual(selectionRange, { start: { line: 3, character: 0 }, end: { line: 3, character: 4 } })
    assert.deepEqual(range.start, selectionRange.start)
  })
})

describe('yaodian fix', () => {
  const draft = '\uFEFF一、全面全面落实\r\n二、严守政治记录,坚持原则\r\n四、重点\n'

  it('shows a diff and changes nothing without --write', () => {
    const { status, stdout, after } = run({ 'a.plan': draft }, 'fix', 'a.plan')
    assert.equal(status, 1)
    assert.match(stdout, /^-二、严守政治记录,坚持原则/m)
    assert.match(stdout, /^\+二、严守政治纪律，坚持原则/m)
    assert.equal(after['a.plan']?.toString(), draft)
  })

  it('writes the certain fixes only, and keeps BOM and line ends', () => {
    const { status, after } = run({ 'a.plan': draft }, 'fix', '--write', 'a.plan')
    assert.equal(status, 0)
    assert.equal(after['a.plan']?.toString(), '\uFEFF一、全面落实\r\n二、严守政治纪律，坚持原则\r\n四、重点\n')
  })

  it('keeps the permissions of the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    const file = join(folder, 'a.plan')
    writeFileSync(file, draft)
    chmodSync(file, 0o640)
    spawnSync(process.execPath, [program, 'fix', '--write', file])
    assert.equal(statSync(file).mode & 0o777, 0o640)
    rmSync(folder, { recursive: true })
  })
})

describe('yaodian renumber', () => {
  const draft = '\uFEFF一、总则\r\n三、任务\r\n1、甲事\r\n3、乙事，见第三部分第1项。\r\n'

  it('shows a diff and changes nothing without --write', () => {
    const { status, stdout, stderr, after } = run({ 'a.plan': draft }, 'renumber', 'a.plan')
    assert.equal(status, 1)
    assert.match(stdout, /^\+2、乙事，见第二部分第1项。/m)
    assert.equal(stderr, '1 个文件中有 3 处序号或引用要改；加 --write 写回。\n')
    assert.equal(after['a.plan']?.toString(), draft)
  })

  it('writes numbers and references only, and keeps BOM and line ends', () => {
    const { status, after } = run({ 'a.plan': draft }, 'renumber', '--write', 'a.plan')
    assert.equal(status, 0)
    assert.equal(after['a.plan']?.toString(), '\uFEFF一、总则\r\n二、任务\r\n1、甲事\r\n2、乙事，见第二部分第1项。\r\n')
  })

  it('writes the standard form where it is asked for', () => {
    const { after } = run({ 'a.plan': draft }, 'renumber', '--standard', '--write', 'a.plan')
    assert.match(String(after['a.plan']), /\r\n1\.甲事\r\n2\.乙事/)
  })

  it('says so where every number is right', () => {
    const { status, stderr } = run({ 'a.plan': right }, 'renumber', 'a.plan')
    assert.equal(status, 0)
    assert.equal(stderr, '序号都对，没有要改的。\n')
  })
})

describe('yaodian owners', () => {
  const text =
    '某市2024年工作要点\n一、甲类（责任单位：市教育局）\n1.甲事，6月底前完成。\n2.乙事。（牵头单位：市财政局；配合单位：市教育局）\n二、乙类\n1.丙事。\n'

  it('lists each task with who leads, who supports and when it is due, what stands above included', () => {
    const { files } = JSON.parse(run({ 'a.plan': text }, 'owners', '--format', 'json', 'a.plan').stdout)
    assert.deepEqual(
      files[0].duties.map(({ task, lead, support, due, place }: Record<string, unknown>) => [
        task,
        lead,
        support,
        due,
        place,
      ]),
      [
        ['甲事，6月底前完成。', ['市教育局'], [], '2024-06-30', '一、1.'],
        ['乙事。', ['市财政局'], ['市教育局'], '', '一、2.'],
        ['丙事。', [], [], '', '二、1.'],
      ],
    )
  })

  it('groups by unit, those without one last', () => {
    const { stdout } = run({ 'a.plan': text }, 'owners', '--by', 'unit', 'a.plan')
    assert.equal(
      stdout,
      [
        '市教育局（2 项）',
        '  一、1. 甲事，6月底前完成。',
        '    市教育局  6月底前',
        '  一、2. 乙事。',
        '    市财政局  + 市教育局',
        '',
        '市财政局（1 项）',
        '  一、2. 乙事。',
        '    市财政局  + 市教育局',
        '',
        '未落实（1 项）',
        '  二、1. 丙事。\n',
      ].join('\n'),
    )
  })

  it('writes a CSV that Excel opens', () => {
    const { stdout } = run({ 'a.plan': text }, 'owners', '--format', 'csv', 'a.plan')
    assert.match(stdout, /^\uFEFF序号,工作任务,牵头单位,配合单位,完成时限,出处\r\n1,/)
  })
})

describe('yaodian owners, handed out', () => {
  const text = '某市2024年工作要点\n一、甲事。（责任单位：市教育局）\n二、乙事。（责任单位：市财政局）\n'

  it('writes what the file’s ending says, and compares what came back', () => {
    const list = '工作任务,牵头单位\n甲事。,市教育局\n乙事。,市审计局\n'
    const files = { 'a.plan': text, 'b.xlsx': '', 'list.csv': list }
    const written = run(files, 'owners', '-o', 'b.xlsx', 'a.plan')
    assert.equal(written.status, 0)
    assert.equal(written.after['b.xlsx']?.subarray(0, 2).toString(), 'PK')
    const same = run({ ...files, 'b.xlsx': written.after['b.xlsx'] ?? '' }, 'owners', '--check', 'b.xlsx', 'a.plan')
    assert.deepEqual([same.status, same.stdout, same.stderr], [0, '', '清单与文档一致。\n'])
    const changed = run(files, 'owners', '--check', 'list.csv', 'a.plan')
    assert.equal(changed.status, 1)
    assert.equal(changed.stdout, '第 3 行“二、”的牵头单位：清单“市审计局”，文档“市财政局”（第 3 行）\n')
  })

  it('takes the columns that are asked for', () => {
    const { stdout } = run({ 'a.plan': text }, 'owners', '--columns', '文件,牵头单位', '--format', 'csv', 'a.plan')
    assert.equal(stdout, '\uFEFF文件,牵头单位\r\n某市2024年工作要点,市教育局\r\n某市2024年工作要点,市财政局\r\n')
    const wrong = run({ 'a.plan': text }, 'owners', '--columns', '金额', 'a.plan')
    assert.equal(wrong.status, 2)
    assert.match(wrong.stderr, /没有“金额”这一列；可用：序号、/)
  })

  it('says what to do where a format has no place on a terminal, or a list cannot be read', () => {
    const without = run({ 'a.plan': text }, 'owners', '--format', 'docx', 'a.plan')
    assert.deepEqual([without.status, without.stderr], [2, 'yaodian: docx 不能写到终端，请用 -o 指定文件\n'])
    for (const content of ['', 'not a workbook'])
      assert.equal(run({ 'a.plan': text, 'l.xlsx': content }, 'owners', '--check', 'l.xlsx', 'a.plan').status, 2)
    const strange = run({ 'a.plan': text, 'l.csv': '甲,乙\n' }, 'owners', '--check', 'l.csv', 'a.plan')
    assert.deepEqual([strange.status, strange.stderr], [2, 'yaodian: l.csv: 没有“工作任务”这一列\n'])
  })

  it('writes nothing where there is nothing to write, and keeps what is there', () => {
    const files = { 'a.plan': '一、甲事\n', 'l.csv': '旧清单\n' }
    const nobody = run(files, 'owners', '-o', 'l.csv', 'a.plan')
    assert.deepEqual([nobody.status, nobody.stderr], [2, 'yaodian: 文档里没有责任单位，没有清单可写\n'])
    assert.equal(nobody.after['l.csv']?.toString(), '旧清单\n')
    const missing = run(files, 'owners', '-o', 'l.csv', 'nowhere.plan')
    assert.equal(missing.status, 2)
    assert.equal(missing.after['l.csv']?.toString(), '旧清单\n')
    assert.equal(
      run({ 'a.plan': text }, 'owners', '--check', 'l.docx', 'a.plan').stderr,
      'yaodian: l.docx：只能与 xlsx 或 csv 的清单对照\n',
    )
  })

  it('reads its own CSV again, formulas and all', () => {
    const plan = '1.-减负。（责任单位：市教育局）\n2.=甲事。（责任单位：市教育局）\n'
    const { stdout } = run({ 'a.plan': plan }, 'owners', '--format', 'csv', 'a.plan')
    const again = run({ 'a.plan': plan, 'l.csv': stdout }, 'owners', '--check', 'l.csv', 'a.plan')
    assert.deepEqual([again.status, again.stdout], [0, ''])
  })

  it('checks units against the list of a file beside yaodian.json', () => {
    const files = { 'a.plan': text, 'yaodian.json': '{ "units": "units.csv" }', 'units.csv': '名称\n市教育局\n' }
    const { files: found } = JSON.parse(run(files, 'lint', '--format', 'json', 'a.plan').stdout)
    assert.deepEqual(
      found[0].diagnostics.map(({ rule, message }: Record<string, string>) => [rule, message]),
      [['owner/unknown', '单位名单里没有“市财政局”']],
    )
  })
})

describe('the bundled example', () => {
  it('shows one of most kinds of mistakes', () => {
    const file = resolve('examples/2024年优化服务工作要点.plan')
    const { stdout } = run({}, 'lint', '--format', 'json', file)
    const found = JSON.parse(stdout).files[0].diagnostics.map(
      (d: { rule: string; range: { start: { line: number } } }) => `${d.range.start.line + 1} ${d.rule}`,
    )
    assert.deepEqual(found, [
      '3 wording/formula',
      '3 typo/repeat',
      '7 punctuation/width',
      '8 ordinal/skip',
      '8 owner/repeated',
      '11 owner/missing',
      '14 ordinal/style',
      '16 owner/empty',
      '18 placeholder/left',
      '21 typo/word',
      '22 punctuation/pair',
    ])
  })
})
