// npm run bench: measures, prints tables and writes docs/bench.md and the README's table of goals. `npm run bench -- NAME …`
// measures only those and writes nothing; the names stand in bench/measures.mjs.
import './register.mjs'

await (await import('./bench/measure.mjs')).measure(process.argv.slice(2))
process.exit()
