import assert from 'node:assert/strict'
import formulas from '../server/lexicon/formulas.tsv'
import junk from '../server/lexicon/junk.tsv'
import party from '../server/lexicon/party.tsv'
import placeholders from '../server/lexicon/placeholders.tsv'
import repeats from '../server/lexicon/repeats.tsv'
import words from '../server/lexicon/words.tsv'
import { readEntries, rows } from '../server/src/lexicon/entries.ts'
import { matcher } from '../server/src/lexicon/match.ts'

const lists = { words, formulas }
const all = Object.values(lists).flatMap(readEntries)

for (const [name, tsv] of Object.entries(lists)) {
  describe(`the list ${name}.tsv`, () => {
    const entries = readEntries(tsv)
    it('has well-formed rows', () => {
      assert.deepEqual(
        rows(tsv).filter(
          ([wrong = '', right = '', certainty = '', conditions = '']) =>
            wrong.length < 2 ||
            right === wrong ||
            !['certain', 'likely', 'hint'].includes(certainty) ||
            !/^(?:[+-](?:before|after):[^ :]+(?: (?!$)|$))*$/.test(conditions),
        ),
        [],
      )
    })
    it('has each word with its conditions once', () => {
      const keys = rows(tsv).map(([wrong, , , conditions = '']) => `${wrong} ${conditions}`)
      assert.deepEqual(
        keys.filter((key, i) => keys.indexOf(key) !== i),
        [],
      )
    })
    it('puts nothing right that a list calls wrong', () => {
      const match = matcher(all)
      assert.deepEqual(
        entries.filter(({ right }) => match(right).length > 0).map(({ wrong, right }) => [wrong, right]),
        [],
      )
    })
  })
}

describe('every list of words', () => {
  it('has two characters at least in each row, as the matcher needs', () => {
    const short = Object.entries({ junk, party, placeholders, repeats, ...lists }).flatMap(([name, tsv]) =>
      readEntries(tsv).flatMap(({ wrong }) => (wrong.length < 2 ? [`${name}: “${wrong}”`] : [])),
    )
    assert.deepEqual(short, [])
  })
})

describe('the matcher', () => {
  const entries = readEntries(
    '记录\t纪律\tcertain\t+before:政治\n流城\t流程\tcertain\t-before:一\n形式\t形势\tlikely\n形式主意\t形式主义\tcertain',
  )
  const found = (text: string) => matcher(entries)(text).map(({ entry, from }) => `${entry.wrong}@${from}`)
  it('holds to the conditions on the neighbours', () => {
    assert.deepEqual(found('政治记录，会议记录，一流城市，业务流城'), ['记录@2', '流城@17'])
  })
  it('takes the longest of words that begin at one place', () =>
    assert.deepEqual(found('形式主意和形式'), ['形式主意@0', '形式@5']))
  it('finds nothing in nothing', () => assert.deepEqual(found(''), []))
})
