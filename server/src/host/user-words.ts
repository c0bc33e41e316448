import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the user's own list of words is, in the platform's folder for configuration; it need not be there. */
export const userWordsPath = (platform: string = process.platform, env: Environment = process.env): string =>
  join(configFolder(platform, env), 'yaodian', 'words.txt')

function configFolder(platform: string, env: Environment): string {
  const home = env['HOME'] || homedir()
  if (platform === 'win32') return env['APPDATA'] || join(homedir(), 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  const { XDG_CONFIG_HOME: set = '' } = env
  // The standard has it that a path which is not absolute counts as none.
  return isAbsolute(set) ? set : join(home, '.config')
}
