import { type Edit, onlyOf, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import { range, sign } from '../plan/signs.ts'
import { everywhere } from './everywhere.ts'

const wideOnes = sign(range(0xff10, 0xff19) + range(0xff21, 0xff3a) + range(0xff41, 0xff5a))
const wide = /[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．]*[０-９Ａ-Ｚａ-ｚ])?[％]?/g
const narrow = (words: string): string =>
  words.replace(/[！-～]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))

export const characterWidth = rule({
  id: 'character/width',
  scope: 'part',
  severity: 'error',
  title: { zh: '全角数字和字母', en: 'Full-width digits and letters' },
  message: { zh: '全角的“{0}”应为半角“{1}”', en: 'Full-width “{0}” should be “{1}”' },
  why: {
    zh: '阿拉伯数字和拉丁字母用半角；全角的多是输入法没有切换或转换带来的，查找、统计时会漏掉。',
    en: 'Digits and Latin letters are half-width; full-width ones escape searches and counts.',
  },
  source: 'GB/T 15835-2011 5.1；GB/T 15834-2011 5.1',
  rank: 'standard',
  good: ['一、2024年完成3项任务，GDP增长5%。', '１．甲事\n２．乙事'],
  bad: [
    '一、«２０２４»年增长«５．２％»，推进«Ｗｉ»-Fi建设。\n! 全角的“２０２４”应为半角“2024”\n! 全角的“５．２％”应为半角“5.2%”\n! 全角的“Ｗｉ”应为半角“Wi”\n= 一、2024年增长5.2%，推进Wi-Fi建设。',
    '一、«２０２３»年、２０２４年、２０２５年、２０２６年的任务\n! 全角的数字、字母共 4 处，如“２０２３”，应为半角“2023”\n= 一、2023年、2024年、2025年、2026年的任务',
  ],
  shows: [wideOnes],
  sees: onlyOf((line) => has(line, wideOnes)),
  *check(part) {
    const places: Edit[] = []
    for (const line of part.lines) {
      if (!has(line, wideOnes)) continue
      for (const { index: from, 0: words } of line.text.matchAll(wide)) {
        // How ordinals are written is another rule's matter.
        if (from < (line.ordinal?.to ?? 0)) continue
        // 二Ｏ二四年 has it for 〇, which is no letter.
        if (words === 'Ｏ' && /[〇零一二三四五六七八九]/.test(line.text.charAt(from - 1))) continue
        places.push({ line, from, to: from + words.length, text: narrow(words) })
      }
    }
    yield* everywhere(places, many, ({ line, from, to, text }) => [line.text.slice(from, to), text])
  },
})

const many = {
  zh: '全角的数字、字母共 {0} 处，如“{1}”，应为半角“{2}”',
  en: '{0} full-width numbers and words, the first “{1}”: half-width is “{2}”',
}
