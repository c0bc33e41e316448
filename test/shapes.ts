import { rules } from '../server/src/rules/index.ts'
import { source } from './marked.ts'

/** A text of about so many characters. */
export type Shape = (size: number) => string

/** A piece again and again. */
const again = (piece: string): Shape => {
  return (size) => piece.repeat(Math.ceil(size / piece.length))
}

/** Pieces that differ by their number, which has four digits: what counts to ten or a hundred does so from the first. */
const counted = (piece: (i: number) => string): Shape => {
  return (size) => {
    const pieces: string[] = []
    for (let i = 1000, length = 0; length < size; i++) {
      const next = piece(i)
      pieces.push(next)
      length += next.length
    }
    return pieces.join('')
  }
}

const inside = (open: string, close: string): Shape => {
  return (size) => open.repeat(size / 2) + close.repeat(size / 2)
}

const han = '一二三四五六七八九十'
/** A number in Chinese digits, other than those of the numbers beside it: so that the beginning of a text is like the rest. */
const digits = (i: number): string =>
  [...String(1000 + ((i * 7919) % 9000))].map((digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')

/** Texts that hurt where something grows faster than the text. */
export const shapes: Readonly<Record<string, Shape>> = {
  'one line of sentences': again('加强组织领导，明确任务分工；坚持问题导向。'),
  'one line without an end': again('加强组织领导明确任务分工坚持问题导向梳理清单'),
  'many lines': counted((i) => `加强第${i}项工作，梳理清单。\n`),
  'line breaks': again('\n'),
  'one character': again('的'),
  blanks: again(' '),
  'blanks of both widths before a word': (size) => `${' 　'.repeat(size / 2)}甲`,
  'brackets nested': inside('（', '）'),
  'brackets of all kinds nested': inside('（《“〔', '〕”》）'),
  'brackets that open': again('（'),
  'brackets that close': again('》'),
  'quotations that never end': again('“甲\n'),
  'straight quotes': again('"甲"、'),
  marks: again('，。；'),
  numbers: counted((i) => `${i}个、99999999999万元，`),
  'one number without an end': again('9'),
  'Chinese numbers': again('九千九百亿'),
  'percentages and ranges': again('5%-10%，3至5个，近100余家，'),
  dates: again('2024年2月30日，2024年13月1日至12月，'),
  'headings of one level': counted((i) => `${i - 999}.推进第${i}项工作\n`),
  'headings that skip': counted((i) => `${2 * i}.推进第${i}项工作\n`),
  'headings that count down': counted((i) => `${99_999 - i}.甲\n`),
  'rows of a table below items': counted(
    (i) => `1.推进第${i}项工作\n序号\t工作任务\t牵头单位\n1\t推进第${i}项\t市财政局\n`,
  ),
  'the same heading': again('一、推进工作\n'),
  'headings of two levels': counted((i) => `${digits(i + 1)}、总则\n（一）甲\n（二）乙\n`),
  'levels that change at each line': again('一、甲\n1.乙\n（一）丙\n①丁\n第一章 戊\n'),
  'run-in ordinals in one line': counted((i) => `一是推进第${i}项；二是落实；四是检查；`),
  decimals: counted((i) => `${i}.1 甲\n${i}.2.1 乙\n`),
  'titles that begin documents': counted((i) => `\n${2000 + (i % 99)}年某市第${i}项工作要点\n一、甲\n`),
  'titles that begin none': counted((i) => `\n某市第${i}项工作要点\n二、甲\n`),
  annexes: counted((i) => `附件${i - 999}\n某市第${i}项清单\n1.甲\n`),
  'annexes without an end': again('附件1\n'),
  'tables of contents': again('目录\n一、甲\n'),
  'a table of contents': (size) => `目录\n${counted((i) => `${digits(i)}、第${i}项工作……${i}\n`)(size)}`,
  'lists of attachments': counted((i) => `附件：${i + 1}.甲清单\n2.乙清单\n`),
  references: counted((i) => `按照第${han.charAt(i % 10)}条第（${han.charAt(i % 10)}）项和附件${i % 9}落实。\n`),
  'references in one line': again('见第一部分第（二）项第3点、附件9、表1和专栏2，'),
  'articles and references to them': counted(
    (i) => `第${han.charAt(i % 10)}条　按照第${han.charAt((i + 1) % 10)}条办理。\n`,
  ),
  'boxes and captions': counted((i) => `专栏${1 + (i % 10)} 甲\n表${1 + (i % 10)} 乙\n图${1 + (i % 10)} 丙\n`),
  owners: counted((i) => `${i + 1}.推进工作（责任单位：市${digits(i % 500)}局、市财政局；完成时限：2024年6月底）\n`),
  'owners that are all different': counted((i) => `${i + 1}.推进（牵头单位：市第${i}局；配合单位：第${i}县）\n`),
  'owners in one tag': (size) => `一、甲（责任单位：${counted((i) => `市${digits(i)}局、`)(size)}市财政局）`,
  'tags in one line, behind sentences': again('甲。（责任单位：市财政局）'),
  'tags in one line': again('甲事（责任单位：市财政局），'),
  'tags behind sentences': again('甲事。（市财政局负责）乙事。（责任单位：市司法局）'),
  'tags that never close': again('（责任单位：'),
  'tags on lines of their own': again('1.甲\n责任单位：市财政局\n完成时限：6月底\n'),
  'headings with owners, items without': counted((i) => `${digits(i + 1)}、甲（市财政局）\n1.乙\n2.丙\n`),
  'the same item': again('1.加强组织领导，明确任务分工，压实工作责任。\n'),
  'items that are nearly the same': counted((i) => `${i + 1}.加强组织领导，明确任务分工，压实工作责任${i}。\n`),
  'doubled words': again('推进工作推进工作，'),
  'quotations of what is said elsewhere': counted((i) => `“第${i}项行动”和“两个${i}”；`),
  abbreviations: counted((i) => `甲${digits(i)}（以下简称${digits(i)}），`),
  'names of places': again('浙江省杭州市西湖区、上海市浦东新区，'),
  people: again('市长张三、副市长李四，'),
  'Latin words and blanks': again('推进 APP 建设，完成 5 项 IT 工作 '),
  'rows of a table': counted((i) => `${i}\t推进工作\t市财政局\t6月底\n`),
  'rows with bars': again('| 一 | 甲 | 市财政局 |\n'),
  markup: again('**甲**[乙](http://a.cn/b)<br>`丙`&nbsp;'),
  'addresses and numbers of people': again('13800138000，330102199001011234，a@b.cn，6222021234567890123，'),
  placeholders: again('XX局×××同志，〔2024〕 号，____，【待定】，'),
  'claims of counts': again('完成以下三项工作：一是甲；二是乙。\n'),
  'claims of counts in one line': again('抓好三个方面五项任务十项措施，'),
  'wrong words': again('严守政治记录，防止一触而就，'),
  'right words': again('坚持以人民为中心的发展思想，推动高质量发展，'),
  'formulas misquoted': again('增强“四个意识”、坚定“四个自信”、做到“三个维护”，'),
  surrogates: again('𠮷\ud800林\udc00'),
  'combining marks': again('a\u0301\u0302\u0303'),
  controls: again('\u0000\u0001\u200b\ufeff\u202e'),
  'carriage returns': again('甲\r\n\r乙\r'),
  signatures: again('某市人民政府\n2024年1月1日\n\n'),
  'box of approval': again('（此件公开发布）\n'),
  directives: again('<!-- yaodian-disable typo/word -->\n严守政治记录\n'),
}

/** The examples of every rule, on their own lines and in one. */
export const examples: Readonly<Record<string, Shape>> = Object.fromEntries(
  rules.flatMap(({ id, good, bad }) => {
    const texts = [...bad.map(source), ...good]
    const lines = texts.join('\n')
    return [
      [`${id}, its examples`, again(`${lines}\n`)],
      [`${id}, its examples in one line`, again(lines.replaceAll('\n', '，'))],
    ]
  }),
)
