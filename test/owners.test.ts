import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import readXlsxFile, { readSheet } from 'read-excel-file/node'
import type { CodeAction, CompletionList, Hover, Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { analyze } from '../server/src/plan/plan.ts'
import { holdings } from '../server/src/report/holdings.ts'
import { compareOwners, describe as inWords } from '../server/src/report/owner-check.ts'
import { ownersDocx } from '../server/src/report/owner-docx.ts'
import { duties, sheets, usualColumns } from '../server/src/report/owner-list.ts'
import { ownersTabs } from '../server/src/report/owner-text.ts'
import { ownersXlsx } from '../server/src/report/owner-xlsx.ts'
import { type Server, start } from './server.ts'
import { applied } from './text-edits.ts'

const plan = [
  '某市2024年工作要点',
  '一、甲类（牵头单位：市教育局）',
  '（一）甲事。（牵头单位：市教育局；配合单位：市发改委、委综合处、政策处）',
  '（二）乙事。先做一件。（责任单位：市财政局）再做一件。（责任单位：市司法局）',
  '二、乙类，由市教育局等部门推进。',
  '（三）丙事。（责任单位：市发展改革委；完成时限：6月底前）',
  '（四）丁事。（责任单位：市教肓局）',
].join('\n')
const other = '某区工作方案\n一、戊事。（责任单位：市教育局）\n二、己事。\n'

describe('a list of who answers for what', () => {
  const all = duties(analyze(plan))
  const [sheet] = sheets(all, 'item', 'zh')
  const rowsOf = async () => {
    const bytes = await ownersXlsx(sheet ? [sheet] : [], usualColumns, '清单', 'zh')
    return (await readSheet(Buffer.from(bytes))).map((row) => row.map((cell) => String(cell ?? '')))
  }

  it('has a row for each sentence that names its own owners', () => {
    assert.deepEqual(
      all.map(({ number, task, lead }) => `${number} ${task} ${lead.join('、')}`),
      [
        '1 甲事。 市教育局',
        '2 乙事。先做一件。 市财政局',
        '2 再做一件。 市司法局',
        '3 丙事。 市发展改革委',
        '4 丁事。 市教肓局',
      ],
    )
  })

  it('loses no words of a task: what stands behind the last tag, tags side by side, paragraphs without one', () => {
    const rows = duties(
      analyze(
        [
          '1.甲事要抓紧。（牵头单位：市教育局）（配合单位：市财政局）乙事也要抓紧。（责任单位：市司法局）丙事没有写单位。',
          '2.丁事抓紧（责任单位：市教育局）。戊事抓紧（责任单位：市司法局）。',
          '3.己事。',
          '还要说一句。（责任单位：市教育局）',
        ].join('\n'),
      ),
    )
    assert.deepEqual(
      rows.map(({ task, lead, support }) => [task, lead.join(), support.join()]),
      [
        ['甲事要抓紧。', '市教育局', '市财政局'],
        ['乙事也要抓紧。', '市司法局', ''],
        ['丙事没有写单位。', '', ''],
        ['丁事抓紧', '市教育局', ''],
        ['戊事抓紧', '市司法局', ''],
        ['己事。还要说一句。', '市教育局', ''],
      ],
    )
  })

  it('sets a heading apart from the text below it', () => {
    const [own] = duties(analyze('一、优化备案管理\n备案时间由三个月\n改为一个月。（责任单位：市住建局）'))
    assert.equal(own?.task, '优化备案管理。备案时间由三个月改为一个月。')
  })

  it('has one sheet for a unit under all its names', () => {
    const own = duties(
      analyze('1.甲事。（责任单位：市发展改革委）\n2.乙事。（责任单位：市发展改革委）\n3.丙事。（责任单位：市发改委）'),
    )
    assert.deepEqual(
      sheets(own, 'unit', 'zh').map(({ name, duties: each }) => `${name} ${each.length}`),
      ['市发展改革委 3'],
    )
  })

  it('by unit, its sheets one below the other, is the same as the document', async () => {
    const bytes = await ownersXlsx(sheets(all, 'unit', 'zh'), usualColumns, '清单', 'zh')
    const pages = await readXlsxFile(Buffer.from(bytes))
    const rows = pages.flatMap(({ data }) => data.map((row) => row.map((cell) => String(cell ?? ''))))
    assert.deepEqual(compareOwners(rows, all), [])
  })

  it('whose rows only share words with an item is a list of its own', () => {
    const own = duties(
      analyze(
        '1.推进改革，开好会议。（责任单位：市教育局）\n附件\n任务清单\n序号\t任务\t责任单位\t时限\n1\t会议\t市财政局\t6月底前\n',
      ),
    )
    assert.deepEqual(
      own.map(({ task }) => task),
      ['推进改革，开好会议。', '会议'],
    )
  })

  it('comes back from Excel as it went', async () => {
    const rows = await rowsOf()
    assert.deepEqual(rows[1], ['序号', '工作任务', '牵头单位', '配合单位', '完成时限', '出处'])
    assert.deepEqual(compareOwners(rows, all), [])
  })

  it('that came back edited is compared cell by cell', async () => {
    const rows = (await rowsOf()).map((row) => row.map((cell) => cell.replace('市财政局', '市审计局')))
    const without = rows.filter((row) => row[1] !== '丁事。')
    const found = compareOwners([...without, ['5', '新事。', '市统计局', '', '', '']], all) ?? []
    assert.deepEqual(
      found.map((each) => inWords(each, 'zh')),
      [
        '第 4 行“一、（二）”的牵头单位：清单“市审计局”，文档“市财政局”（第 4 行）',
        '第 7 行：文档里没有“新事。”',
        '文档第 7 行：清单里没有“二、（四）丁事。”',
      ],
    )
  })

  it('is no list where no column is called a task', () => assert.equal(compareOwners([['甲', '乙']], all), undefined))

  it('put into the document is read as a table, and its tasks are not counted twice', () => {
    const again = analyze(`${plan}\n附件\n责任清单\n${ownersTabs(all, usualColumns, 'zh').join('\n')}\n`)
    assert.deepEqual(
      duties(again).map(({ line }) => line),
      all.map(({ line }) => line),
    )
  })

  it('as a Word document is a zip that begins as such', async () => {
    const bytes = await ownersDocx(sheets(all, 'unit', 'zh'), usualColumns, '清单', 'zh')
    assert.equal(Buffer.from(bytes.slice(0, 2)).toString(), 'PK')
  })

  it('of any units and tasks comes back the same', () => {
    const word = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,6}$/)
    const unit = word.map((name) => `市${name}局`)
    const task = fc.record({ task: word, lead: fc.uniqueArray(unit, { minLength: 1, maxLength: 3 }) })
    fc.assert(
      fc.property(fc.array(task, { minLength: 1, maxLength: 8 }), (tasks) => {
        const text = tasks.map(({ task, lead }, i) => `${i + 1}.${task}事。（责任单位：${lead.join('、')}）`).join('\n')
        const own = duties(analyze(text))
        assert.deepEqual(
          own.map(({ lead }) => lead),
          tasks.map(({ lead }) => lead),
        )
        const rows = ownersTabs(own, usualColumns, 'zh').map((row) => row.split('\t'))
        assert.deepEqual(compareOwners(rows, own), [])
      }),
    )
  })
})

describe('what units hold', () => {
  it('is of a document as it is called by who asks, whoever asked before', () => {
    const known = analyze('一、甲事。（责任单位：市财政局）')
    const addresses = (uri: string) =>
      holdings([{ uri, plan: known }], undefined).map(({ lead }) => lead[0]?.source.uri)
    assert.deepEqual(addresses(''), [''])
    assert.deepEqual(addresses('file:///a.plan'), ['file:///a.plan'])
  })
})

describe('units over the workspace', () => {
  let server: Server
  let folder = ''
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    writeFileSync(join(folder, '某市工作要点.plan'), plan)
    writeFileSync(join(folder, '某区工作方案.plan'), other)
    writeFileSync(
      join(folder, 'yaodian.json'),
      '{ "units": [\n  { "name": "市教育局", "short": ["教育局"], "former": ["市教委"] },\n  "市财政局", "市司法局", "市发展改革委", "委综合处", "委政策处"\n] }',
    )
    server = await start({ locale: 'zh-cn', folder })
    await server.open(uriOf('某市工作要点.plan'), plan)
  })
  after(async () => {
    await server.stop()
    rmSync(folder, { recursive: true })
  })
  const ask = <T>(method: string, params: object): Promise<T> =>
    server.connection.sendRequest(method, { textDocument: { uri: uriOf('某市工作要点.plan') }, ...params })
  const at = (row: number, words: string) => ({
    line: row,
    character: (plan.split('\n')[row] ?? '').indexOf(words) + 1,
  })

  it('are found wherever a tag names them', async () => {
    const found = await ask<Location[]>('textDocument/references', {
      position: at(2, '市教育局'),
      context: { includeDeclaration: true },
    })
    assert.deepEqual(
      found.map(({ uri, range }) => `${decodeURIComponent(uri).split('/').at(-1)}:${range.start.line}`),
      ['某市工作要点.plan:1', '某市工作要点.plan:2', '某区工作方案.plan:1'],
    )
  })

  it('lead to the list', async () => {
    const found = await ask<Location>('textDocument/definition', { position: at(2, '市教育局') })
    assert.equal(found.uri, uriOf('yaodian.json'))
    assert.deepEqual(found.range, { start: { line: 1, character: 13 }, end: { line: 1, character: 17 } })
  })

  it('say what they answer for, here and everywhere', async () => {
    const { contents } = await ask<Hover>('textDocument/hover', { position: at(2, '市教育局') })
    assert.equal(
      (contents as { value: string }).value,
      '市教育局\n简称：教育局\n曾用名：市教委\n本文：牵头 1 项，配合 0 项\n工作区：牵头 2 项，配合 0 项',
    )
  })

  it('are renamed everywhere, what is elided stays elided, what the text mentions waits to be confirmed', async () => {
    const { documentChanges = [], changeAnnotations = {} } = await ask<WorkspaceEdit>('textDocument/rename', {
      position: at(2, '市教育局'),
      newName: '市教育和体育局',
    })
    const [own, far] = documentChanges as { edits: { annotationId?: string }[] }[]
    assert.equal(applied(plan, (own?.edits ?? []) as never), plan.replaceAll('市教育局', '市教育和体育局'))
    assert.deepEqual(
      own?.edits.map(({ annotationId }) => annotationId),
      [undefined, undefined, 'text'],
    )
    assert.equal(changeAnnotations['text']?.needsConfirmation, true)
    assert.equal(applied(other, (far?.edits ?? []) as never), other.replace('市教育局', '市教育和体育局'))
    const elided = await ask<WorkspaceEdit>('textDocument/rename', { position: at(2, '政策处'), newName: '委法规处' })
    const [change] = (elided.documentChanges ?? []) as { edits: unknown[] }[]
    assert.match(applied(plan, change?.edits as never), /委综合处、法规处）/)
  })

  it('keep the names behind them whole when they lose what those shared with them', async () => {
    const renamed = await ask<WorkspaceEdit>('textDocument/rename', { position: at(2, '委综合处'), newName: '督察处' })
    const [change] = (renamed.documentChanges ?? []) as { edits: unknown[] }[]
    assert.match(applied(plan, change?.edits as never), /市发改委、督察处、委政策处）/)
    for (const newName of ['甲、乙', '）', ''])
      await assert.rejects(ask('textDocument/rename', { position: at(2, '委综合处'), newName }))
  })

  it('are offered where one is written, by initials, the nearest first', async () => {
    const uri = 'untitled:complete'
    const text = `${plan}\n（五）戊事。（责任单位：fg`
    await server.open(uri, text)
    const { items } = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 7, character: text.split('\n')[7]?.length ?? 0 },
    })
    assert.deepEqual(
      items.slice(0, 2).map(({ label, filterText }) => [label, filterText]),
      [
        ['市发展改革委', 'fg'],
        ['市发改委', 'fg'],
      ],
    )
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
  })

  it('that are not listed can be added, are offered the nearest name, and what is another name of one is said', async () => {
    const range = { start: at(6, '市教肓局'), end: at(6, '市教肓局') }
    const actions = await ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } })
    assert.deepEqual(
      actions.map(({ title }) => title).filter((title) => /市教/.test(title)),
      ['改为“市教育局”', '把“市教肓局”加入单位名单'],
    )
  })

  it('move between the roles of a tag', async () => {
    const position = at(2, '市发改委')
    const range = { start: position, end: position }
    const actions = await ask<CodeAction[]>('textDocument/codeAction', {
      range,
      context: { diagnostics: [], only: ['refactor.move'] },
    })
    const [edit] = (actions[0]?.edit?.documentChanges ?? []) as { edits: unknown[] }[]
    assert.match(
      applied(plan, (edit?.edits ?? []) as never),
      /牵头单位：市教育局、市发改委；配合单位：委综合处、政策处）/,
    )
  })

  it('fill the view by unit, by deadline and by what nobody answers for', async () => {
    const uri = uriOf('某市工作要点.plan')
    const groups = async (params: object) => {
      const found = await ask<{ groups: { label: string; lead: number }[]; unowned: number }>('yaodian/ownerGroups', {
        uri,
        ...params,
      })
      return { ...found, groups: found.groups.map(({ label, lead }) => `${label} ${lead}`) }
    }
    const units = await groups({ scope: 'workspace', by: 'unit' })
    assert.deepEqual(units.groups.slice(0, 2), ['市教育局 2', '市发展改革委 1'])
    assert.equal(units.unowned, 1)
    assert.deepEqual((await groups({ scope: 'document', by: 'deadline' })).groups, ['2024-06-30 1', '未写时限 3'])
    assert.deepEqual((await groups({ scope: 'workspace', by: 'unowned' })).groups, ['某区工作方案 1'])
    assert.deepEqual((await groups({ scope: 'document', by: 'unit', filter: 'scz' })).groups, ['市财政局 1'])
  })
})
