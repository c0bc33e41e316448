import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import doubled from '../server/lexicon/doubled.tsv'
import pairs from '../server/lexicon/pairs.tsv'
import repeats from '../server/lexicon/repeats.tsv'
import { rows } from '../server/src/lexicon/entries.ts'
import { defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { typoRepeat } from '../server/src/rules/typo-repeat.ts'

const corpus = resolve('../shared/corpus')
const lint = linter([typoRepeat], defaults)

const paragraph = (file: string, line: string): string => {
  const path = ['plans', 'official'].map((folder) => join(corpus, folder, file)).find(existsSync)
  return readFileSync(path ?? assert.fail(file), 'utf8').split(/\r\n|\n|\r/)[Number(line) - 1] ?? assert.fail(file)
}

describe('words that stand twice in issued documents', () => {
  const measure = existsSync(corpus) ? it : it.skip
  const skipped = existsSync(corpus) ? '' : ` (skipped: there is no ${corpus})`

  measure(`are reported where a person called them wrong, and seldom where not${skipped}`, () => {
    const judged = rows(readFileSync('test/data/judged-repeats.tsv', 'utf8')).map(
      ([file = '', line = '', column = '', word = '', verdict = '']) => {
        const found = lint(analyze(paragraph(file, line))).find(({ from }) => from === Number(column) - 1)
        const severity = found?.args?.[0] === word ? found.severity : undefined
        return { place: `${file}:${line}:${column} ${word}`, real: verdict === 'right', severity }
      },
    )
    const of = (wanted: typeof judged) => wanted.map(({ place }) => place)
    const loud = judged.filter(({ severity }) => severity && severity !== 'hint')
    assert.deepEqual(of(judged.filter(({ real, severity }) => real && !severity)), [])
    assert.deepEqual(of(loud.filter(({ real, severity }) => !real && severity === 'error')), [])
    assert.ok(loud.filter(({ real }) => real).length >= 0.75 * loud.length, of(loud).join('\n'))
  })
})

describe('the lists of words that stand twice', () => {
  it('are well-formed', () => {
    assert.deepEqual(
      rows(doubled).filter(([word = '', side = '']) => word.length !== 2 || !['', '首', '尾'].includes(side)),
      [],
    )
    assert.deepEqual(
      rows(pairs).filter(([first = '', others = '']) => first.length !== 1 || others === ''),
      [],
    )
  })
  it('have each word once', () => {
    for (const list of [doubled, pairs, repeats]) {
      const words = rows(list).map(([word]) => word)
      assert.deepEqual(
        words.filter((word, i) => words.indexOf(word) !== i),
        [],
      )
    }
  })
})
