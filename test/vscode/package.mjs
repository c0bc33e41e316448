import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Builds what the extension runs. */
export const buildExtension = (root) => npmRun(root, 'build')

/** Makes the .vsix as its users' one is made; gives its path. */
export function packageExtension(root) {
  npmRun(root, 'package')
  return join(root, 'yaodian.vsix')
}

function npmRun(root, script) {
  const options = { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], options)
  if (status !== 0) throw new Error(`npm run ${script} ended with ${status}:\n${stdout}${stderr}`)
}
