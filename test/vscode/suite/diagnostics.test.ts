import * as assert from 'node:assert/strict'
import { Range, Uri, workspace } from 'vscode'
import {
  becomes,
  closeAll,
  either,
  eventually,
  finding,
  findings,
  inFolder,
  messages,
  openWithFindings,
  planName,
} from './editor.ts'
import { picture } from './page.ts'

describe('diagnostics', () => {
  afterEach(closeAll)

  it('marks what is wrong in a document', async () => {
    const { document } = await openWithFindings(planName)
    await becomes(
      () => findings(document),
      [
        'ordinal/skip error «（四）»公开改造清单',
        'punctuation/width error 话在小区公示«,»接受居民监督',
        'ordinal/style warning «(一)»改造老旧管网',
        'typo/repeat warning 二是落实补贴«资金资金»，按月拨付。',
        'owner/missing warning «（三）»严格验收。由',
        'typo/word error 平的提升不能«一触而就»，改造一个、',
        'ordinal/duplicate error «（一）»加强宣传引导',
        'placeholder/left warning ，每季度通报«XX»区进展情况。',
      ],
    )
    await picture('squiggles')
  })

  it('says it in the display language', async () => {
    const { document } = await openWithFindings(planName)
    assert.deepEqual(messages(document), [
      either('序号不连续：此处应为“（三）”', 'Ordinal skipped: “（三）” is expected here'),
      either('中文里的半角“,”应为全角“，”', 'Half-width “,” in Chinese text should be “，”'),
      either(
        '序号“(一)”与同级写法不一致：应为“（一）”',
        'Ordinal “(一)” differs from its siblings: “（一）” is expected',
      ),
      either('“资金”重复', '“资金” stands twice'),
      either('“（三）”没有写责任单位', '“（三）” names no responsible unit'),
      either('“一触而就”应为“一蹴而就”', '“一触而就” should be “一蹴而就”'),
      either('序号“（一）”重复：此处应为“（二）”', 'Ordinal “（一）” stands twice: “（二）” is expected here'),
      either('占位符“XX”尚未替换', 'Placeholder “XX” is still there'),
    ])
  })

  it('links each rule to its page, and to the other place it is about', async () => {
    const { document } = await openWithFindings(planName)
    const duplicate = finding(document, 'ordinal/duplicate')
    const code = duplicate?.code
    assert.ok(typeof code === 'object')
    const page = await workspace.fs.readFile(Uri.parse(code.target.toString()))
    assert.match(new TextDecoder().decode(page), /ordinal\/duplicate/)
    const [other] = duplicate?.relatedInformation ?? []
    assert.equal(other && document.getText(other.location.range), '（一）')
    assert.ok(other && duplicate && other.location.range.start.isBefore(duplicate.range.start))
  })

  it('follows the text as it is typed', async () => {
    const editor = await openWithFindings(planName)
    const skip = finding(editor.document, 'ordinal/skip')
    assert.ok(skip)
    await editor.edit((edit) => edit.replace(skip.range, '（三）'))
    await eventually('no gap', () => !finding(editor.document, 'ordinal/skip'))
    await editor.edit((edit) => edit.replace(new Range(skip.range.start, skip.range.end), '（五）'))
    await eventually('a gap', () => finding(editor.document, 'ordinal/skip'))
  })

  it('follows yaodian.json', async () => {
    const { document } = await openWithFindings(planName)
    const before = findings(document)
    const config = inFolder('yaodian.json')
    const rules = { owners: 'optional', rules: { ordinal: 'off', 'placeholder/left': 'error' } }
    await workspace.fs.writeFile(config, new TextEncoder().encode(JSON.stringify(rules)))
    try {
      await becomes(
        () => findings(document),
        [
          'punctuation/width error 话在小区公示«,»接受居民监督',
          'typo/repeat warning 二是落实补贴«资金资金»，按月拨付。',
          'typo/word error 平的提升不能«一触而就»，改造一个、',
          'placeholder/left error ，每季度通报«XX»区进展情况。',
        ],
      )
    } finally {
      await workspace.fs.delete(config)
    }
    await becomes(() => findings(document), before)
  })
})
