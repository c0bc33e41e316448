import assert from 'node:assert/strict'
import { type Item, walk } from '../server/src/plan/item.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { type Assigned, responsibilities } from '../server/src/plan/responsibility.ts'

/** Who answers for each item without items below it: 牵头|配合|集体|领导|时限, what is inherited in brackets. */
function duties(text: string): readonly string[] {
  return analyze(text).documents.flatMap((document) => {
    const found = responsibilities(document)
    const leaves = walk(document).filter((item) => item.kind !== 'document' && item.items.length === 0)
    return leaves.map((item: Item) => {
      const { lead, support, collective, leader, deadline } = found.get(item) ?? assert.fail('not read')
      const names = (units: readonly Assigned[]) =>
        units.map(({ name, inherited }) => (inherited ? `（${name}）` : name)).join('、')
      const term = deadline ? (deadline.inherited ? `（${deadline.text}）` : deadline.text) : ''
      return [names(lead), names(support), names(collective), names(leader), term].join('|')
    })
  })
}

describe('who answers for what', () => {
  it('tells lead, support, collective owners, leaders and deadlines apart', () => {
    assert.deepEqual(
      duties('1.甲事。（牵头单位：市教育局；配合单位：市财政局、各有关部门；责任领导：张某；完成时限：6月底前）'),
      ['市教育局|市财政局|各有关部门|张某|6月底前'],
    )
  })

  it('passes a heading’s owners and deadline on to the items that have none', () => {
    assert.deepEqual(
      duties(
        '一、甲（责任单位：市教育局；完成时限：年底前）\n1.一事。\n2.二事。（责任单位：市司法局）\n二、乙\n1.三事。',
      ),
      ['（市教育局）||||（年底前）', '市司法局||||（年底前）', '||||'],
    )
  })

  it('reads lists as the document says, from where it says so', () => {
    assert.deepEqual(
      duties(
        '1.甲事。（市教育局、市司法局，市财政局。逗号前为牵头单位，下同）\n2.乙事。（责任单位：市水利局，市城管局）',
      ),
      ['市教育局、市司法局|市财政局|||', '市水利局|市城管局|||'],
    )
    assert.deepEqual(
      duties(
        '1.甲事。（责任单位：市教育局、市司法局）\n2.乙事。（责任单位：市水利局、市城管局。列第一位的为牵头单位，下同）\n3.丙事。（责任单位：市民政局、市医保局）',
      ),
      ['市教育局、市司法局||||', '市水利局|市城管局|||', '市民政局|市医保局|||'],
    )
  })

  it('adds those who answer for all that follows', () => {
    assert.deepEqual(
      duties('1.甲事。（责任单位：市教育局。以下均需各县（市、区）落实，不再列出）\n2.乙事。（责任单位：市水利局）'),
      ['市教育局||||', '市水利局||（各县（市、区））||'],
    )
  })

  it('reads the rows of a list of tasks', () => {
    assert.deepEqual(
      duties('某市责任清单\n序号\t任务\t牵头单位\t配合单位\t完成时限\n1\t甲事\t市教育局\t市司法局、各区政府\t第三季度'),
      ['市教育局|市司法局|各区政府||第三季度'],
    )
  })
})

/** 牵头|配合 of the one task of a document. */
const who = (text: string): string => duties(text).at(-1)?.split('|').slice(0, 2).join('|') ?? ''

describe('tags that are easily misread', () => {
  for (const [tag, expected] of [
    ['（牵头单位：市教育局，市财政局配合）', '市教育局|市财政局'],
    ['（责任单位：市教育局，市财政局配合）', '市教育局|市财政局'],
    ['（市教育局牵头，市财政局，市民政局配合）', '市教育局|市财政局、市民政局'],
    ['（责任单位：市教育局（牵头）、市财政局）', '市教育局|市财政局'],
    ['（责任单位：市委组织部、宣传部）', '市委组织部、市委宣传部|'],
    ['（责任单位：市委办公室、教育局）', '市委办公室、市教育局|'],
    ['（责任单位：市教育局，2024年6月底前，每季度调度一次）', '市教育局|'],
    ['（责任单位：市教育局/市财政局）', '市教育局、市财政局|'],
    ['（责任单位：1.市教育局；2.市财政局）', '市教育局、市财政局|'],
    ['（责任单位：待定）', '|'],
    ['（责任单位市财政局）', '市财政局|'],
    ['（责任单位∶市财政局、教育局）', '市财政局、市教育局|'],
    ['（责任单位：市教育局等有关部门及市财政局）', '市教育局、市财政局|'],
    ['（责任单位：市财政局、市场监管局、城市管理局）', '市财政局、市市场监管局、市城市管理局|'],
    ['（牵头单位：市教育局。责任单位：市财政局。完成时限：6月底）', '市教育局|市财政局'],
  ] as const)
    it(tag, () => assert.equal(who(`1.甲事。${tag}`), expected))

  it('（各机型运输周转量×各机型基准值） is a formula', () =>
    assert.equal(who('1.甲事。（责任单位：市教育局）\n2.乙事（各机型运输周转量×各机型基准值）'), '|'))

  it('各县区政府均为责任单位，以下不再列出: there and from there on', () =>
    assert.deepEqual(
      duties(
        '1.甲事。（市教育局牵头。各县区政府、开发区管委会均为责任单位，以下不再列出）\n2.乙事。（市财政局负责）',
      ).map((each) => each.split('|').slice(0, 3).join('|')),
      ['市教育局||（各县区政府）、（开发区管委会）', '市财政局||（各县区政府）、（开发区管委会）'],
    ))

  it('a tag of the last of several items, where they have none of their own, is of them all', () =>
    assert.deepEqual(
      duties('一、甲类\n1.一事。\n2.二事。\n3.三事。（责任单位：市教育局）').map((each) => each.split('|')[0]),
      ['（市教育局）', '（市教育局）', '市教育局'],
    ))
})
