import { type Found, replace, rule } from '../lint/rule.ts'
import { kind } from '../plan/characters.ts'
import { any, sign } from '../plan/signs.ts'

const amount = '[^，。；、：（）“”《》]{0,8}?[0-9一二两三四五六七八九十百千万亿][^，。；、：（）“”《》]{0,5}?'
type Clash = { readonly pattern: RegExp; readonly second: string }

/** Words before an amount, and words behind it that say the same again or the contrary. */
const clashes: readonly Clash[] = [
  { pattern: new RegExp(`(?:超过|超出|不少于|不低于|至少|最少)${amount}以上`, 'g'), second: '以上' },
  { pattern: new RegExp(`(?:不超过|不多于|不高于|最多|至多)${amount}以[内下]`, 'g'), second: '以内' },
  { pattern: new RegExp(`(?:大约|约(?!束|定|谈|占)|将近)${amount}(?:左右|上下)`, 'g'), second: '左右' },
  {
    pattern: /(?:大约|约(?!束|定|谈)|将近|近)[0-9一二两三四五六七八九十百千万亿]{1,8}余[个名人家次项万亿]/g,
    second: '余',
  },
]
const bound = any(kind.about, sign('超至最不', '过出少多低高'))
const again = any(sign('以', '上下内'), sign('左上', '右下'), sign('余'))

export const numberBounds = rule({
  id: 'number/bounds',
  scope: 'line',
  severity: 'warning',
  stage: 'review',
  title: { zh: '数量界限重复', en: 'Bound said twice' },
  message: { zh: '“{0}”前后重复，去掉其中一个', en: '“{0}” says its bound twice; one of them goes' },
  why: {
    zh: '“超过…以上”“不超过…以内”“约…左右”前后意思重复，界限也说不清楚。',
    en: 'To say a bound before and behind a number is once too often, and leaves open what it is.',
  },
  source: 'GB/T 15835-2011 5.3 和语法通则',
  rank: 'practice',
  good: [
    '一、覆盖率达到90%以上，人数不超过50人，约300人，近百家。',
    '一、至少每半年开展一次省级以上培训，约谈3家左右，超过标准2级以上的予以处分。',
  ],
  bad: [
    '一、人数«超过50人以上»。\n! “超过50人以上”前后重复，去掉其中一个\n= 一、人数超过50人。',
    '一、面积«约300亩左右»。\n! “约300亩左右”前后重复，去掉其中一个\n= 一、面积约300亩。',
  ],
  shows: [again, bound],
  *check(line): Generator<Found> {
    const { text } = line
    for (const { pattern, second } of clashes) {
      for (const { index: from, 0: words } of text.matchAll(pattern)) {
        const to = from + words.length
        if (isOfRank(words) || isOfRank(text.slice(Math.max(0, to - 5), to + 3))) continue
        const at = second === '余' ? words.lastIndexOf('余') : words.length - 2
        const end = second === '余' ? at + 1 : words.length
        const cut = { line, from: from + at, to: from + end }
        yield { line, from, to, args: [words], fixes: [replace(cut, '')] }
      }
    }
  },
})

/** 处级以上, 县级以上, 本科以上: what stands before 以上 is a rank, and the number is of something else. */
const isOfRank = (words: string): boolean =>
  /[级县省市乡镇科处厅局部院校岁期]以上|的[^的]*以上|具[备有]|学历|职称|标准|每|分之[一二三四五六七八九]以[上下]|或|及以/.test(
    words,
  )
