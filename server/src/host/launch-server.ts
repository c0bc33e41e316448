import { launch } from './launch.ts'

/** In ms: when it has answered, and before V8 throws away what ran only once, which is what starting runs. */
const soon = 200

launch('server-main.cjs', (over) => setTimeout(over, soon).unref())
