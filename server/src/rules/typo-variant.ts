import { readContexts, variants } from '../lexicon/spelling/variants.ts'
import { rule } from '../lint/rule.ts'
import { Line } from '../plan/line.ts'

/** Figures, sides, particles and the like take one another's place in what is otherwise the same. */
const exchangeable =
  /[一二三四五六七八九十百千万两零〇东南西北中上下左右前后内外大小新老高低重特省市区县乡镇村厅局委年月日甲乙丙丁男女正副进出增减有无不未的地得等和或及与并且而将把被对向自由从在经以为于因按依须应可能均已各该本其此这是]/

export const typoVariant = rule({
  id: 'typo/variant',
  scope: 'part',
  severity: 'hint',
  stage: 'review',
  title: { zh: '与本文他处不一', en: 'Unlike the rest of the document' },
  message: {
    zh: '“{0}”只此一处，本文另有 {2} 处作“{1}”',
    en: '“{0}” stands here only; elsewhere the document has “{1}” ({2} times)',
  },
  why: {
    zh: '同一个说法全文写了几处，只有一处差一个字，多半是打错了。只供核对，不会成批改动。',
    en: 'What a document says several times and once with another character is most often a slip. Never fixed in bulk.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: ['一、反对特权思想和特权现象。\n二、整治特权思想和特权现象。\n三、破除特权思想和特权现象。'],
  bad: [
    '一、反对特权思想和特权现象。\n二、整治特权思想和特权现象。\n三、破除特权思想和特权现象。\n四、抵制特权思想和特权现«场»。\n! “思想和特权现场”只此一处，本文另有 3 处作“思想和特权现象”\n= 四、抵制特权思想和特权现象。',
  ],
  *check(part, { speller }) {
    if (!speller) return
    const lines = part.lines.filter(({ role }) => role === 'text')
    for (const { line: index, at, usual, times, before, after } of variants(lines.map(contextsOf))) {
      const line = lines[index] as Line
      const own = line.text.charAt(at)
      if (!speller.isStrange(line.text, at)) continue
      if (exchangeable.test(own) || exchangeable.test(usual)) continue
      const [left, right] = [line.text.slice(at - before, at), line.text.slice(at + 1, at + 1 + after)]
      const meant = `“${left}${usual}${right}”`
      yield {
        line,
        from: at,
        to: at + 1,
        args: [left + own + right, left + usual + right, times],
        fixes: [
          {
            title: { zh: `改为${meant}`, en: `Replace with ${meant}` },
            edits: [{ line, from: at, to: at + 1, text: usual }],
            preferred: true,
          },
        ],
      }
    }
  },
})

/** What stands around the characters of a line, read once: an edit leaves the other lines as they are. */
const contextsOf = Line.once((line) => readContexts(line.text))
