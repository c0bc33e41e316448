import { RequestType, type TextDocumentIdentifier } from 'vscode-languageserver'
import type { Profile } from '../lint/config.ts'
import { type Check, check, type Verdict } from '../report/check.ts'
import { checkMain, checkPage } from '../report/check-html.ts'
import { checkMarkdown } from '../report/check-markdown.ts'
import type { Diagnostic } from '../report/diagnostic.ts'
import { rules } from '../rules/index.ts'
import { atStage, linterOf } from '../rules/linter.ts'
import { feature, type View } from './feature.ts'

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
      main: checkMain(found, { locale, live: true, pages }),
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

function checkOf({ uri, plan, config, locale }: View, profile: Profile): Check {
  const own = atStage(config, profile)
  return check({ name: nameOf(uri), plan, config: own, rules, findings: linterOf(own)(plan), accepted: [] }, locale)
}

/** The last part of an address, as it is read. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
