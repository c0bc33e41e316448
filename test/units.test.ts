import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import writeXlsxFile from 'write-excel-file/node'
import { addition } from '../server/src/edit/lists.ts'
import type { Found } from '../server/src/host/config.ts'
import { diskConfigs } from '../server/src/host/disk.ts'
import { describeProblem } from '../server/src/host/file-problem.ts'
import { readUnitsFile as read } from '../server/src/host/units-file.ts'
import { fitness } from '../server/src/lexicon/initials.ts'
import { identityOf, unitList } from '../server/src/lexicon/unit-list.ts'
import { configured } from './configured.ts'

const expected = [
  { name: '市发展改革委', short: ['市发改委', '发改委'], former: [{ name: '市计委', until: 2003 }] },
  { name: '政策法规处', short: [], former: [], parent: '市发展改革委' },
  { name: '委属各单位', short: [], former: [], collective: true },
]
const table = [
  ['单位名称', '简称', '曾用名', '上级单位', '统称'],
  ['市发展改革委', '市发改委、发改委', '市计委（2003）', '', ''],
  ['政策法规处', '', '', '市发展改革委', ''],
  ['委属各单位', '', '', '', '是'],
]
const csv = table.map((row) => row.join(',')).join('\r\n')

/** 名称 and the rest in GB18030, as Excel on a Chinese Windows saves a CSV; Node only decodes it. */
const gbk = Buffer.from('c3fbb3c62cbcf2b3c60d0acad0bdccd3fdbed62cbdccd3fdbed60d0a', 'hex')

const readUnitsFile = (path: string) => read(path, readFileSync(path))

/** What is wrong with a configuration. */
const said = ({ problems }: Found): string => problems.map((problem) => describeProblem(problem, 'en')).join()

describe('a team’s list of units', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }

  it('is read from CSV, with a BOM or in GB18030', async () => {
    assert.deepEqual((await readUnitsFile(file('a.csv', csv))).units, expected)
    assert.deepEqual((await readUnitsFile(file('b.csv', `\uFEFF${csv}`))).units, expected)
    assert.deepEqual((await readUnitsFile(file('c.csv', gbk))).units, [
      { name: '市教育局', short: ['教育局'], former: [] },
    ])
  })

  it('is read from the first sheet of an xlsx', async () => {
    const path = join(folder, 'a.xlsx')
    await writeXlsxFile(table.map((row) => row.map((value) => ({ value })))).toFile(path)
    assert.deepEqual((await readUnitsFile(path)).units, expected)
  })

  it('is read from JSON; what is wrong in it is named and the rest counts', async () => {
    const { units, problems } = await readUnitsFile(
      file('a.json', '["市教育局", 7, { "nam": "市财政局" }, { "name": "市司法局", "boss": 1 }]'),
    )
    assert.deepEqual(
      units.map(({ name }) => name),
      ['市教育局', '市司法局'],
    )
    assert.deepEqual(
      problems.map(({ en }) => en),
      ['“units.1” should be "…" | { "name": "…" }', '“units.2” should be "…" | { "name": "…" }', '“boss” is not known'],
    )
  })

  it('is found below a title, beside other columns, with any mark between them', async () => {
    const names = async (content: string | Buffer) =>
      (await readUnitsFile(file('t.csv', content))).units.map(({ name, short }) => [name, ...(short ?? [])].join('/'))
    assert.deepEqual(await names('单位名单\n单位编码,单位名称,简称\n001,市教育局,教育局\n'), ['市教育局/教育局'])
    assert.deepEqual(await names('序号;单位\n1;市教育局\n'), ['市教育局'])
    assert.deepEqual(await names(Buffer.from('\uFEFF名称\t简称\n市教育局\t教育局\n', 'utf16le')), ['市教育局/教育局'])
    assert.deepEqual(await names('机构编制委员会办公室\n各部门\n'), ['机构编制委员会办公室', '各部门'])
  })

  it('without a row of headings has a name in each row', async () => {
    const { units } = await readUnitsFile(file('a.csv', '市教育局\n市财政局\n'))
    assert.deepEqual(
      units.map(({ name }) => name),
      ['市教育局', '市财政局'],
    )
  })

  it('stands in a file that yaodian.json names, below its own folder only', async () => {
    file('units.csv', csv)
    file('yaodian.json', '{ "units": "units.csv" }')
    const { of, settled, forget } = diskConfigs()
    of(folder)
    await settled()
    assert.equal(of(folder).for(undefined).units?.find('发改委')?.unit.name, '市发展改革委')
    file('yaodian.json', '{ "units": "../units.csv" }')
    forget()
    assert.match(said(of(folder)), /not below this folder/)
    file('yaodian.json', '{ "units": "nowhere.xlsx" }')
    forget()
    of(folder)
    await settled()
    assert.match(said(of(folder)), /nowhere\.xlsx/)
    assert.equal(of(folder).for(undefined).units, undefined)
  })

  it('knows a unit by all its names, and by the form of its department', () => {
    const list = unitList(expected)
    assert.deepEqual(
      ['市发展改革委', '发改委', '市计委', '市发展和改革委员会', '市教育局'].map((name) =>
        identityOf({ name, written: name }, list),
      ),
      ['市发展改革委', '市发展改革委', '市发展改革委', '市发展改革委', '市教育局'],
    )
    assert.deepEqual(list.nearest('政策法规外'), ['政策法规处'])
    assert.deepEqual(list.nearest('市气象局'), [])
  })

  it('takes a new unit and leaves the rest as it is', () => {
    const withUnit = (name: string, text: string) =>
      [...(addition('units', name, text, '市统计局') ?? [])]
        .reverse()
        .reduce(
          (out, { offset, length, text: words }) => out.slice(0, offset) + words + out.slice(offset + length),
          text,
        )
    const written = configured(withUnit('yaodian.json', '{\n  "owners": "auto",\n  "units": ["市教育局"]\n}'))
    assert.deepEqual(
      written.units?.units.map(({ name }) => name),
      ['市教育局', '市统计局'],
    )
    assert.deepEqual(
      configured(withUnit('yaodian.json', '{}')).units?.units.map(({ name }) => name),
      ['市统计局'],
    )
    assert.equal(withUnit('units.csv', '名称\n市教育局'), '名称\n市教育局\n市统计局\n')
    assert.equal(withUnit('units.csv', '序号,名称\r\n1,市教育局\r\n'), '序号,名称\r\n1,市教育局\r\n,市统计局\r\n')
    assert.equal(addition('units', 'units.xlsx', '', '市统计局'), undefined)
  })
})

describe('names by their initials', () => {
  for (const [typed, name] of [
    ['sfgw', '市发展改革委'],
    ['srs', '市人力资源社会保障局'],
    ['cq', '重庆市教委'],
    ['sxfj', '省信访局'],
    ['市发改', '市发展改革委'],
    ['yh', '人民银行'],
    ['kjj', '会计局'],
    ['12345', '12345热线办'],
  ] as const)
    it(`${typed} finds ${name}`, () => assert.notEqual(fitness(typed, name), undefined))
  it('xyz does not find 市教育局', () => assert.equal(fitness('xyz', '市教育局'), undefined))
})
