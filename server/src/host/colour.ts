import picocolors from 'picocolors'

const { FORCE_COLOR } = process.env
const shown = Boolean(process.stdout.isTTY && process.stdout.hasColors())

/**
 * Colours on a terminal that shows them (hasColors honours NO_COLOR), or where FORCE_COLOR asks for them.
 * Not picocolors' own guess: wherever CI is set, it would colour files and pipes, too.
 */
export const paint = picocolors.createColors(FORCE_COLOR === undefined ? shown : FORCE_COLOR !== '0')
