// Draws client/media/icon.png from icon.svg, and cuts the walkthrough's pictures out of the README's, in Chromium:
// `node scripts/pictures.mjs`, after the drawing was changed or test/vscode/shots.mjs took those anew.
import { readFileSync } from 'node:fs'
import { openBrowser } from '../test/vscode/code-server/page.mjs'

/** What each step shows: a picture that can be read where it is shown, a third as wide as a window. */
const steps = {
  open: ['editor-light', { x: 46, y: 34, width: 700, height: 520 }],
  fix: ['quickfix-dark', { x: 354, y: 30, width: 700, height: 520 }],
  owners: ['owners-light', { x: 46, y: 34, width: 700, height: 520 }],
  check: ['check-light', { x: 922, y: 32, width: 576, height: 640 }],
}

const { browser, page } = await openBrowser()
const show = (content) => page.setContent(`<style>body { margin: 0 } svg, img { display: block }</style>${content}`)
const icon = { x: 0, y: 0, width: 256, height: 256 }
await show(readFileSync('client/media/icon.svg', 'utf8'))
await page.screenshot({ path: 'client/media/icon.png', omitBackground: true, clip: icon })
await page.setViewportSize({ width: 1600, height: 1000 })
for (const [step, [picture, clip]] of Object.entries(steps)) {
  await show(`<img src="data:image/png;base64,${readFileSync(`docs/${picture}.png`, 'base64')}">`)
  await page.screenshot({ path: `docs/walkthrough/${step}.png`, clip })
}
await browser.close()
