// Pictures of the extension at work in code-server, installed from its .vsix:
//   node test/vscode/shots.mjs        those of the README, into docs/
//   node test/vscode/shots.mjs DIR [SCENE…]   every scene, or some, in every theme into DIR, to be looked at
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openBrowser, openWorkbench } from './code-server/page.mjs'
import { installExtension, startServer } from './code-server/server.mjs'
import { packageExtension } from './package.mjs'

const root = resolve(import.meta.dirname, '../..')
/** The themes, as VS Code's menu names them, and their files. */
const themes = {
  light: ['Light 2026', '2026-light'],
  dark: ['Dark 2026', '2026-dark'],
  'light-modern': ['Light Modern', 'light_modern'],
  'dark-modern': ['Dark Modern', 'dark_modern'],
  contrast: ['Dark High Contrast', 'hc_black'],
}
const example = readdirSync(join(root, 'examples')).find((name) => name.endsWith('.plan'))

/** What the reader of a picture sees; each starts from the example, opened in an editor with its findings. */
const scenes = {
  editor: async (page) => {
    await page.keyboard.press('Control+Shift+M')
    await page.locator('.markers-panel .monaco-list-row').nth(2).waitFor()
    await page.locator('.pane-header', { hasText: '文稿' }).click()
    await page.locator('.pane-header', { hasText: 'Outline' }).click()
    await page.locator('.outline-tree .monaco-list-row, .outline-pane .monaco-list-row').nth(3).waitFor()
    await page.locator('.view-lines').click({ position: { x: 700, y: 12 } })
  },
  quickfix: async (page) => {
    await page.setViewportSize({ width: 1400, height: 640 })
    await goTo(page, '14:2')
    await page.locator('.codicon-gutter-lightbulb-auto-fix').first().waitFor()
    await openBy(page, ['Control+.'], '.action-widget .monaco-list-row')
  },
  renumber: async (page) => {
    await page.setViewportSize({ width: 1400, height: 760 })
    await command(page, '重新编号（全文），先预览')
    await page.locator('.bulk-edit-panel .monaco-list-row, .refactor-preview-panel .monaco-list-row').nth(4).waitFor()
  },
  structure: async (page) => {
    await page.locator('.view-line', { hasText: '统一事项清单' }).click({ button: 'right', position: { x: 60, y: 8 } })
    await page.locator('.monaco-menu .action-item', { hasText: '条目与序号' }).hover()
    await page.locator('.monaco-menu .action-item', { hasText: /^下移此条/ }).waitFor()
  },
  reference: async (page) => {
    await page.locator('.view-line span', { hasText: '第5项' }).last().hover({ force: true })
    await page.locator('.monaco-hover:visible .hover-row').first().waitFor()
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
    await page.setViewportSize({ width: 1400, height: 360 })
    await goTo(page, '11:1')
    await page.locator('.sticky-line-content').nth(1).waitFor()
  },
  offer: async (page) => {
    await openFile(page, '会议材料.txt')
    await page.locator('#yaodian\\.yaodian\\.offer').waitFor()
  },
  owners: async (page) => {
    await page.setViewportSize({ width: 1400, height: 640 })
    await command(page, '显示责任单位')
    const rows = page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row')
    await rows.nth(3).waitFor()
    await rows.first().click()
    await rows.filter({ hasText: '编制' }).first().waitFor()
    await page.locator('.codelens-decoration').first().waitFor()
  },
  unowned: async (page) => {
    await page.locator('.codelens-decoration a').first().click()
    await page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row').first().waitFor()
  },
  unit: async (page) => {
    await page
      .locator('.view-line span', { hasText: /^市司法局$/ })
      .first()
      .hover({ force: true })
    await page.locator('.monaco-hover:visible .hover-row').first().waitFor()
  },
  check: async (page) => {
    await page.setViewportSize({ width: 1500, height: 900 })
    await command(page, '要点: 发文前检查')
    const inside = page.frameLocator('iframe.webview').frameLocator('#active-frame')
    await inside.locator('.found li').first().waitFor()
  },
  checkFindings: async (page) => {
    await scenes.check(page)
    const inside = page.frameLocator('iframe.webview').frameLocator('#active-frame')
    await inside.locator('button[data-act="point"]').nth(1).click()
    await inside.locator('li:not([hidden]) > p > button[data-act="jump"]').first().click()
  },
  word: async (page) => {
    await page.setViewportSize({ width: 1500, height: 900 })
    const file = page.locator('.explorer-folders-view .monaco-list-row', { hasText: '汇报稿.docx' })
    await file.click({ button: 'right' })
    await page.locator('.monaco-menu .action-item', { hasText: '校核 Word 文档' }).click()
    const inside = page.frameLocator('iframe.webview').frameLocator('#active-frame')
    await inside.locator('.found li').first().waitFor()
  },
  accept: async (page) => {
    await goTo(page, '18:24')
    await openBy(page, ['Control+.'], '.action-widget .monaco-list-row')
  },
  profile: async (page) => {
    await command(page, '要点: 选择文稿阶段')
    await page.locator('.quick-input-list .monaco-list-row').nth(2).waitFor()
  },
  schema: async (page) => {
    await page.setViewportSize({ width: 1400, height: 640 })
    await openFile(page, 'yaodian.json')
    await page.locator('.view-lines').click()
    await goTo(page, '4:3')
    await page.keyboard.type('"')
    await openBy(page, ['Control+Space'], '.suggest-widget .monaco-list-row')
    await page.keyboard.press('Control+Space')
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
  cpSync(join(root, 'test/word/lo-levels.docx'), join(workspace, '汇报稿.docx'))
  // A configuration with a mistake in it, and a line to write the next key on.
  writeFileSync(
    join(workspace, 'yaodian.json'),
    '{\n  "profile": "review",\n  "rules": { "typo/wrod": "off" },\n  \n}\n',
  )
  const userData = join(scratch, 'user-data')
  mkdirSync(join(userData, 'User'), { recursive: true })
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify(settings))
  const log = join(scratch, 'server.log')
  const extensionsDir = join(scratch, 'extensions')
  installExtension(vsix, extensionsDir, userData)
  const server = await startServer({ scratch, userData, extensionsDir, testing: false, env: {}, log })
  try {
    for (const { scene } of wanted) {
      const { browser, page } = await openBrowser()
      try {
        await openWorkbench(page, server, { folder: workspace, locale: 'zh-cn' })
        await openFile(page, example)
        await chooseTheme(page, theme)
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

const settings = {
  'window.autoDetectColorScheme': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code's own variable
  'window.title': '要点 · ${activeEditorShort}',
  'window.menuBarVisibility': 'compact',
  'editor.fontFamily': "'Noto Sans Mono CJK SC'",
  'editor.fontSize': 15,
  'editor.minimap.enabled': false,
  // Noto's quotation marks are wider than VS Code reckons when it breaks a line.
  '[plandoc]': { 'editor.wordWrap': 'bounded', 'editor.wordWrapColumn': 116 },
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
}

async function openFile(page, name) {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).dblclick()
  await page.locator('.tab.active', { hasText: name }).waitFor()
}

/** By VS Code's menu: code-server takes up a theme that is chosen, not one that stands in its settings. */
async function chooseTheme(page, theme) {
  const [name, file] = themes[theme]
  await openBy(page, ['Control+k', 'Control+t'], '.quick-input-list .monaco-list-row >> nth=9')
  await page.keyboard.insertText(name)
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator(`.monaco-workbench[class*="${file}"]`).waitFor()
}

/** Presses keys until what they open is there: what VS Code still draws may swallow a key or close a menu again. */
async function openBy(page, keys, selector) {
  const opened = page.locator(selector).first()
  for (let tries = 0; tries < 5 && !(await opened.isVisible()); tries++) {
    for (const key of keys) await page.keyboard.press(key)
    await opened.waitFor({ timeout: 3_000 }).catch(() => {})
  }
  await opened.waitFor()
}

async function quickInput(page, keys, text) {
  await openBy(page, [keys], '.quick-input-widget input:visible')
  await page.keyboard.insertText(text)
  await page.waitForTimeout(300)
  await page.keyboard.press('Enter')
}

async function goTo(page, place) {
  await quickInput(page, 'Control+g', place)
  await page.locator('.monaco-editor.focused').waitFor()
}
const command = (page, title) => quickInput(page, 'F1', title)

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130))
const [, , folder, ...only] = process.argv
const pictures = folder
  ? (only.length > 0 ? only : Object.keys(scenes)).flatMap((scene) =>
      Object.keys(themes).map((theme) => ({ scene, theme })),
    )
  : [
      { scene: 'editor', theme: 'light' },
      { scene: 'quickfix', theme: 'dark' },
      { scene: 'renumber', theme: 'light' },
      { scene: 'owners', theme: 'light' },
      { scene: 'check', theme: 'light' },
      { scene: 'word', theme: 'light' },
    ]
const into = resolve(folder ?? join(root, 'docs'))
mkdirSync(into, { recursive: true })
const vsix = packageExtension(root)
for (const theme of Object.keys(themes)) {
  const here = pictures.filter((picture) => picture.theme === theme)
  if (here.length > 0) await inWorkbench(theme, here)
}
process.exit()
