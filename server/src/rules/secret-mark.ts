import { type Found, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

const mark = /(?:绝密|机密|秘密)[\s　]*★[\s　]*(?:[0-9]+年|长期|[0-9]+个?月)?|★[\s　]*(?:绝密|机密|秘密)/
// Alone on a line, or with the number of the copy and the urgency (GB/T 9704-2012 7.2.1 to 7.2.3).
const alone =
  /^[\s　]*[【（(［[]?(?:[0-9]{1,6}[\s　]*)?(?:密级[:：][\s　]*)?(?:绝[\s　]?密|机[\s　]?密|秘[\s　]?密)(?:[\s　]*(?:特[\s　]?急|加[\s　]?急|特提|平急))?[】）)］\]]?[\s　]*$/
const inner =
  /^[\s　]*[（(【[]?(?:内部(?:资料|文件|材料|使用)|会议材料|讨论稿|征求意见稿|送审稿|注意保存|不得外传|请勿外传|严禁外传|会后收回|此件不公开|此件不予公开)[，、,\s　]*(?:(?:注意保存|不得外传|请勿外传|严禁外传|会后收回)[\s　]*)?(?:[）)】\]][\s　]*)?$/
const closed = /此件(?:不予公开|不公开|依申请公开)|公开(?:方式|形式|属性)[:：][\s　]*(?:不予公开|依申请公开)/
const open = /此件(?:公开发布|主动公开)|公开(?:方式|形式|属性)[:：][\s　]*主动公开/

export const secretMark = rule({
  id: 'secret/mark',
  scope: 'part',
  severity: 'warning',
  stage: 'issue',
  title: { zh: '密级和内部标记', en: 'Mark of secrecy' },
  message: {
    zh: '“{0}”：有密级标记的文稿不能在联网的机器上处理和公开',
    en: '“{0}”: what bears a mark of secrecy is neither handled on a connected machine nor published',
  },
  why: {
    zh: '涉密文件有专门的管理要求；内部标记、“讨论稿”“征求意见稿”字样留在印发稿里，是没有清稿。',
    en: 'Secret documents have rules of their own; a mark of an inner or preliminary version left in what is issued was forgotten.',
  },
  source: 'GB/T 9704-2012 7.2.2、《保守国家秘密法》',
  rank: 'standard',
  given: '{ "profile": "issue" }',
  good: ['一、保守国家秘密，保护商业秘密。\n二、涉密信息系统分级保护。', '某市工作要点\n一、甲\n（此件公开发布）'],
  bad: [
    '«机密★1年»\n! “机密★1年”：有密级标记的文稿不能在联网的机器上处理和公开\n某市工作要点\n一、甲',
    '«000012　秘密　特急»\n! “000012　秘密　特急”：有密级标记的文稿不能在联网的机器上处理和公开\n某市工作要点\n一、甲',
    '某市工作要点\n一、甲\n（此件公开发布）\n«公开方式：不予公开»\n! “公开方式：不予公开”与文中的公开标注矛盾，请核定公开属性',
    '«（征求意见稿）»\n! “（征求意见稿）”：印发前去掉\n某市工作要点\n一、甲',
  ],
  sees: ({ text }) => (text.length > longest ? open.test(text) && !closed.test(text) : text),
  *check(part): Generator<Found> {
    const isOpen = part.lines.some(({ text }) => open.test(text) && !closed.test(text))
    for (const line of part.lines) {
      const { text } = line
      if (text.length > longest) continue
      const secret = mark.exec(text) ?? alone.exec(text)
      if (secret) {
        // Secret and to be published at once cannot be right.
        yield { ...wordsOf(line, secret[0], secret.index), severity: isOpen ? 'error' : 'warning' }
      } else if (isOpen && closed.test(text) && !open.test(text)) {
        yield {
          ...wordsOf(line, text),
          message: {
            zh: '“{0}”与文中的公开标注矛盾，请核定公开属性',
            en: '“{0}” contradicts what the document says of its publication',
          },
        }
      } else if (inner.test(text)) {
        yield {
          ...wordsOf(line, text),
          severity: 'information',
          message: { zh: '“{0}”：印发前去掉', en: '“{0}”: goes before the document is issued' },
        }
      }
    }
  },
})

/** A mark stands on a line of its own, or beside the number of the copy. */
const longest = 40

/** What stands in a line from a column on, without the blanks around it. */
function wordsOf(line: Line, text: string, at = 0) {
  const words = text.trim()
  const from = at + text.indexOf(words)
  return { line, from, to: from + words.length, args: [words] }
}
