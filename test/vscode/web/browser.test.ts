import * as assert from 'node:assert/strict'
import {
  type CodeAction,
  commands,
  env,
  extensions,
  languages,
  type TextDocument,
  UIKind,
  type Uri,
  window,
  workspace,
} from 'vscode'
import writeXlsxFile from 'write-excel-file/universal'
import {
  becomes,
  closeAll,
  either,
  eventually,
  finding,
  findings,
  folder,
  inFolder,
  openNew,
  openWithFindings,
  planName,
  sleep,
} from '../suite/editor.ts'
import { see } from '../suite/page.ts'

const written: string[] = []

const write = async (name: string, content: string | Uint8Array): Promise<void> => {
  written.push(name)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  await workspace.fs.writeFile(inFolder(name), bytes)
}

const open = async (name: string, text: string): Promise<TextDocument> => {
  written.push(name)
  return (await openNew(name, text)).document
}

describe('in a browser’s own extension host', () => {
  afterEach(async () => {
    await closeAll()
    for (const name of written.splice(0)) await workspace.fs.delete(inFolder(name)).then(undefined, () => {})
  })

  it('comes over HTTP, and looks at a virtual workspace', () => {
    const extension = extensions.getExtension('yaodian.yaodian') ?? assert.fail('the extension is not there')
    assert.equal(extension.isActive, true)
    assert.equal(extension.extensionUri.scheme, 'http')
    assert.equal(env.uiKind, UIKind.Web)
    assert.equal(folder().scheme, 'memory')
    assert.equal(typeof process.versions, 'undefined')
  })

  it('says at first what it says in the end: findings wait for the configuration', async () => {
    await write('本处/yaodian.json', '{ "rules": { "placeholder/left": "off" }, "words": "words.txt" }')
    await write('本处/words.txt', '一触而就\n')
    const seen: (readonly string[])[] = []
    const uri = inFolder('本处/先后.plan')
    const listening = languages.onDidChangeDiagnostics(({ uris }) => {
      const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString())
      const now = document && uris.some((each) => each.toString() === uri.toString()) ? findings(document) : []
      if (now.length > 0) seen.push(now)
    })
    const document = await open('本处/先后.plan', '一、在XX市防止一触而就，\n三、好。\n')
    await eventually('findings', () => seen.length > 0)
    await sleep(1_000)
    listening.dispose()
    for (const each of seen) assert.deepEqual(each, findings(document))
    assert.ok(!findings(document).some((each) => /placeholder|typo/.test(each)))
  })

  it('reads lists that yaodian.json names, in any encoding, and follows them', async () => {
    const text = '某市要点\n一、抓好教育。（责任单位：市教体局）\n'
    // 市教育局 in GB18030, as Excel on a Chinese Windows saves it.
    await write('units.csv', Uint8Array.from([0xca, 0xd0, 0xbd, 0xcc, 0xd3, 0xfd, 0xbe, 0xd6, 0x0d, 0x0a]))
    await write('yaodian.json', '{ "units": "units.csv" }')
    const document = await open('单位.plan', text)
    await becomes(() => findings(document), ['owner/unknown warning （责任单位：«市教体局»）'])
    await write('units.csv', '市教体局\n')
    await becomes(() => findings(document), [])
  })

  it('builds on the configuration above, and says what is not there', async () => {
    await write('yaodian.json', '{ "rules": { "typo": "off" } }')
    await write('下级/yaodian.json', '{ "extends": "..", "words": "nowhere.txt" }')
    const document = await open('下级/某文.plan', '一、防止一触而就。\n三、好。\n')
    await becomes(() => findings(document), ['ordinal/skip error «三、»好。'])
    const said = () => languages.getDiagnostics(inFolder('下级/yaodian.json')).map(({ message }) => message)
    const missing = either('没有这个文件', 'no such file')
    await eventually('what is missing', () =>
      said().some((each) => each.includes(`nowhere.txt`) && each.includes(missing)),
    )
  })

  it('reads workbooks', async () => {
    const workbook = await writeXlsxFile([[{ value: '单位名称' }], [{ value: '市教育局' }]]).toBlob()
    await write('units.xlsx', new Uint8Array(await workbook.arrayBuffer()))
    await write('yaodian.json', '{ "units": "units.xlsx" }')
    const document = await open('单位.plan', '某市要点\n一、抓好教育。（责任单位：市教体局）\n')
    await becomes(() => findings(document), ['owner/unknown warning （责任单位：«市教体局»）'])
  })

  it('keeps the user’s own words in the browser', async () => {
    const document = await open('用词.plan', '一、严守政治记录。\n')
    const found = await eventually('the typo', () => finding(document, 'typo/word'))
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      'quickfix',
    )
    const title = either('把“记录”加入词库（个人）', 'Add “记录” to your word list')
    const action = actions.find((each) => each.title === title)
    assert.ok(action?.edit && action.command, `not offered: ${title}\n${actions.map((each) => each.title).join('\n')}`)
    const [[own]] = action.edit.entries() as [[Uri, unknown]]
    try {
      await workspace.applyEdit(action.edit)
      await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []))
      await becomes(() => findings(document), [])
    } finally {
      await workspace.fs.delete(own)
    }
  })

  it('begins anew by command, with what is found as before', async () => {
    const { document } = await openWithFindings(planName)
    const before = findings(document)
    await commands.executeCommand('yaodian.restartServer')
    await becomes(() => findings(document), before)
  })

  it('says that it reads no Word documents', async () => {
    await write('汇报.docx', 'PK')
    void commands.executeCommand('yaodian.checkWord', inFolder('汇报.docx'))
    const words = either('浏览器里读不了 Word 文档', 'Word documents cannot be read in the browser')
    await commands.executeCommand('notifications.showList')
    await eventually('the message', async () =>
      (await see('.notification-list-item-message')).some(({ text }) => text.includes(words)),
    )
    await commands.executeCommand('notifications.clearAll')
  })

  it('checks what is not saved yet by the configuration of the folder', async () => {
    await write('yaodian.json', '{ "rules": { "ordinal/skip": "off" } }')
    const content = '一、防止一触而就。\n三、好。\n'
    const document = await workspace.openTextDocument({ language: 'plandoc', content })
    await window.showTextDocument(document)
    await becomes(() => findings(document), ['typo/word error 一、防止«一触而就»。'])
  })
})
