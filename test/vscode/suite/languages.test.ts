import * as assert from 'node:assert/strict'
import { workspace } from 'vscode'
import { closeAll, inFolder, openNew } from './editor.ts'

const byName: Readonly<Record<string, string>> = {
  '计划.plan': 'plandoc',
  '通知.gongwen': 'plandoc',
  '2026年全区工作要点.txt': 'plandoc',
  '责任清单（征求意见稿）.txt': 'plandoc',
  '防汛工作方案.txt': 'plandoc',
  '全域旅游实施方案.TXT': 'plandoc',
  '三年行动计划2026.txt': 'plandoc',
  '年度工作计划.txt': 'plandoc',
  '任务分工表.txt': 'plandoc',
  '工作要点.md': 'markdown',
  '工作总结.txt': 'plaintext',
}

describe('language by file name', () => {
  afterEach(closeAll)

  for (const [name, language] of Object.entries(byName))
    it(`${name} is ${language}`, async () => {
      const { document } = await openNew(name, '一、总体要求\n')
      assert.equal(document.languageId, language)
      await workspace.fs.delete(inFolder(name))
    })

  it('makes Chinese comfortable, and leaves other languages alone', () => {
    const plan = { languageId: 'plandoc', uri: inFolder('计划.plan') }
    const setting = (name: string, scope?: typeof plan) => workspace.getConfiguration('editor', scope).get(name)
    assert.equal(setting('unicodeHighlight.ambiguousCharacters', plan), false)
    assert.equal(setting('wordWrap', plan), 'on')
    assert.equal(setting('wordBasedSuggestions', plan), 'off')
    assert.equal(setting('unicodeHighlight.ambiguousCharacters'), true)
    assert.equal(setting('wordWrap'), 'off')
  })
})
