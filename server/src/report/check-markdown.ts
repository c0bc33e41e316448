import { apart, type Check, type Checked } from './check.ts'
import { countsText, factRows, profileNames, say, states, told, verdictOf, verdictSigns } from './check-words.ts'
import type { Locale } from './diagnostic.ts'
import { visible } from './excerpt.ts'
import { severityNames } from './severity-names.ts'

/** Checks as Markdown, for a merge request or a note to colleagues. */
export const checkMarkdown = (checks: readonly Check[], locale: Locale): string =>
  checks.map((check) => document(check, locale)).join('\n---\n\n')

function document(check: Check, locale: Locale): string {
  const { name, title, verdict, profile, day, counts, points, findings, accepted } = check
  const open = findings.filter(({ found }) => found.severity !== 'hint')
  const { shown, more } = apart(open)
  const said = countsText(counts, locale)
  const sections = [
    `# ${plain(title || name)}`,
    `**${verdictSigns[verdict]} ${verdictOf(check, locale)}**${said && ` (${said})`}`,
    `${plain(name)} · ${say(locale, 'checked', profileNames[profile][locale])} · ${day}`,
    `## ${say(locale, 'checklist')}`,
    points
      .map(({ title: point, state, counts: own }) => {
        const text = countsText(own, locale, [...told, 'hint']) || states[state].name[locale]
        return `- ${states[state].sign} ${point}: ${text}`
      })
      .join('\n'),
    `## ${say(locale, 'findings')}`,
    open.length === 0
      ? say(locale, 'none')
      : [
          ...shown.map((each) => item(each, locale)),
          ...more.map(({ title: name, findings: own }) => `- ${say(locale, 'moreOf', name, own.length)}`),
        ].join('\n'),
    ...(accepted.length === 0
      ? []
      : [
          `## ${say(locale, 'accepted')}`,
          accepted
            .map(
              (each) =>
                `${item(each, locale)}${[each.date, each.note]
                  .filter(Boolean)
                  .map((note) => ` · ${plain(note)}`)
                  .join('')}`,
            )
            .join('\n'),
        ]),
    `## ${say(locale, 'facts')}`,
    factRows(check, locale)
      .map(([term, value]) => `- ${plain(term)}: ${plain(value)}`)
      .join('\n'),
  ]
  return `${sections.join('\n\n')}\n`
}

function item({ found, place, excerpt: { before, words, after } }: Checked, locale: Locale): string {
  const where = [say(locale, 'line', found.range.start.line + 1), plain(place)].filter(Boolean).join(' ')
  const quote = `${plain(before.slice(-side))}${words.trim() && `**${plain(words)}**`}${plain(after.slice(0, side))}`
  return `- **${severityNames[found.severity][locale]}** ${where}: ${plain(found.message)} (\`${found.rule}\`)\n  > ${quote}`
}

/** How much of a sentence is shown on each side of the words. */
const side = 40

/** A text that Markdown shows as it stands. */
const plain = (text: string): string => visible(text).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
