import type { Config } from '../lint/config.ts'
import { type Linter, linter } from '../lint/lint.ts'
import type { Profile } from '../lint/profile.ts'
import { rules } from './index.ts'

const linters = new WeakMap<Config, Linter>()

/** The linter of every rule for a configuration, made once for each. */
export function linterOf(config: Config): Linter {
  const known = linters.get(config) ?? linter(rules, config)
  linters.set(config, known)
  return known
}

const staged = new WeakMap<Config, Map<Profile, Config>>()

/** A configuration as it is at another stage of the document, the same object each time it is asked for. */
export function atStage(config: Config, profile: Profile): Config {
  if (config.profile === profile) return config
  const own = staged.get(config) ?? new Map<Profile, Config>()
  staged.set(config, own)
  const known = own.get(profile) ?? { ...config, profile }
  own.set(profile, known)
  return known
}
