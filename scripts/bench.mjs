// npm run bench: measures, prints tables and writes docs/bench.md and the README's table of goals. `npm run bench -- NAME …`
// measures only those and writes nothing; the names stand in bench/measures.mjs. `npm run bench -- --check` takes no times:
// it counts what is done again at a key and compares that with what was recorded; `--record` records it anew.
import './register.mjs'

const [first, ...others] = process.argv.slice(2)
if (first === '--check' || first === '--record') await (await import('./bench/work.mjs')).work(first === '--record')
else await (await import('./bench/measure.mjs')).measure(first === undefined ? [] : [first, ...others])
process.exit()
