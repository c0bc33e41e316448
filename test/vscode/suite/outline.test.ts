import * as assert from 'node:assert/strict'
import { commands, type DocumentSymbol, type FoldingRange, type TextDocument } from 'vscode'
import { closeAll, openWithFindings, planName } from './editor.ts'
import { picture } from './page.ts'

describe('outline and folding', () => {
  afterEach(closeAll)

  it('shows the headings with their ordinals, nested as they are', async () => {
    const { document } = await openWithFindings(planName)
    assert.deepEqual(outline(await symbols(document)), [
      '2026年老旧小区改造工作要点',
      '  一、摸清底数，排定计划',
      '    （一）开展入户调查 | 市住房城乡建设局、各区人民政府',
      '    （二）排定年度计划 | 市住房城乡建设局、市发展改革委',
      '    （四）公开改造清单 | 各区人民政府',
      '  二、抓好施工，守住底线',
      '    (一)改造老旧管网 | 市城市管理局、市水务局、市燃气集团',
      '    （二）加装电梯 | 市市场监管局',
      '    （三）严格验收',
      '  三、完善机制，管好长远',
      '    （一）健全物业管理 | 市住房城乡建设局',
      '    （一）加强宣传引导 | 市委宣传部',
    ])
    await picture('outline')
  })

  it('gives each symbol the range of all that is below it', async () => {
    const { document } = await openWithFindings(planName)
    const [title] = await symbols(document)
    const [first, second] = title?.children ?? []
    assert.ok(first && second)
    assert.ok(first.range.contains(first.children.at(-1)!.range))
    assert.ok(first.range.end.isBefore(second.range.start))
    assert.equal(document.getText(first.selectionRange), '一、摸清底数，排定计划')
  })

  it('folds sections and items', async () => {
    const { document } = await openWithFindings(planName)
    const ranges = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri)
    assert.deepEqual(
      ranges.map(
        ({ start, end }) => `${document.lineAt(start).text.slice(0, 6)} … ${document.lineAt(end).text.slice(0, 6)}`,
      ),
      [
        '2026年老 … （一）加强宣',
        '一、摸清底数 … （四）公开改',
        '二、抓好施工 … （三）严格验',
        '三、完善机制 … （一）加强宣',
      ],
    )
  })
})

const symbols = (document: TextDocument) =>
  commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri)

/** The names and details of symbols, one a line, indented by depth. */
const outline = (items: readonly DocumentSymbol[], indent = ''): readonly string[] =>
  items.flatMap(({ name, detail, children }) => [
    `${indent}${name}${detail && ` | ${detail}`}`,
    ...outline(children, `${indent}  `),
  ])
