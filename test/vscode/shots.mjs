// Pictures of the extension at work in code-server (npm run build first):
//   node test/vscode/shots.mjs        the two of the README, into docs/
//   node test/vscode/shots.mjs DIR    every scene in a light and a dark theme into DIR, to be looked at
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openBrowser, openWorkbench } from './code-server/page.mjs'
import { startServer } from './code-server/server.mjs'

const root = resolve(import.meta.dirname, '../..')
const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' }
const example = readdirSync(join(root, 'examples')).find((name) => name.endsWith('.plan'))

/** What the reader of a picture sees; each starts from the example, opened in an editor with its findings. */
const scenes = {
  editor: async (page) => {
    await page.keyboard.press('Control+Shift+M')
    await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor()
    await page.locator('.pane-header', { hasText: 'Outline' }).click()
    await page.locator('.outline-tree .monaco-list-row, .outline-pane .monaco-list-row').nth(3).waitFor()
    await page.locator('.view-lines').click({ position: { x: 700, y: 12 } })
  },
  quickfix: async (page) => {
    await goTo(page, '14:2')
    await page.keyboard.press('Control+.')
    await page.locator('.action-widget').first().waitFor()
  },
  hover: async (page) => {
    await page.locator('.squiggly-error').nth(1).hover({ force: true })
    await page.locator('.monaco-hover:visible .hover-row').first().waitFor()
  },
  folded: async (page) => {
    await command(page, 'Fold Level 2')
    await page.locator('.inline-folded').first().waitFor()
  },
  sticky: async (page) => {
    await goTo(page, '19:1')
    await page.mouse.wheel(0, 900)
    await page.locator('.sticky-line-content').first().waitFor()
  },
  offer: async (page) => {
    await openFile(page, '会议材料.txt')
    await page.locator('#yaodian\\.yaodian\\.offer').waitFor()
  },
  choice: async (page) => {
    await scenes.offer(page)
    await page.locator('#yaodian\\.yaodian\\.offer a').click()
    await page.locator('.quick-input-list .monaco-list-row').nth(2).waitFor()
  },
}

/** Draws pictures of one theme, each in a page of its own over the same server. */
async function inWorkbench(theme, wanted) {
  const scratch = mkdtempSync(join(tmpdir(), 'yaodian-shots-'))
  const workspace = join(scratch, '文稿')
  cpSync(join(import.meta.dirname, 'workspace'), workspace, { recursive: true })
  cpSync(join(root, 'examples'), workspace, { recursive: true })
  const userData = join(scratch, 'user-data')
  mkdirSync(join(userData, 'User'), { recursive: true })
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(settings(theme)))
  const log = join(scratch, 'server.log')
  const extensionsDir = join(scratch, 'extensions')
  const server = await startServer({ scratch, userData, extensionsDir, testing: true, env: {}, log })
  try {
    for (const { scene } of wanted) {
      const { browser, page } = await openBrowser()
      try {
        await openWorkbench(page, server, { folder: workspace, locale: 'zh-cn', developed: [root] })
        await openFile(page, example)
        await page.locator('.squiggly-error').first().waitFor()
        await scenes[scene](page)
        await page.waitForTimeout(600)
      } finally {
        await page.screenshot({ path: join(into, `${scene}-${theme}.png`) })
        await browser.close()
      }
      console.log(join(into, `${scene}-${theme}.png`))
    }
  } finally {
    await server.stop()
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

const settings = (theme) => ({
  'workbench.colorTheme': themes[theme],
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  'window.menuBarVisibility': 'compact',
  'editor.fontFamily': "'Noto Sans Mono CJK SC'",
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
})

async function openFile(page, name) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick()
  await page.locator('.tab.active', { hasText: name }).waitFor()
}

async function quickInput(page, keys, text) {
  await page.keyboard.press(keys)
  await page.locator('.quick-input-widget input:visible').waitFor()
  await page.keyboard.insertText(text)
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
}

const goTo = (page, place) => quickInput(page, 'Control+g', place)
const command = (page, title) => quickInput(page, 'F1', title)

const folder = process.argv[2]
const pictures = folder
  ? Object.keys(scenes).flatMap((scene) => Object.keys(themes).map((theme) => ({ scene, theme })))
  : [
      { scene: 'editor', theme: 'light' },
      { scene: 'quickfix', theme: 'dark' },
    ]
const into = resolve(folder ?? join(root, 'docs'))
mkdirSync(into, { recursive: true })
for (const theme of Object.keys(themes)) {
  const here = pictures.filter((picture) => picture.theme === theme)
  if (here.length > 0) await inWorkbench(theme, here)
}
process.exit()
