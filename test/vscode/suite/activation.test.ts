import * as assert from 'node:assert/strict'
import { commands, env, extensions } from 'vscode'
import { becomes, closeAll, either, eventually, findings, open, openWithFindings, planName, sleep } from './editor.ts'
import { servers } from './server.ts'

const extension = () => extensions.getExtension('yaodian.yaodian') ?? assert.fail('the extension is not there')

type Titled = Readonly<Record<'category' | 'title', string | { readonly value: string }>>

describe('activation', () => {
  after(closeAll)

  it('is the extension under test, in the display language under test', () => {
    const here = extension().extensionPath.startsWith(String(process.env['E2E_ROOT']))
    assert.equal(here, process.env['E2E_RUN'] === 'development', extension().extensionPath)
    assert.equal(env.language, process.env['E2E_LOCALE'])
  })

  it('starts no server for a plain text that is no plan', async () => {
    await open('便条.txt')
    await eventually('activation', () => extension().isActive)
    await sleep(500)
    assert.equal(servers().length, 0)
  })

  it('starts one server for a plan document', async () => {
    await openWithFindings(planName)
    assert.equal(servers().length, 1)
  })

  it('offers its commands, titled in the display language', async () => {
    // Where VS Code has translated a title, it keeps the original beside it.
    const shown = (text: string | { readonly value: string }) => (typeof text === 'string' ? text : text.value)
    const { commands: contributed } = extension().packageJSON.contributes
    const titles = contributed.map(({ category, title }: Titled) => `${shown(category)}: ${shown(title)}`)
    for (const title of titles) assert.match(title, either(/^要点: \p{Script=Han}/u, /^Yaodian: [A-Z]/))
    assert.ok(titles.includes(either('要点: 重新编号（全文）', 'Yaodian: Renumber the Document')))
    const known = await commands.getCommands(true)
    for (const { command } of contributed) assert.ok(known.includes(command), command)
  })

  it('restarts the server, by command and when it was killed', async () => {
    const { document } = await openWithFindings(planName)
    const before = findings(document)
    for (const end of [() => commands.executeCommand('yaodian.restartServer'), () => servers()[0]?.kill('SIGKILL')]) {
      const pid = servers()[0]?.pid
      await end()
      await eventually('another server', () => servers().length === 1 && servers()[0]?.pid !== pid)
      await becomes(() => findings(document), before)
    }
  })
})
