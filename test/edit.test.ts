import assert from 'node:assert/strict'
import { levelEdits, otherForms, standardEdits } from '../server/src/edit/convert.ts'
import { type OperationName, operations } from '../server/src/edit/index.ts'
import { change } from '../server/src/edit/operation.ts'
import { applyEdits } from '../server/src/lint/fix.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { applied } from './text-edits.ts'

/** A document with «» where the cursor is, and what an operation makes of it, the cursor in its new place. */
function done(name: OperationName, marked: string): string {
  const lines = marked.split('\n')
  const row = lines.findIndex((line) => line.includes('«»'))
  const column = (lines[row] as string).indexOf('«»')
  const text = marked.replace('«»', '')
  const made = change(analyze(text), operations[name], { from: row, to: row, column })
  if (!made) return 'nothing'
  const after = applied(text, made.edits).split('\n')
  const { line, character } = made.cursor
  const at = after[line] as string
  after[line] = `${at.slice(0, character)}«»${at.slice(character)}`
  return after.join('\n')
}

const plan = [
  '某市2024年工作要点',
  '一、总体要求',
  '二、重点任务',
  '（一）优化服务',
  '1.甲事。',
  '2.乙事，按照第二部分第（二）项第1项办理。',
  '（二）强化监管',
  '1.丙事。',
  '三、保障措施',
].join('\n')
const at = (words: string) => plan.replace(words, `${words}«»`)

describe('moving an item', () => {
  it('takes all below it along, numbers the rest anew and lets references follow', () => {
    assert.equal(
      done('moveDown', at('（一）优化')),
      [
        '某市2024年工作要点',
        '一、总体要求',
        '二、重点任务',
        '（一）强化监管',
        '1.丙事。',
        '（二）优化«»服务',
        '1.甲事。',
        '2.乙事，按照第二部分第（一）项第1项办理。',
        '三、保障措施',
      ].join('\n'),
    )
  })
  it('back gives the same document', () => {
    const there = done('moveUp', at('2.乙'))
    assert.equal(done('moveDown', there), at('2.乙'))
  })
  it('goes on into the next section from the end of one', () => {
    assert.equal(
      done('moveDown', '一、甲\n1.一事\n2.二«»事\n二、乙\n1.三事'),
      '一、甲\n1.一事\n二、乙\n1.二«»事\n2.三事',
    )
    assert.equal(done('moveUp', '一、甲\n1.一事\n二、乙\n1.«»二事\n2.三事'), '一、甲\n1.一事\n2.«»二事\n二、乙\n1.三事')
  })
  it('stays where there is nowhere to go', () => {
    assert.equal(done('moveUp', at('一、总体')), 'nothing')
    assert.equal(done('moveDown', '前言«»\n一、甲'), 'nothing')
  })
  it('keeps the blank lines between two items between them', () => {
    assert.equal(
      done('moveUp', '一、甲\n\n1.a\n\n二、乙«»\n\n1.c\n\n三、丙'),
      '一、乙«»\n\n1.c\n\n二、甲\n\n1.a\n\n三、丙',
    )
    assert.equal(done('moveDown', '一、甲«»\n\n二、乙\n三、丙'), '一、乙\n\n二、甲«»\n三、丙')
  })
  it('leaves the list of attachments at the end', () => {
    assert.equal(
      done('moveUp', '一、甲\n二、乙«»\n\n附件：1.任务清单\n2.联系人名单\n\n某市人民政府\n2024年1月1日'),
      '一、乙«»\n二、甲\n\n附件：1.任务清单\n2.联系人名单\n\n某市人民政府\n2024年1月1日',
    )
  })
  it('lets a reference that counts from where it stands name its item anew in another section', () => {
    assert.equal(
      done('moveUp', '某市2024年工作要点\n一、甲\n1.a\n2.b\n二、乙\n1.c«»，按照第2项办理\n2.d，按照第1项办理'),
      '某市2024年工作要点\n一、甲\n1.a\n2.b\n3.c«»，按照第二部分第1项办理\n二、乙\n1.d，按照第一部分第3项办理',
    )
  })
  it('keeps the numbers of a box and those around it apart', () => {
    assert.equal(
      done('moveDown', '一、甲\n1.a«»\n专栏1 工程\n1.x\n2.y\n2.b\n专栏2 项目\n1.z\n2.w\n二、乙'),
      '一、甲\n1.b\n专栏1 项目\n1.z\n2.w\n2.a«»\n专栏2 工程\n1.x\n2.y\n二、乙',
    )
    assert.equal(
      done('moveDown', '一、甲\n1.a«»\n专栏1 工程\n2.b\n专栏2 项目\n二、乙，对照清单和专栏1'),
      '一、甲\n1.b\n专栏1 项目\n2.a«»\n专栏2 工程\n二、乙，对照清单和专栏2',
    )
    assert.equal(
      done('moveDown', '一、甲\n1.a\n专栏1 工程\n1.x«»\n2.y\n2.b\n二、乙'),
      '一、甲\n1.a\n专栏1 工程\n1.y\n2.x«»\n2.b\n二、乙',
    )
  })
  it('leaves a number alone that was wrong before', () => {
    assert.equal(done('moveDown', '一、甲«»\n二、乙\n三、丙\n五、丁'), '一、乙\n二、甲«»\n三、丙\n五、丁')
  })
})

describe('promoting and demoting', () => {
  it('leaves boxes and what they count alone', () => {
    assert.equal(
      done('demote', '一、甲\n（一）a\n二、乙«»\n正文乙\n（一）b\n专栏1 工程\n1.x\n2.y\n三、丙，见专栏1'),
      '一、甲\n（一）a\n（二）乙«»\n正文乙\n1.b\n专栏1 工程\n1.x\n2.y\n二、丙，见专栏1',
    )
  })
  it('lets a reference follow to the level where its item is now', () => {
    assert.equal(
      done('demote', '某市2024年工作要点\n一、甲\n二、乙«»\n三、丙，按照第二部分和第一部分办理'),
      '某市2024年工作要点\n一、甲\n（一）乙«»\n二、丙，按照第一部分第（一）项和第一部分办理',
    )
  })
  it('promotes an item behind its section, with what is below it', () => {
    assert.equal(
      done('promote', '一、甲\n（一）一事\n（二）«»二事\n1.细目\n二、乙'),
      '一、甲\n（一）一事\n二、«»二事\n（一）细目\n三、乙',
    )
  })
  it('demotes an item under the one before it', () => {
    assert.equal(
      done('demote', '一、甲\n（一）一事\n二、«»乙\n（一）二事\n1.细目\n三、丙'),
      '一、甲\n（一）一事\n（二）«»乙\n1.二事\n（1）细目\n二、丙',
    )
  })
  it('writes a level as the document writes it elsewhere', () => {
    assert.equal(done('demote', '一、甲\n1、一事\n二、乙\n三、«»丙'), '一、甲\n1、一事\n二、乙\n1、«»丙')
  })
  it('does nothing to what has no level to go to', () => {
    assert.equal(done('promote', '一、甲«»\n二、乙'), 'nothing')
    assert.equal(done('demote', '一、甲«»\n二、乙'), 'nothing')
  })
})

describe('inserting an item', () => {
  it('puts the number there and counts on below', () => {
    assert.equal(
      done('insertBelow', '一、甲\n（一）一«»事\n正文。\n（二）二事'),
      '一、甲\n（一）一事\n正文。\n（二）«»\n（三）二事',
    )
    assert.equal(done('insertAbove', '一、甲\n（一）一«»事\n（二）二事'), '一、甲\n（一）«»\n（二）一事\n（三）二事')
  })
  it('keeps the blank lines that the document has between items', () => {
    assert.equal(done('insertBelow', '1.甲«»\n\n2.乙\n'), '1.甲\n\n2.«»\n\n3.乙\n')
  })
  it('keeps the author’s marks and indentation', () => {
    assert.equal(done('insertBelow', '　　(一)甲«»\n　　(二)乙'), '　　(一)甲\n　　(二)«»\n　　(三)乙')
  })
})

describe('Enter', () => {
  it('begins the next item and counts on below', () => {
    assert.equal(done('enter', '1.甲事。\n«»\n2.乙事。'), '1.甲事。\n2.«»\n3.乙事。')
  })
  it('begins the first item below a heading where the headings beside it have such', () => {
    assert.equal(done('enter', '一、甲\n（一）一事\n二、乙\n«»'), '一、甲\n（一）一事\n二、乙\n（一）«»')
  })
  it('leaves room for text where text stands below the headings beside it', () => {
    assert.equal(done('enter', '一、甲\n正文。\n二、乙\n«»'), 'nothing')
    assert.equal(done('enter', '某市工作要点\n一、总体要求\n«»'), 'nothing')
  })
  it('on an empty item goes up a level, then ends the list', () => {
    assert.equal(done('enter', '一、甲\n（一）一事\n（二）\n«»'), '一、甲\n（一）一事\n二、«»')
    assert.equal(done('enter', '一、甲\n二、\n«»'), '一、甲\n«»')
  })
  it('says nothing below what is no item, nor in the middle of one', () => {
    assert.equal(done('enter', '前言\n«»'), 'nothing')
    assert.equal(done('enter', '1.甲事，\n«»\n续。\n2.乙事'), 'nothing')
  })
})

describe('converting the style', () => {
  it('writes every level as the standard has it', () => {
    const text = '一、甲\n(一)一事\n1、细目\n2．细目\n(1)小目\n⑵小目'
    const written = analyze(text)
    assert.equal(
      applyEdits(written, standardEdits(written)),
      '一、甲\n（一）一事\n1.细目\n2.细目\n（1）小目\n（2）小目',
    )
  })
  it('writes one level otherwise, where it is asked for', () => {
    const written = analyze('一、甲\n1.一事\n（1）细目\n2.二事\n二、乙\n1.三事')
    assert.deepEqual(
      otherForms(written, 1).map(({ example }) => example),
      ['1．', '1、', '⒈'],
    )
    assert.equal(
      applyEdits(written, levelEdits(written, 3, '#、')),
      '一、甲\n1、一事\n（1）细目\n2、二事\n二、乙\n1、三事',
    )
    assert.deepEqual(otherForms(written, 0), [])
  })
})
