import { launch } from './launch.ts'

/** When an editor has opened something and is at rest. A server that ends before leaves nothing. */
const soon = 20_000

launch('server-main.cjs', (over) => setTimeout(over, soon).unref())
