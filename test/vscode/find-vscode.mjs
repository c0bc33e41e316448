// Which VS Code the tests run in.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron'
import { installExtension } from './code-server/server.mjs'

const codeServer = join(import.meta.dirname, 'code-server')

/** A VS Code to run: its executable, and how it installs a .vsix beforehand. Throws where none can be had. */
export async function findVSCode() {
  if (process.env.VSCODE_EXECUTABLE) return desktop(process.env.VSCODE_EXECUTABLE)
  const reasons = []
  for (const way of [downloaded, codeServerInChromium]) {
    try {
      return await way()
    } catch (error) {
      reasons.push(error.message)
    }
  }
  throw new Error(`No VS Code to test in.\n${reasons.join('\n')}\nVSCODE_EXECUTABLE can name one.`)
}

/** Whether there can be a VS Code whose page has an extension host of its own. */
export const hasBrowserVSCode = `${process.platform}-${process.arch}` === 'linux-x64'

export const browserVSCode = async () => ({ ...(await codeServerInChromium()), name: 'Chromium alone' })

async function downloaded() {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  if (!display) throw new Error('Desktop VS Code needs a display, and there is none.')
  return desktop(await downloadAndUnzipVSCode(process.env.VSCODE_VERSION ?? 'stable'))
}

/** Desktop VS Code speaks Chinese with its language pack only; code-server's page is told its language (page.mjs). */
const languagePack = 'MS-CEINTL.vscode-language-pack-zh-hans'

const desktop = (executable) => ({
  name: executable,
  executable,
  install: (vsix, extensions, userData) => {
    const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true })
    const profile = [`--extensions-dir=${extensions}`, `--user-data-dir=${userData}`]
    for (const extension of [vsix, languagePack]) run(cli, [...args, ...profile, '--install-extension', extension])
  },
})

async function codeServerInChromium() {
  if (!hasBrowserVSCode) throw new Error('code-server is set up on Linux x64 only.')
  run('bash', [join(codeServer, 'setup.sh')])
  return { name: 'code-server in Chromium', executable: join(codeServer, 'vscode.mjs'), install: installExtension }
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${error?.message ?? status}.`)
}
