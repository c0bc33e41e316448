import pkg from '../../../../package.json' with { type: 'json' }
import { rules } from '../../rules/index.ts'

/** What reports say of the program. */
export const program = { version: pkg.version, rules } as const
