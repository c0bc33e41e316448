import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rows } from '../server/src/lexicon/entries.ts'
import { readLine } from '../server/src/plan/line.ts'

const corpus = resolve('../shared/corpus/plans')
const labels = (name: string) => rows(readFileSync(join('test/data', name), 'utf8'))

/** The paragraph of an issued document that a label is of. */
const paragraph = (file: string, line: string): string =>
  readFileSync(join(corpus, file), 'utf8').split(/\r\n|\n|\r/)[Number(line) - 1] ?? assert.fail(`${file}:${line}`)

/** What a person read in issued documents, held against what the reader reads there. */
describe('responsibility tags of issued documents', () => {
  const measure = existsSync(corpus) ? it : it.skip
  const skipped = existsSync(corpus) ? '' : ` (skipped: there is no ${corpus})`

  measure(`are not read where there are none${skipped}`, () => {
    const wrong = labels('no-tags.tsv').filter(
      ([file = '', line = '']) => readLine(paragraph(file, line)).tags.length > 0,
    )
    assert.deepEqual(wrong, [])
  })
})
