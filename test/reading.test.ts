import assert from 'node:assert/strict'
import { analyze } from '../server/src/plan/plan.ts'
import { type OutlineItem, outline } from '../server/src/report/outline.ts'

/** The outline of a document, a line an item, indented by its depth. */
function tree(text: string): string {
  const branch = (item: OutlineItem, depth: number): string[] => {
    const { ordinal, title, lead, support, deadline, items } = item
    const notes = [...lead, ...support, deadline].filter(Boolean).join('、')
    const line = `${'  '.repeat(depth)}${ordinal}|${title}${notes && `|${notes}`}`
    return [line, ...items.flatMap((child) => branch(child, depth + 1))]
  }
  return outline(analyze(text))
    .flatMap(({ title, items }) => [title, ...items.flatMap((item) => branch(item, 1))])
    .join('\n')
}

const document = (...lines: readonly string[]): string => lines.join('\n')

describe('reading the structure of a document', () => {
  it('takes every way of writing an ordinal', () => {
    const written = [
      '一、',
      '二十一、',
      '廿一、',
      '百零一、',
      '（一）',
      '(一)',
      '㈠',
      '1.',
      '1．',
      '1、',
      '１．',
      '⒈',
      '（1）',
      '(1)',
      '⑴',
      '1)',
      '1）',
      '①',
      '㉑',
      '㊿',
      '第一章 ',
      '第一节 ',
      '第一条 ',
      '第一款 ',
      '第一部分 ',
      '专栏1 ',
      '表1 ',
      '图1 ',
      '## 一、',
    ]
    assert.deepEqual(
      written.filter((ordinal) => analyze(`${ordinal}事项`).lines[0]?.ordinal === undefined),
      [],
    )
  })

  it('takes no ordinal for what only looks like one', () => {
    const others = [
      '2023年底前完成',
      '3.5亿元',
      '（县、市）区',
      '（此件公开发布）',
      '一、二级医院',
      '表1是主要指标',
      '（一）和（三）条款中所指',
      '第一部分是总则',
    ]
    assert.deepEqual(
      others.filter((text) => analyze(`某市工作要点\n${text}`).documents[0]?.items.length !== 0),
      [],
    )
  })

  it('follows the document where it nests levels against the convention', () => {
    assert.equal(
      tree(document('某市工作方案', '1.甲', '（一）一事', '（二）二事', '2.乙', '（一）三事', '（二）四事')),
      document(
        '某市工作方案',
        '  1.|甲',
        '    （一）|一事',
        '    （二）|二事',
        '  2.|乙',
        '    （一）|三事',
        '    （二）|四事',
      ),
    )
  })

  it('reads decimal numbers where the document counts with them, and nowhere else', () => {
    assert.equal(
      tree(document('某市应急预案', '1 总则', '1.1 编制目的', '1.2 编制依据', '1.2.1 法律', '2 职责', '2.1 指挥部')),
      document(
        '某市应急预案',
        '  1|总则',
        '    1.1|编制目的',
        '    1.2|编制依据',
        '      1.2.1|法律',
        '  2|职责',
        '    2.1|指挥部',
      ),
    )
    assert.equal(tree(document('某市工作要点', '一、甲', '投资', '1.2 某项')), document('某市工作要点', '  一、|甲'))
  })

  it('keeps the lists in a box apart from those around it', () => {
    assert.equal(
      tree(
        document(
          '某市规划',
          '一、甲',
          '（一）一事',
          '专栏1 重点工程',
          '1.一号工程',
          '2.二号工程',
          '（二）二事',
          '二、乙',
        ),
      ),
      document(
        '某市规划',
        '  一、|甲',
        '    （一）|一事',
        '      专栏1|重点工程',
        '        1.|一号工程',
        '        2.|二号工程',
        '    （二）|二事',
        '  二、|乙',
      ),
    )
  })

  it('reads each row of a list of tasks as an item with its owners and its deadline', () => {
    const rows = [
      '序号\t工作任务\t责任单位\t完成时限',
      '1\t修订办法\t市司法局、市财政局\t6月底前',
      '2\t建设平台\t市数据局\t年底前',
    ]
    const expected = document(
      '某市责任清单',
      '  一、|任务',
      '    1|修订办法|市司法局、市财政局、6月底前',
      '    2|建设平台|市数据局、年底前',
      '  二、|要求',
    )
    assert.equal(tree(document('某市责任清单', '一、任务', ...rows, '二、要求')), expected)
    const markdown = rows.map((row) => `| ${row.replaceAll('\t', ' | ')} |`)
    markdown.splice(1, 0, '|---|---|---|---|')
    assert.equal(tree(document('某市责任清单', '一、任务', ...markdown, '二、要求')), expected)
  })

  it('counts neither contents nor the list of attachments nor what signs the document', () => {
    const text = document(
      '某市工作方案',
      '目　录',
      '一、总则…………1',
      '二、任务…………2',
      '',
      '一、总则',
      '二、任务',
      '附件：1.任务清单',
      '2.联系人名单',
      '',
      '某市人民政府办公室',
      '2024年3月1日',
      '（此件公开发布）',
    )
    assert.equal(tree(text), document('某市工作方案', '  一、|总则', '  二、|任务'))
    const [part] = analyze(text).documents
    assert.deepEqual(
      part?.closing.map((line) => line.text),
      ['某市人民政府办公室', '2024年3月1日', '（此件公开发布）'],
    )
  })
})
