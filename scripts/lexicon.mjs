// npm run lexicon -- DIR…: counts what the texts of folders say and learns from them which corrections are right. Writes
// server/lexicon/phrases.bin.gz and judge.tsv, and what they were made of in phrases.txt. One document in ten is kept out
// of both, to measure on.
import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import './register.mjs'

const { countPhrases } = await import('../server/src/lexicon/spelling/count.ts')
const { examples } = await import('./lexicon/examples.mjs')
const { boost } = await import('./lexicon/boost.mjs')
const { documents, sources } = await import('./lexicon/sources.mjs')
const { readParts } = await import('../server/src/lexicon/spelling/phrases-file.ts')
const { evidenceNames } = await import('../server/src/lexicon/spelling/evidence.ts')
const { recurrenceNames } = await import('../server/src/lexicon/spelling/recurrence.ts')

/** The tenth that is kept out, and those from which the judge learns, each with counts of all the others. */
const keptOut = 0
const lessons = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const rounds = 240

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('npm run lexicon -- DIR…: the folders of issued documents, as text')
  process.exit(2)
}
const own = sources()
const all = documents(folders).filter(({ tenth }) => tenth !== keptOut)

const textsOf = (documents) => documents.map(({ text }) => text)
const bytes = countPhrases(textsOf(all), own)
const { second, third, fourth, single } = readParts(bytes)
const said = `${all.length} documents, ${single.reduce((a, b) => a + b)} characters counted; ${second.length} pairs, ${third.length} triples, ${fourth.length} quadruples`
writeFileSync('server/lexicon/phrases.bin.gz', gzipSync(bytes, { level: 9 }))
console.log(`${said}; ${(bytes.length / 1e6).toFixed(1)} MB`)

const names = [...evidenceNames, ...recurrenceNames]
const rows = []
const labels = []
for (const tenth of lessons) {
  const others = countPhrases(textsOf(all.filter((each) => each.tenth !== tenth)), own)
  const texts = textsOf(all.filter((each) => each.tenth === tenth))
  for (const { values, label } of examples(others, texts, own, tenth)) {
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

${said}
npm run lexicon -- DIR…
Kept out: one document in ten, those with tenthOf(name) === ${keptOut} in scripts/lexicon/sources.mjs.
`,
)
