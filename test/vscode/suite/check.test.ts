import * as assert from 'node:assert/strict'
import { commands, window } from 'vscode'
import { closeAll, either, eventually, openRead } from './editor.ts'
import { clickInside, hasPage, picture, seeInside } from './page.ts'

const text = '某市2027年工作要点\n一、防止一触而就。\n三、在XX市推广。\n'

const titles = () => window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label))
const shows = (selector: string, words: string) =>
  eventually(`${words} on the page`, async () =>
    (await seeInside(selector)).some(({ text: seen }) => seen.includes(words)),
  )

describe('the page of the check before issue', () => {
  afterEach(closeAll)

  it('opens beside the document with its verdict, and follows it', async () => {
    const { document } = await openRead('发文前.plan', text)
    await commands.executeCommand('yaodian.check')
    const title = either('发文前检查', 'Check Before Issue')
    await eventually('the verdict in the title', () => titles().includes(`✗ ${title}`))
    assert.equal(document.isClosed, false)
    if (!hasPage) return
    await shows('.verdict', either('还不能印发', 'Not ready to issue'))
    await shows('.found li', either('应为“二、”', '“二、”'))
    await picture('check')
    await clickInside('.found button[data-act="fix"]')
    await eventually('the fix in the document', () => document.getText().includes('一蹴而就'))
    await eventually('the finding gone from the page', async () =>
      (await seeInside('.found mark')).every(({ text: words }) => words !== '一触而就'),
    )
    await clickInside('.found button[data-act="jump"]')
    await eventually('the place in the editor', () => window.activeTextEditor?.selection.active.line === 2)
  })
})
