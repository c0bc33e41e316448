import { type Config, defaults, extended } from '../server/src/lint/config.ts'
import { readConfig } from '../server/src/lint/read-config.ts'
import { rules } from '../server/src/rules/index.ts'

/** What holds where a yaodian.json says this. */
export const configured = (text: string): Config => extended(defaults, readConfig(text, rules).said)

/** What is wrong in a yaodian.json, each with the words that are marked. */
export const problemsIn = (text: string): readonly string[] =>
  readConfig(text, rules).problems.map(
    ({ message, offset, length }) => `«${text.slice(offset, offset + length)}» ${message.en}`,
  )
