import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** Makes the .vsix by `npm run package`, as its users' one is made. */
export function packageExtension(root) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'package'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`npm run package ended with ${status}:\n${stdout}${stderr}`)
  return join(root, 'yaodian.vsix')
}
