import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { rows } from '../server/src/lexicon/entries.ts'
import type { Item } from '../server/src/plan/item.ts'
import { type Line, readLine } from '../server/src/plan/line.ts'
import { deadlineOf, ownersOf } from '../server/src/plan/owned.ts'

const corpus = resolve('../shared/corpus/plans')
const labels = (name: string) => rows(readFileSync(join('test/data', name), 'utf8'))

/** The paragraph of an issued document that a label is of. */
const paragraph = (file: string, line: string): string =>
  readFileSync(join(corpus, file), 'utf8').split(/\r\n|\n|\r/)[Number(line) - 1] ?? assert.fail(`${file}:${line}`)

type Reading = {
  readonly lead: readonly string[]
  readonly support: readonly string[]
  readonly leader: readonly string[]
  readonly deadline: string
}

/** Words without the blanks that the extraction of a PDF left. */
const plain = (text: string): string => text.replace(/\s/g, '')
const distinct = (units: readonly string[]): readonly string[] => [...new Set(units.map(plain))].sort()
const names = (cell: string): readonly string[] => distinct(cell.split('；').filter(Boolean))

/** What the reader makes of a paragraph for itself, whatever its document says of its tags. */
function reading(head: Line): Reading {
  const item: Item = { kind: 'item', level: 1, head, body: [], items: [] }
  const { lead, support } = ownersOf(item)
  return {
    lead: distinct(lead.map(({ name }) => name)),
    support: distinct(support.map(({ name }) => name)),
    leader: distinct(head.tags.flatMap((tag) => tag.leader.map(({ name }) => name))),
    deadline: plain(deadlineOf(item)?.text ?? ''),
  }
}

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

  type Labelled = { readonly place: string; readonly wanted: Reading; readonly read: Reading }
  const all = (): readonly Labelled[] =>
    labels('tags.tsv').map(([file = '', line = '', lead = '', support = '', leader = '', deadline = '']) => ({
      place: `${file}:${line}`,
      wanted: { lead: names(lead), support: names(support), leader: names(leader), deadline: plain(deadline) },
      read: reading(readLine(paragraph(file, line))),
    }))
  /** At least this share is read as a person read it; a failure lists where it is not. */
  const share = (least: number, same: (labelled: Labelled) => boolean) => {
    const labelled = all()
    const wrong = labelled.filter((each) => !same(each))
    assert.ok(labelled.length >= 300)
    assert.ok(wrong.length <= labelled.length * (1 - least), wrong.map(({ place }) => place).join('\n'))
  }
  const units = ({ lead, support, leader }: Reading) => [...lead, ...support, ...leader].sort().join('；')
  const roles = ({ lead, support, leader }: Reading) => [lead, support, leader].map((each) => each.join('；')).join('|')

  measure(`name the units that they name${skipped}`, () =>
    share(0.97, ({ wanted, read }) => units(wanted) === units(read)),
  )
  measure(`give them the roles that they have${skipped}`, () =>
    share(0.95, ({ wanted, read }) => roles(wanted) === roles(read)),
  )
  measure(`are due when they are${skipped}`, () => share(0.95, ({ wanted, read }) => wanted.deadline === read.deadline))
})
