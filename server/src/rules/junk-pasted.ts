import type { Match } from '../lexicon/match.ts'
import type { Message } from '../lint/message.ts'
import { type Edit, type Fix, type Found, quoted, rule } from '../lint/rule.ts'
import type { Severity } from '../lint/severity.ts'
import { has } from '../plan/characters.ts'
import type { Line } from '../plan/line.ts'
import { any, blanks, digits, letters, sign, watched } from '../plan/signs.ts'
import { matches } from './words.ts'

/** A line with this many of the words is likely an advertisement; with so many more it surely is. */
const few = 2
const many = 3
/** Longer lines have text of the document's own between the rubbish: nothing of them is deleted. */
const longest = 200
/** What a web page says of itself stands in a short line. */
const short = 80

/** Something that is rubbish by its shape, and what to say of it. */
type Shape = {
  readonly shape: RegExp
  readonly severity?: Severity
  readonly message?: Message
}

const chat: Message = {
  zh: '与写作工具对话留下的“{0}”，应删除',
  en: 'Left from a chat with a writing tool: “{0}” should go',
}
/** What any of the shapes has. */
const odd = any(
  sign('#', '#'),
  sign(':', '\\'),
  sign('e', ':'),
  sign('.', letters, letters),
  sign('—－-', digits + blanks),
  sign('公', '众', '号'),
  sign('页', `共${blanks}`),
)
const isSuspect = (line: Line): boolean =>
  has(line, odd) && /##|:\\|file:|\.[A-Za-z]{2}|[—－-][\s　]?\d{1,3}[\s　]?[—－-]|公众号|页\s?共/.test(line.text)

const shapes: readonly Shape[] = [
  { shape: /##[a-z]{3,20}##/gi },
  // A collector's line between two pages: 资料整理：某某公众号—8—
  {
    shape: /(?:资料整理|资料来源|本文来源|整理)[：:][^，。；：]{1,16}公众号(?:—\d+—)?/g,
  },
  {
    shape: /(?<![A-Za-z])[A-Za-z]:\\[^\s，。；：、“”（）]{1,200}|file:\/\/[^\s，。；：、“”（）]{1,200}/g,
    severity: 'warning',
    message: { zh: '自己电脑上的路径“{0}”，应删除', en: 'A path on somebody’s machine: “{0}” should go' },
  },
  {
    shape: /(?<=[\p{Script=Han}》）)”])\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|rar|zip)(?![A-Za-z0-9])/giu,
    severity: 'information',
    message: { zh: '文件扩展名“{0}”不写进公文', en: 'No file extension “{0}” in a document' },
  },
  {
    shape:
      /(?<=[\p{Script=Han}，、])[—－-][\s　]?\d{1,3}[\s　]?[—－-](?=\p{Script=Han})|(?<=\p{Script=Han})第\s?\d{1,3}\s?页\s?共\s?\d{1,3}\s?页(?=\p{Script=Han})/gu,
    severity: 'information',
    message: { zh: '页码“{0}”混进了正文，应删除', en: 'The page number “{0}” ran into the text' },
  },
]

export const junkPasted = rule({
  id: 'junk/pasted',
  scope: 'line',
  severity: 'error',
  title: { zh: '粘贴来的杂质', en: 'Pasted rubbish' },
  message: { zh: '网页粘贴带来的“{0}”，应删除', en: 'Pasted from a web page: “{0}” should go' },
  why: {
    zh: '从网页、资料网站、聊天软件复制的文稿常带代码、标记、导航和广告，混在正文里印发出去就是事故。',
    en: 'Text copied from web pages, document-sharing sites and chat programs carries code, marks, navigation and advertisements.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '通过政府网站、微信公众号和智能客服公开。',
    '1.整合网盘资源，推进数据共享。',
    '1.开发扫码关注功能，会员单位可免费下载。',
    '—3—',
    '一、研发大语言模型，建设R&D平台，PM2.5＜35。',
    '一、可根据实际情况进行调整。',
  ],
  bad: [
    '«##paidbegin##»一、总体要求\n! 网页粘贴带来的“##paidbegin##”，应删除\n= 一、总体要求',
    '«【某某素材库】欢迎加入会员群，谨防假冒»\n! 网页粘贴带来的“【某某素材库】欢迎加入…”，应删除\n= ',
    '«【字体：大 中 小】 打印本页»\n! 网页粘贴带来的“【字体：大 中 小】 …”，应删除\n= ',
    '«以下是为您起草的工作要点：»\n! 与写作工具对话留下的“以下是为您起草的工作要点：”，应删除\n= ',
  ],
  shows: [any(odd, watched)],
  applies: (line) => matches(line, 'junk').length > 0 || isSuspect(line),
  *check(line) {
    if (isSuspect(line)) for (const shape of shapes) yield* shapesIn(line, shape)
    yield* ofWords(line, matches(line, 'junk'))
  },
})

function* shapesIn(line: Line, { shape, severity, message }: Shape): Generator<Found> {
  for (const { index: from, 0: words } of line.text.matchAll(shape)) {
    const span = { line, from, to: from + words.length }
    yield {
      ...span,
      args: [clipped(words)],
      ...(severity && { severity }),
      ...(message && { message }),
      fixes: [mend({ ...span, text: '' }, deletion(clipped(words)))],
    }
  }
}

/** What a line has of the words of advertisements, pages and chats. */
function* ofWords(line: Line, found: readonly Match[]): Generator<Found> {
  const { text } = line
  const count = new Set(found.map(({ entry }) => entry.wrong)).size
  if (count === 0 || text.length > longest) return
  const says = found.some(({ entry }) => entry.kind === 'chat')
  const alone =
    found.some(({ entry }) => entry.kind === 'page') && !line.ordinal && text.length <= short && !text.includes('。')
  if (!says && !alone && (count < few || (line.ordinal && count < many))) return
  const words = clipped(text)
  yield {
    line,
    from: 0,
    to: text.length,
    severity: count < many ? 'warning' : 'error',
    args: [words],
    ...(says && { message: chat }),
    // What is told to the writer may run into what was written for him.
    ...((!says || text.length <= short) && {
      fixes: [mend({ line, from: 0, to: text.length, text: '', lineBreak: true }, deletion(words))],
    }),
  }
}

const clipped = (words: string): string => (words.length > 14 ? `${words.slice(0, 11)}…` : words)

const deletion = (words: string): Message => ({ zh: `删除${quoted(words)}`, en: `Delete ${quoted(words)}` })

const mend = (edit: Edit, title: Message): Fix => ({ title, preferred: true, edits: [edit] })
