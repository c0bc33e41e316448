import { type CodeAction, RequestType, type TextDocumentIdentifier } from 'vscode-languageserver'
import { settleAccepted } from '../lint/accept.ts'
import type { Profile } from '../lint/profile.ts'
import { type Check, check, type Verdict } from '../report/check.ts'
import { checkMain, checkPage } from '../report/check-html.ts'
import { checkMarkdown } from '../report/check-markdown.ts'
import { type Diagnostic, diagnostic } from '../report/diagnostic.ts'
import { type WordComment, wordComments } from '../report/word-comments.ts'
import { rules } from '../rules/index.ts'
import { atStage, linterOf } from '../rules/linter.ts'
import { accept } from './accept-actions.ts'
import { feature, type View } from './feature.ts'
import { isWordText, wordOf } from './word-text.ts'

type Params = { readonly textDocument: TextDocumentIdentifier; readonly profile: Profile }

/** The inside of the page, and what its buttons need: where each finding is and how it is mended. */
export type CheckAnswer = {
  readonly version: number
  readonly title: string
  readonly verdict: Verdict
  readonly main: string
  readonly findings: readonly Pick<Diagnostic, 'rule' | 'range' | 'fixes'>[]
}

/** The check before a document goes out, as a page beside it. */
export const checkDocument = feature<Params, CheckAnswer>(
  {},
  new RequestType<Params, CheckAnswer, void>('yaodian/check'),
  (view, { profile }) => {
    const found = checkOf(view, profile)
    const { locale, pages, version } = view
    return {
      version,
      title: found.title,
      verdict: found.verdict,
      main: checkMain(found, { locale, live: true, word: isWordText(view.uri), pages }),
      findings: found.findings.map(({ found: { rule, range, fixes } }) => ({ rule, range, fixes })),
    }
  },
)

type ReportParams = Params & { readonly format: 'html' | 'md' }

/** The same as a file that can be printed or passed on. */
export const checkReport = feature<ReportParams, { readonly content: string }>(
  {},
  new RequestType<ReportParams, { readonly content: string }, void>('yaodian/checkReport'),
  (view, { profile, format }) => {
    const found = checkOf(view, profile)
    const { locale } = view
    return { content: format === 'md' ? checkMarkdown([found], locale) : checkPage([found], { locale }) }
  },
)

type AcceptParams = Params & { readonly version: number; readonly finding: number }

/** What accepts a finding that the page shows; null where the document has changed since. */
export const acceptFinding = feature<AcceptParams, CodeAction | null>(
  {},
  new RequestType<AcceptParams, CodeAction | null, void>('yaodian/acceptFinding'),
  (view, { profile, version, finding }) => {
    const found = version === view.version ? settledOf(view, profile).open[finding] : undefined
    return (found && accept(view, found)) ?? null
  },
)

/** What was found in a Word document's text, as comments for a copy of it. */
export function commentsOf(view: View, profile: Profile): readonly WordComment[] {
  const { plan, locale } = view
  return wordComments(
    settledOf(view, profile).open.map((finding) => diagnostic(plan, finding, locale)),
    locale,
  )
}

const settledOf = ({ plan, config, accepted }: View, profile: Profile) =>
  settleAccepted(linterOf(atStage(config, profile))(plan), accepted)

function checkOf(view: View, profile: Profile): Check {
  const { uri, plan, config, locale } = view
  const name = nameOf(uri)
  return check({ name, plan, config: atStage(config, profile), rules, ...settledOf(view, profile) }, locale)
}

/** The last part of an address, as it is read. */
function nameOf(address: string): string {
  const uri = wordOf(address) ?? address
  const name = uri.slice(uri.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
