import * as assert from 'node:assert/strict'
import { ConfigurationTarget, commands, languages, workspace } from 'vscode'
import { becomes, closeAll, either, eventually, open, openNew, sleep } from './editor.ts'
import { hasPage, picture, see } from './page.ts'

const offerItem = '#yaodian\\.yaodian\\.offer'
const readsLike = '会议材料.txt'

describe('plain text that reads like a plan', () => {
  afterEach(closeAll)

  if (hasPage) {
    it('is offered in the status bar, in words and for screen readers', async () => {
      await open(readsLike)
      await becomes(offered, [either('按计划公文校核？', 'Check as a plan document?')])
      const [item] = await see(`${offerItem} a`)
      assert.match(String(item?.label), new RegExp(either('按回车选择是否校核', 'Press Enter to choose')))
      await picture('offer')
    })

    it('is offered no more once another text is in front', async () => {
      await open(readsLike)
      await eventually('the offer', async () => (await offered()).length === 1)
      await open('随笔.txt')
      await becomes(offered, [])
      await sleep(500)
      assert.deepEqual(await offered(), [])
    })
  }

  it('is left alone when declined, also when it is opened again', async () => {
    const { document } = await openNew('declined.txt', await text(readsLike))
    await answer(1)
    await notOffered()
    await closeAll()
    await open('declined.txt')
    await notOffered()
    assert.equal(document.languageId, 'plaintext')
  })

  it('becomes a plan document when accepted, also when it is opened again', async () => {
    const { document } = await openNew('accepted.txt', await text(readsLike))
    await answer(0)
    await eventually('the language', () => document.languageId === 'plandoc')
    await closeAll()
    const again = (await open('accepted.txt')).document
    await eventually('the language again', () => again.languageId === 'plandoc')
    await languages.setTextDocumentLanguage(again, 'plaintext')
    await sleep(300)
    assert.equal(again.languageId, 'plaintext', 'what the user sets by hand stays')
  })

  it('is offered nothing where the setting is off', async () => {
    await openNew('never.txt', await text(readsLike))
    await answer(2)
    const setting = () => workspace.getConfiguration('yaodian').get('offerPlainText')
    await becomes(setting, false)
    await notOffered()
    await workspace.getConfiguration('yaodian').update('offerPlainText', undefined, ConfigurationTarget.Global)
    await becomes(setting, true)
  })

  it('can be called a plan document by command, whatever it reads like', async () => {
    const { document } = await open('便条.txt')
    await commands.executeCommand('yaodian.treatAsPlan')
    await eventually('the language', () => document.languageId === 'plandoc')
  })
})

/** The texts of the offer in the status bar: one or none. */
const offered = async () => (await see(`${offerItem}:visible`)).map((item) => item.text.trim())

const text = async (name: string) => (await open(name)).document.getText()

/** Waits for the offer and takes its answer `index`, as the keyboard does. */
async function answer(index: number): Promise<void> {
  const asked = await eventually('the offer', ask)
  for (let i = 0; i < index; i++) await commands.executeCommand('workbench.action.quickOpenSelectNext')
  await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
  await asked.closed
}

async function notOffered(): Promise<void> {
  await sleep(500)
  assert.equal(await ask(), undefined)
}

/** The choice, once it is open; undefined where nothing is offered: then the command comes back at once. */
async function ask(): Promise<{ readonly closed: Thenable<unknown> } | undefined> {
  const closed = commands.executeCommand('yaodian.answerOffer')
  const open = await Promise.race([closed.then(() => false), sleep(400).then(() => true)])
  return open ? { closed } : undefined
}
