import type { Diagnostic, Locale } from './diagnostic.ts'
import { severityNames } from './severity-names.ts'

/** Words of a line and what is said of them, as a comment in a document has it. UTF-16 columns from 0. */
export type WordComment = { readonly line: number; readonly from: number; readonly to: number; readonly text: string }

/** What was found as comments, the faint hints left out: how sure it is, what to do, and by which rule. */
export const wordComments = (found: readonly Diagnostic[], locale: Locale): readonly WordComment[] =>
  found
    .filter(({ severity }) => severity !== 'hint')
    .map(({ range: { start, end }, severity, message, rule }) => ({
      line: start.line,
      from: start.character,
      to: end.line > start.line ? Number.MAX_SAFE_INTEGER : end.character,
      text: `${severityNames[severity][locale]}${locale === 'zh' ? '：' : ': '}${message}\n${rule}`,
    }))

/** Who writes the comments, and when. */
export const author = (locale: Locale) => ({
  ...(locale === 'zh' ? { name: '要点校核', initials: '要点' } : { name: 'Yaodian', initials: 'YD' }),
  date: new Date(),
})
