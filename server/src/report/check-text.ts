import type { Check } from './check.ts'
import { countsText, profileNames, say, states, told, verdictOf, verdictSigns } from './check-words.ts'
import { columns } from './columns.ts'
import type { Locale } from './diagnostic.ts'
import { visible } from './excerpt.ts'
import type { Paint } from './pretty.ts'

/** A check for a terminal 80 columns wide: the verdict and the checklist; the findings stand above it, as lint prints them. */
export function checkText(check: Check, locale: Locale, paint: Paint): string {
  const { name, title, profile, day, verdict, counts, points, accepted } = check
  const colour = verdict === 'not' ? paint.red : paint.bold
  const said = countsText(counts, locale, [...told, 'hint'])
  const width = Math.max(...points.map((point) => columns(point.title)))
  return [
    paint.bold(visible(title || name)),
    ...points.map(({ title: point, state, counts: own }) => {
      const text = countsText(own, locale, [...told, 'hint']) || states[state].name[locale]
      const line = `  ${states[state].sign} ${point}${' '.repeat(width - columns(point))}  ${text}`
      return state === 'fail' ? paint.red(line) : state === 'off' ? paint.dim(line) : line
    }),
    ...(accepted.length > 0 ? [`  ${say(locale, 'accepted')}: ${accepted.length}`] : []),
    colour(
      `${verdictSigns[verdict]} ${verdictOf(check, locale)}${said && (locale === 'zh' ? `：${said}` : `: ${said}`)}`,
    ),
    paint.dim(`  ${visible(name)} · ${say(locale, 'checked', profileNames[profile][locale])} · ${day}`),
    '',
  ].join('\n')
}
