import type { Part } from './item.ts'
import type { Line } from './line.ts'

const tables =
  '申请|申报|报名|登记|审批|审核|审查|推荐|备案|汇总|信息|统计|调查|调研|反馈|签到|评分|打分|考核|自查|核查|填报|报送|情况|数据'
const title = new RegExp(
  `(?:(?:${tables})表|申报书|申请书|承诺书|承诺函|委托书|责任书|协议书?|合同|证明|回执|回函|存根|模板|模版|样表|样本|样式|式样|格式|范本|文本)(?:[（(][^）)]{1,20}[）)])?[\\s　]*$`,
)
const template = /模板|模版|样表|样式|式样|范本|参考文本|参考格式/
const field = /^[\s　]*[^。；，：:]{1,16}[：:][\s　_＿]*$/
/** Longer lines say nothing of whether it is one. */
export const formLine = 80
/** So many lines that do no more than name what is to be filled in make a form. */
const fields = 4

/** Whether a part is a form or a template, which its readers fill in: its blanks are meant. */
export function isForm({ kind, title: own, lines }: Part): boolean {
  const heads = kind === 'annex' ? lines.slice(0, 6) : own
  if (heads.some(({ text }) => text.length <= formLine && (title.test(text) || template.test(text)))) return true
  let empty = 0
  for (const { text } of lines) if (text.length <= 30 && field.test(text)) empty++
  return empty >= fields
}

/** Whether a line is one that somebody signs, seals or dates. */
export const isField = ({ text }: Line): boolean => text.length <= longest && (seal.test(text) || label.test(text))

const longest = 60

const seal = /[（(](?:签字|签名|签章|盖章|公章|加盖[^）)]{0,6}章)[^）)]{0,6}[）)]/
const label = /(?:签字|签名|签章|盖章|公章|填表[^：:]{0,4}|日期|时间)[：:]|模板|样表|式样/
