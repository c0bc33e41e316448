import type { Line } from '../plan/line.ts'
import { deadlineIn } from '../plan/owned.ts'
import { tagged } from '../plan/skeleton.ts'

/** What of a line says by when something is due, and for whom. */
export const said = (line: Line): string => `${tagged(line)}\n${deadlineIn(line)?.text}`
