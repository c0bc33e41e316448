import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What VS Code calls in its extension host: runs every bundled test file, and throws if a test failed. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha')
  const mocha = new Mocha({
    timeout: 20_000,
    slow: 1_000,
    ...(process.env['E2E_GREP'] && { grep: process.env['E2E_GREP'] }),
  })
  const files = readdirSync(__dirname).filter((name) => name.endsWith('.test.cjs'))
  for (const file of files.sort()) mocha.addFile(join(__dirname, file))
  await mocha.loadFilesAsync()
  await new Promise<void>((done, fail) => {
    mocha.run((failures) => (failures ? fail(new Error(`${failures} tests failed`)) : done()))
  })
}
