import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { userWordsPath } from '../server/src/host/user-words.ts'

/** Where nobody lives, so that no test reads what whoever runs it has for words of their own. */
const nobody = join(tmpdir(), 'yaodian-nobody')

/** The environment of a process whose user lives in a folder. */
export const livingIn = (home = nobody) => ({
  ...process.env,
  HOME: home,
  APPDATA: home,
  XDG_CONFIG_HOME: join(home, 'config'),
})

/** The list of words of the user who lives there. */
export const wordsOf = (home: string): string => userWordsPath(process.platform, livingIn(home))
