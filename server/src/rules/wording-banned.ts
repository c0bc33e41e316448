import { type Match, matcher } from '../lexicon/match.ts'
import type { Config } from '../lint/config.ts'
import type { Message } from '../lint/message.ts'
import { quoted, replace, rule } from '../lint/rule.ts'

export const wordingBanned = rule({
  id: 'wording/banned',
  scope: 'line',
  severity: 'warning',
  title: { zh: '禁用词', en: 'Banned word' },
  message: { zh: '不用“{0}”，应写“{1}”', en: 'Write “{1}”, not “{0}”' },
  why: {
    zh: '本单位规定不用的词，写在 `yaodian.json` 的 `banned` 里。某一条注明 `"severity": "error"` 的，才随“改正全部有把握的错误”一起改。',
    en: 'Words that the house does not write, listed under `banned`. Only those that say "severity": "error" there are fixed in bulk.',
  },
  source: '本单位的规定',
  rank: 'house',
  given:
    '{ "banned": [{ "word": "打造", "use": "建设", "note": "用词从实" }, { "word": "改革委", "use": "发展改革委" }, { "word": "抓手", "use": "举措", "severity": "error" }, "赋能"] }',
  good: ['一、建设便民服务平台。', '一、由市发展改革委制定办法。'],
  bad: [
    '一、«打造»便民服务平台。\n! 不用“打造”，应写“建设”：用词从实\n= 一、建设便民服务平台。',
    '一、由市«改革委»制定办法，找准«抓手»。\n! 不用“改革委”，应写“发展改革委”\n! 不用“抓手”，应写“举措”\n= 一、由市发展改革委制定办法，找准举措。',
    '一、以数字技术«赋能»基层。\n! 不用“赋能”',
  ],
  wants: ({ banned }) => banned.length > 0,
  *check(line, { banned }) {
    const { text } = line
    for (const { entry, from, to } of matcherOf(banned)(text)) {
      const { word, use, note, severity } = entry
      if (standsIn(text, from, entry)) continue
      yield {
        line,
        from,
        to,
        message: messageOf(entry),
        // What is in somebody's file stands in args: a message is a template.
        args: [quoted(word), quoted(use), note],
        ...(severity && { severity }),
        ...(use && { fixes: [replace({ line, from, to }, use)] }),
      }
    }
  },
})

type Banned = Config['banned'][number]
type Find = (
  text: string,
) => readonly Match<Banned & { readonly wrong: string; readonly conditions: readonly never[] }>[]

const finders = new WeakMap<Config['banned'], Find>()

/** A configuration keeps its list as long as it holds. */
function matcherOf(banned: Config['banned']): Find {
  const known = finders.get(banned)
  if (known) return known
  const find = matcher(banned.map((entry) => ({ ...entry, wrong: entry.word, right: entry.use, conditions: [] })))
  finders.set(banned, find)
  return find
}

/** What is to be written may have the word in it: 改革委 in 发展改革委. */
function standsIn(text: string, from: number, { word, use }: Banned): boolean {
  for (let at = use.indexOf(word); at >= 0; at = use.indexOf(word, at + 1))
    if (at <= from && text.startsWith(use, from - at)) return true
  return false
}

const messageOf = ({ use, note }: Banned): Message => ({
  zh: (use ? '不用{0}，应写{1}' : '不用{0}') + (note && '：{2}'),
  en: (use ? 'Write {1}, not {0}' : 'Do not write {0}') + (note && ': {2}'),
})
