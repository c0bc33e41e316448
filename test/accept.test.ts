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

  const given = (accepted: string, changed: string) => {
    const all = found(accepted).map((finding) => acceptanceOf(finding, ''))
    return settleAccepted(found(changed), all).open.map(({ rule }) => rule.id)
  }
  const tag = '（责任单位：市教育局）'

  it('of an item holds whatever its number is, one of its number does not', () => {
    const unowned = `某市2026年工作要点\n1.甲事。${tag}\n2.乙事。\n3.丙事。${tag}\n4.丁事。${tag}\n`
    const moved = `某市2026年工作要点\n1.新事。${tag}\n2.甲事。${tag}\n3.乙事。\n4.丙事。${tag}\n5.丁事。${tag}\n`
    assert.deepEqual(
      found(unowned).map(({ rule }) => rule.id),
      ['owner/missing'],
    )
    assert.deepEqual(given(unowned, moved), [])
    assert.deepEqual(given(unowned, moved.replace('乙事', '某事')), ['owner/missing'])
    assert.deepEqual(given('一、甲事\n三、乙事\n', '一、甲事\n三、乙事\n'), [])
    assert.deepEqual(given('一、甲事\n三、乙事\n', '一、甲事\n二、丙事\n四、乙事\n'), ['ordinal/skip'])
  })

  it('at the end of a sentence is of that sentence', () =>
    assert.deepEqual(given('一、坚持原则。。\n', '一、推进工作。。\n'), ['punctuation/doubled']))

  it('costs a line no more than its length', () => {
    const all = found(`一、${'严守政治记录，'.repeat(20_000)}\n`)
    const accepted = all.slice(0, 1).map((finding) => acceptanceOf(finding, ''))
    assert.deepEqual([all.length, settleAccepted(all, accepted).open.length], [20_000, 0])
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
