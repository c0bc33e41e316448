// How fast a whole text is linted, beside the floors (decoding it, one pass over it) and beside others of the kind.
import autocorrect from 'autocorrect-node'
import { lint as markdownlint } from 'markdownlint/sync'
import { run as zhlint } from 'zhlint'
import { lintWith, withoutPhrases, withPhrases } from './product.mjs'
import { megabytes, sizes, text } from './text.mjs'
import { quickest } from './times.mjs'

const rounds = 5

const full = lintWith(withPhrases)
const plain = lintWith(withoutPhrases)

/** autocorrect and zhlint are not made for long texts: they get them in pieces of 300 lines. */
function pieces(string) {
  const lines = string.split('\n')
  return Array.from({ length: Math.ceil(lines.length / 300) }, (_, i) => lines.slice(i * 300, i * 300 + 300).join('\n'))
}

function onePass(string) {
  let sum = 0
  for (let i = 0; i < string.length; i++) sum += string.charCodeAt(i)
  return sum
}

/** What is timed, each with a text made ready. */
const works = {
  要点: (whole) => () => full(whole),
  要点不含疑似错别字: (whole) => () => plain(whole),
  'autocorrect-node': (_, parts) => () => parts.map((part) => autocorrect.lintFor(part, 'text')),
  zhlint: (_, parts) => () => parts.map((part) => zhlint(part, { rules: { preset: 'default' } })),
  markdownlint: (whole) => () => markdownlint({ strings: { text: whole } }),
  解码: (whole) => {
    const bytes = Buffer.from(whole)
    const decoder = new TextDecoder()
    return () => decoder.decode(bytes)
  },
  扫一遍: (whole) => () => onePass(whole),
}

export default {
  name: 'throughput',
  title: '整篇校核',
  async run() {
    const names = Object.keys(works)
    const texts = sizes.map(({ times }) => text.repeat(times))
    // All sizes in the same rounds: growth is a ratio, too.
    const found = quickest(
      rounds,
      texts.flatMap((whole) => names.map((work) => works[work](whole, pieces(whole)))),
    )
    const measured = texts.map((whole, i) => ({
      size: megabytes(whole),
      time: Object.fromEntries(names.map((work, k) => [work, found[i * names.length + k]])),
      findings: full(whole).length,
    }))
    const ratio = ({ time }, work) => time['autocorrect-node'] / time[work]
    const speed = (size, time) => (size / (time / 1000)).toFixed(size / time > 0.01 ? 0 : 2)
    const growth = (i, work) => measured[i].time[work] / measured[i - 1].time[work]
    const speedGoal = (what, least, work) => {
      const is = measured.map((each) => ratio(each, work))
      const { size, time } = measured[2]
      return {
        what,
        goal: `≥ ${least}`,
        is: is.map((each) => each.toFixed(2)).join('、'),
        holds: is.every((each) => each >= least),
        value: (1000 * size) / time[work],
        beside: ['autocorrect-node', 'zhlint', 'markdownlint', '解码', '扫一遍'].map((name) => ({
          name,
          value: (1000 * size) / time[name],
        })),
      }
    }
    return {
      tables: [
        {
          head: ['MB/s，最快的一轮', ...sizes.map(({ name }) => name)],
          rows: [
            ...names.map((work) => [work, ...measured.map(({ size, time }) => speed(size, time[work]))]),
            ['要点 ÷ autocorrect-node', ...measured.map((each) => `${ratio(each, '要点').toFixed(2)}×`)],
            [
              '不含疑似错别字 ÷ autocorrect-node',
              ...measured.map((each) => `${ratio(each, '要点不含疑似错别字').toFixed(2)}×`),
            ],
            ['问题（处）', ...measured.map(({ findings }) => findings)],
          ],
        },
        {
          head: ['文字十倍，时间几倍', '76 KB → 760 KB', '760 KB → 7.6 MB'],
          rows: names.map((work) => [work, ...[1, 2].map((i) => growth(i, work).toFixed(1))]),
        },
      ],
      goals: [
        speedGoal('整篇校核的速度，`autocorrect-node` 的几倍（76 KB、760 KB、7.6 MB）', 2.5, '要点'),
        speedGoal('同上，不含疑似错别字', 6, '要点不含疑似错别字'),
        {
          what: '整篇校核，760 KB → 7.6 MB，时间几倍',
          goal: '≤ 10.5',
          is: growth(2, '要点').toFixed(1),
          holds: growth(2, '要点') <= 10.5,
          value: growth(2, '要点'),
          beside: ['autocorrect-node', '扫一遍'].map((name) => ({ name, value: growth(2, name) })),
        },
      ],
    }
  },
}
