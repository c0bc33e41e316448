import type { Line } from './line.ts'

const date =
  /^[\s　]*(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[二〇○零一九八七六五四三]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)[\s　]*$/
const note =
  /^[\s　]*(?:（此件.{2,12}）|抄送[:：].*|.{2,30}[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日印发|（联系人[:：].*)[\s　]*$/
const unit = /^[\s　]*[^。；，：:、（）\d]{3,30}(?:府|委|局|厅|办|室|院|会|部|署|心|组|校|处|司|队|团|行|所|站)[\s　]*$/

/** How many lines that say something may sign a document. */
const most = 10

/** The lines that sign a document or an annex, blank ones between them among them: unit, date, note of publication. */
export function closingOf(lines: readonly Line[]): readonly Line[] {
  let from = lines.length
  let dated = false
  let said = 0
  for (let row = lines.length - 1; row > 0 && said < most; row--) {
    const line = lines[row] as Line
    if (line.role === 'blank') continue
    const { text, ordinal } = line
    const signs = !ordinal && text.length < 80 && (note.test(text) || (dated ? unit.test(text) : date.test(text)))
    if (!signs) break
    dated ||= date.test(text)
    from = row
    said++
  }
  // Nothing but these lines: a carrier or a title page, which is signed by nobody.
  return lines.slice(0, from).some(({ role }) => role !== 'blank') ? lines.slice(from) : []
}
