import picocolors from 'picocolors'
import type { Paint } from '../../report/pretty.ts'

/** When to colour: where it is asked for, or on a terminal. */
export const whens = ['auto', 'always', 'never'] as const
export type When = (typeof whens)[number]

const { FORCE_COLOR } = process.env

/**
 * Colours as they are asked for; else on a terminal that shows them (hasColors honours NO_COLOR), or where FORCE_COLOR asks
 * for them. Not picocolors' own guess: wherever CI is set, it would colour files and pipes, too.
 */
export function paintFor(when: When = 'auto'): Paint {
  if (when !== 'auto') return picocolors.createColors(when === 'always')
  const shown = Boolean(process.stdout.isTTY && process.stdout.hasColors())
  return picocolors.createColors(FORCE_COLOR === undefined ? shown : FORCE_COLOR !== '0')
}
