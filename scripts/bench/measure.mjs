// Runs measures and prints what they give; of a whole run the pages are written.
import { cpus, loadavg, release, type } from 'node:os'
import { measures } from './measures.mjs'
import { isReal, megabytes, text } from './text.mjs'

const { save, table, write } = await import('./pages.ts')

const machine = [
  `${new Date().toISOString().slice(0, 10)}`,
  `${cpus().length} 核 ${cpus()[0].model.trim()}，${type()} ${release()}，Node.js ${process.version}`,
  `开始时别的进程的负担 ${loadavg()[0].toFixed(1)}`,
  `${(megabytes(text) * 1000).toFixed(0)} KB ${isReal ? '已印发的文件' : '自己造的文稿'}`,
].join('；')

/** The measures of these names; without any, all but the long ones. */
export async function measure(names) {
  const unknown = names.filter((name) => !measures.some((each) => each.name === name))
  if (unknown.length > 0) {
    console.error(`${unknown.join(', ')}: one of ${measures.map(({ name }) => name).join(', ')}`)
    process.exit(2)
  }
  console.log(machine)
  const isChosen = ({ name, isLong }) => (names.length > 0 ? names.includes(name) : !isLong)
  const measured = []
  for (const { name, title, run } of measures.filter(isChosen)) {
    const { tables, goals = [] } = await run()
    measured.push({ name, title, tables, goals })
    console.log(`\n## ${title}\n\n${tables.map(table).join('\n\n')}`)
    for (const { what, goal, is, holds } of goals) console.log(`${holds ? '✓' : '✗'} ${what}：${is}（${goal}）`)
  }
  if (names.length > 0) return
  save({ machine, measures: measured })
  write()
}
