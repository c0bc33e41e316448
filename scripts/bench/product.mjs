// The sources as they stand, with what they check by.
import '../register.mjs'

export const { analyze } = await import('../../server/src/plan/plan.ts')
export const { linter } = await import('../../server/src/lint/lint.ts')
export const { rules } = await import('../../server/src/rules/index.ts')
const { defaults } = await import('../../server/src/lint/config.ts')
const { shipped } = await import('../../test/speller.ts')

/** Every rule, the phrase model included. */
export const withPhrases = { ...defaults, speller: shipped() }
/** The same without what tells likely wrong words. */
export const withoutPhrases = defaults

/** Reading and every rule, with nothing remembered. */
export const lintWith = (config) => (string) => linter(rules, config)(analyze(string))
