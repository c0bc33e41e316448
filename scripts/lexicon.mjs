// npm run lexicon -- DIR…: counts what the texts of folders say, learns from them what stands around each character and
// which corrections are right. Writes server/lexicon/phrases.bin.gz, context.bin.gz and judge.tsv, and what they were made of
// in phrases.txt. One document in ten is kept out of all, to measure on.
import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import './register.mjs'

const { countPhrases } = await import('../server/src/lexicon/spelling/count.ts')
const { examples } = await import('./lexicon/examples.mjs')
const { boost } = await import('./lexicon/boost.mjs')
const { documents, sources } = await import('./lexicon/sources.mjs')
const { readCounts } = await import('../server/src/lexicon/spelling/counts-file.ts')
const { evidenceNames, furtherNames } = await import('../server/src/lexicon/spelling/evidence.ts')
const { recurrenceNames } = await import('../server/src/lexicon/spelling/recurrence.ts')

/** The tenth that is kept out, and those from which the judge learns, each with counts of all the others. */
const keptOut = 0
const lessons = [1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Those that share a context, learned from all the others. */
const thirds = [lessons.slice(0, 3), lessons.slice(3, 6), lessons.slice(6)]
const rounds = 400

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('npm run lexicon -- DIR…: the folders of issued documents, as text')
  process.exit(2)
}
const own = sources()
const all = documents(folders).filter(({ tenth }) => tenth !== keptOut)

const textsOf = (documents) => documents.map(({ text }) => text)
const bytes = countPhrases(textsOf(all), own)
const { second, third, fourth, single } = readCounts(bytes)
const said = `${all.length} documents, ${single.reduce((a, b) => a + b)} characters counted; ${second.length} pairs, ${third.length} triples, ${fourth.length} quadruples`
writeFileSync('server/lexicon/phrases.bin.gz', gzipSync(bytes, { level: 9 }))
console.log(`${said}; ${(bytes.length / 1e6).toFixed(1)} MB`)

const learnContext = (left) =>
  new Promise((resolve, reject) => {
    const texts = textsOf(all.filter(({ tenth }) => !left.includes(tenth)))
    const worker = new Worker(new URL('lexicon/context-worker.mjs', import.meta.url), {
      workerData: { texts, phrases: bytes, seed: 1 },
    })
    worker.on('message', resolve).on('error', reject)
  })
// Two at a time; a context of all is learned for longer than one of some.
const inTurn = async (lefts) => {
  const learned = []
  for (const left of lefts) learned.push(await learnContext(left))
  return learned
}
const [[context, first], others] = await Promise.all([inTurn([[], thirds[0]]), inTurn(thirds.slice(1))])
const contexts = [first, ...others]
writeFileSync('server/lexicon/context.bin.gz', gzipSync(context, { level: 9 }))
console.log(`contexts learned; ${(context.length / 1e6).toFixed(1)} MB each`)

const names = [...evidenceNames, ...recurrenceNames, ...furtherNames]
const rows = []
const labels = []
for (const tenth of lessons) {
  const counts = countPhrases(textsOf(all.filter((each) => each.tenth !== tenth)), own)
  const texts = textsOf(all.filter((each) => each.tenth === tenth))
  const around = contexts[thirds.findIndex((third) => third.includes(tenth))]
  for (const { values, label } of examples(counts, around, texts, own, tenth)) {
    rows.push(values)
    labels.push(label)
  }
  console.log(`tenth ${tenth}: ${rows.length} examples so far`)
}
const columns = names.map((_, i) => Float64Array.from(rows, (row) => row[i]))
const trees = boost(columns, labels, new Float64Array(labels.length).fill(1), rounds)
writeFileSync(
  'server/lexicon/judge.tsv',
  `# How right a correction is: boosted trees of three questions each (lexicon/judge.ts), learned by npm run lexicon from ${rows.length} corrections in documents whose counts were left out, with slips put in and without.
${trees
  .map(({ questions, leaves }) =>
    [
      ...questions.flatMap(({ feature, threshold }) => [names[feature], threshold]),
      ...leaves.map((leaf) => leaf.toFixed(4)),
    ].join('\t'),
  )
  .join('\n')}
`,
)
writeFileSync(
  'server/lexicon/phrases.txt',
  `phrases.bin.gz: how often one to four characters stand side by side in issued documents (of the State Council, ministries,
provinces and cities) and in the words of a dictionary (of jieba, MIT); the sounds and likes of characters (sounds.tsv,
shapes.tsv). Counts, no sentences. Four characters only where they were seen twice.
context.bin.gz: weights that say how well a character fits the eight on each side of it (scripts/lexicon/context.mjs),
learned from the same documents.

${said}
npm run lexicon -- DIR…
Kept out: one document in ten, those with tenthOf(name) === ${keptOut} in scripts/lexicon/sources.mjs.
`,
)
