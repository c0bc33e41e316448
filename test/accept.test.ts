import assert from 'node:assert/strict'
import fc from 'fast-check'
import { acceptanceOf, readAccepted, settleAccepted, writeAccepted } from '../server/src/lint/accept.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { linterOf } from '../server/src/rules/linter.ts'
import { configured } from './configured.ts'

const lint = linterOf(configured('{}'))
const found = (text: string) => lint(analyze(text))
const text = '一、防止一触而就。严守政治记录。\n二、严守政治记录，防止一触而就。\n'
const entries = found(text)
  .slice(0, 1)
  .map((finding) => acceptanceOf(finding, '2026-11-23'))

/** What is open of a text, each with its line, from 1. */
const open = (changed: string) => {
  const plan = analyze(changed)
  return settleAccepted(lint(plan), entries).open.map(
    ({ line, from, to }) => `${(plan.row.get(line) ?? 0) + 1} ${line.text.slice(from, to)}`,
  )
}

describe('a finding that was accepted', () => {
  it('is said no more, and its like in other sentences is', () =>
    assert.deepEqual(open(text), ['1 记录', '2 记录', '2 一触而就']))

  it('moves with its sentence, whatever stands around it', () => {
    assert.deepEqual(open('一、新的一条。\n二、严守政治记录。　防止一触而就。').slice(0, 1), ['2 记录'])
    assert.deepEqual(
      open('十、加强保障\n（一）防止一触而就。\n').filter((each) => each.includes('就')),
      [],
    )
  })

  it('is said again when its sentence changes', () => {
    assert.deepEqual(open('一、坚决防止一触而就。\n'), ['1 一触而就'])
    assert.deepEqual(open('一、防止一触而就，再整改。\n'), ['1 一触而就'])
  })

  it('stands in a file that does not depend on the order in which things were accepted', () => {
    const all = found(text).map((finding) => acceptanceOf(finding, '2026-11-23'))
    assert.equal(all.length, 4)
    const written = writeAccepted(all)
    assert.equal(writeAccepted([...all].reverse()), written)
    assert.equal(writeAccepted([...all, ...all]), written)
    assert.equal(written.split('\n').length, all.length + 3)
    assert.deepEqual(
      new Set(readAccepted(JSON.parse(written), []).map((entry) => JSON.stringify(entry))),
      new Set(all.map((entry) => JSON.stringify(entry))),
    )
  })

  it('is named where its entry is none, and the rest counts', () => {
    const problems: Parameters<typeof readAccepted>[1] = []
    const read = readAccepted({ accepted: [7, ...entries, { rule: 1 }] }, problems)
    assert.deepEqual(read, entries)
    assert.deepEqual(
      problems.map(({ path }) => path),
      [
        ['accepted', 0],
        ['accepted', 2],
      ],
    )
  })

  it('leaves nothing open of what was accepted, in any text', () => {
    const pieces = fc.constantFrom('防止一触而就。', '严守政治记录，', '一、', '（二）', '\n', '全面全面推进；', '甲')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const all = found(parts.join(''))
        const accepted = all.map((finding) => acceptanceOf(finding, ''))
        assert.deepEqual(settleAccepted(all, accepted).open, [])
      }),
    )
  })
})
