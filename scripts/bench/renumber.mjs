// What numbering ten thousand items anew costs, beside reading them.
import { analyze } from './product.mjs'
import { ms, quickest } from './times.mjs'

const { renumberEdits } = await import('../../server/src/edit/renumber.ts')

/** A plan of so many numbered items in three levels, the first number wrong, so that all that follow are. */
function misnumbered(items) {
  const lines = ['某市2024年工作要点']
  for (let i = 0; i < items; i++)
    lines.push(i % 100 === 0 ? `（${(i / 100) % 2 ? '三' : '二'}）` : `${(i % 100) + 1}.事项${i}。`)
  return lines.join('\n')
}

export default {
  name: 'renumber',
  title: '重新编号',
  async run() {
    const long = misnumbered(10_000)
    const changed = renumberEdits(analyze(long)).length
    const [reading, both] = quickest(9, [() => analyze(long), () => renumberEdits(analyze(long))])
    return {
      tables: [
        {
          head: [`毫秒，最快的一次（一万条，改 ${changed} 处）`, '重新编号', '读一遍'],
          rows: [['', ms(both - reading), ms(reading)]],
        },
      ],
    }
  },
}
