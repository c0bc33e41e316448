import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rows } from '../server/src/lexicon/entries.ts'
import { defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { shipped } from './speller.ts'

const corpus = resolve('../shared/corpus')
const judgements = new Map(
  rows(readFileSync('test/data/judged-words.tsv', 'utf8')).map(
    ([document, line, , rule, , judgement]) => [`${document}:${line} ${rule}`, judgement] as const,
  ),
)

/** Documents that no phrase was counted from; what a reader said of the findings in them is kept as facts. */
describe('words in issued documents that were kept out of the phrases', function () {
  this.timeout(120_000)
  const title = 'are called wrong seldom, and then mostly are'
  if (!existsSync(corpus)) {
    it.skip(`${title} (skipped: there is no ${corpus})`)
    return
  }
  it(title, () => {
    const lint = linter(
      rules.filter(({ id }) => /^(?:typo|wording)\//.test(id)),
      { ...defaults, speller: shipped() },
    )
    const documents = [...new Set([...judgements.keys()].map((key) => key.slice(0, key.lastIndexOf(':'))))]
    const found = documents.flatMap((document) => {
      const plan = analyze(readFileSync(join(corpus, document), 'utf8'))
      return lint(plan)
        .filter(({ severity }) => severity !== 'hint')
        .map(({ line, rule }) => judgements.get(`${document}:${(plan.row.get(line) ?? 0) + 1} ${rule.id}`))
    })
    const real = found.filter((judgement) => judgement === 'real').length
    const wrong = found.filter((judgement) => judgement === 'wrong').length
    assert.ok(real >= 25, `${real} of the real ones are found`)
    assert.ok(real >= 2 * wrong, `${real} real, ${wrong} wrong`)
    assert.ok(found.length - real - wrong <= 10, 'findings that nobody has judged')
  })
})
