import { type Found, rule } from '../lint/rule.ts'
import type { Part } from '../plan/item.ts'
import { type Family, inForm, standardForm } from '../plan/ordinal.ts'
import { type Head, type Run, scopes } from '../plan/runs.ts'
import { skeleton } from '../plan/skeleton.ts'

export const ordinalStyle = rule({
  id: 'ordinal/style',
  scope: 'part',
  severity: 'warning',
  title: { zh: '序号写法不一致', en: 'Ordinal in another style' },
  message: {
    zh: '序号“{1}”与同级写法不一致：应为“{0}”',
    en: 'Ordinal “{1}” differs from its siblings: “{0}” is expected',
  },
  why: {
    zh: '同级序号用同一种标点和括号：“一、”用顿号，“1.”用圆点，“（一）”“（1）”后面不加标点，括号用全角。',
    en: 'Siblings share one style: 一、 takes 、, 1. takes a dot, （一） and （1） take nothing and are full-width.',
  },
  source: 'GB/T 15834-2011 B.3',
  rank: 'standard',
  good: ['1.甲事\n2 .乙事\n3.丙事', '（一）甲事\n（二）乙事'],
  bad: [
    '1.甲事\n2.乙事\n«3、»丙事\n! 序号“3、”与同级写法不一致：应为“3.”\n= 3.丙事\n4.丁事',
    '（一）甲事\n（二）乙事\n«(三)»丙事\n! 序号“(三)”与同级写法不一致：应为“（三）”\n= （三）丙事',
    '（一）甲事\n«（二）、»乙事\n! 序号“（二）、”后面不加标点\n= （二）乙事\n（三）丙事',
    '«1、»甲事\n! 序号写作“1、”的共 2 处，规范写法是“1.”\n= 1.甲事\n2、乙事\n= 2.乙事',
  ],
  sees: skeleton,
  *check(part) {
    for (const [family, runs] of byFamily(part)) {
      const all = runs.flatMap(({ heads }) => heads)
      const [first] = all
      if (first && strayMark(first) === undefined && all.every((line) => line.ordinal.form === first.ordinal.form)) {
        if (formOf(first) !== standardForm[family]) yield* unusual(family, all)
        continue
      }
      const usual = majority(all)
      const odd = new Set<Head>()
      for (const { heads } of runs) {
        const own = heads.length > 2 ? (majority(heads) ?? usual) : usual
        for (const line of heads) {
          const stray = strayMark(line)
          if (stray === undefined && (own === undefined || formOf(line) === own)) continue
          odd.add(line)
          yield oddOne(line, stray ?? (own as string), stray !== undefined)
        }
      }
      yield* unusual(
        family,
        all.filter((line) => !odd.has(line)),
      )
    }
  },
})

/** Every run of a family in a part, boxes included: how a number is written does not depend on where it is counted. */
function byFamily(part: Part): ReadonlyMap<Family, readonly Run[]> {
  const all = new Map<Family, Run[]>()
  for (const scope of scopes(part)) {
    for (const [family, runs] of scope) {
      const own = all.get(family) ?? []
      all.set(family, own)
      for (const run of runs) own.push(run)
    }
  }
  return all
}

/** A blank in it (1 .) is left from a conversion, and not a way of writing. */
const formOf = ({ ordinal: { form } }: Head): string => (blank.test(form) ? form.replace(/[ 　]/g, '') : form)
const blank = /[ 　]/

/** The form that more than half of the lines have. */
function majority(lines: readonly Head[]): string | undefined {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(formOf(line), (counts.get(formOf(line)) ?? 0) + 1)
  return [...counts].find(([, count]) => count * 2 > lines.length)?.[0]
}

/** The form without the mark that never stands behind a bracketed ordinal (B.3.4), where there is such a mark. */
const strayMark = ({ ordinal: { form } }: Head): string | undefined =>
  form.length > 3 ? /^(.*[）)〕])[、．.，,：:]$/.exec(form)?.[1] : undefined

function oddOne(line: Head, form: string, stray: boolean): Found {
  const { from, to, text } = line.ordinal
  const right = inForm(line.ordinal, form)
  return {
    line,
    from,
    to,
    args: [right, text],
    ...(stray && {
      severity: 'error',
      message: { zh: `序号“${text}”后面不加标点`, en: `No mark stands behind “${text}”` },
    }),
    // 1. and 1． differ in nothing but the width of a dot.
    ...(form.replace('．', '.') === formOf(line).replace('．', '.') && { severity: 'information' }),
    fixes: [
      {
        title: { zh: `改为“${right}”`, en: `Replace with “${right}”` },
        preferred: true,
        edits: [{ line, from, to, text: right }],
      },
    ],
  }
}

/** A whole document in a form other than the standard's is consistent: one remark, one fix for all. */
function* unusual(family: Family, lines: readonly Head[]): Generator<Found> {
  const standard = standardForm[family]
  const [first] = lines
  if (!first || (formOf(first) === standard && lines.length === 1)) return
  const form = majority(lines)
  if (!first || !form || !standard || form === standard || lines.length < 2) return
  const { from, to, text } = first.ordinal
  const right = inForm(first.ordinal, standard)
  const same = lines.filter((line) => formOf(line) === form)
  yield {
    line: first,
    from,
    to,
    severity: 'information',
    message: {
      zh: `序号写作“${text}”的共 ${same.length} 处，规范写法是“${right}”`,
      en: `${same.length} ordinals are written like “${text}”; the standard form is “${right}”`,
    },
    fixes: [
      {
        title: { zh: `${same.length} 处都改为“${right}”的写法`, en: `Write all ${same.length} like “${right}”` },
        edits: same.map((line) => ({
          line,
          from: line.ordinal.from,
          to: line.ordinal.to,
          text: inForm(line.ordinal, standard),
        })),
      },
    ],
  }
}
