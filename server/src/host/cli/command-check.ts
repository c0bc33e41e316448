import type { Profile } from '../../lint/profile.ts'
import { analyze } from '../../plan/plan.ts'
import { apart, type Check, check } from '../../report/check.ts'
import { checkPage } from '../../report/check-html.ts'
import { checkMarkdown } from '../../report/check-markdown.ts'
import { checkText } from '../../report/check-text.ts'
import { say } from '../../report/check-words.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { prettyDiagnostic } from '../../report/pretty.ts'
import { rules } from '../../rules/index.ts'
import { replaceFile } from '../atomic.ts'
import { paintFor, type When } from './colour.ts'
import { attempt, complain, exitWith, type Reading, readFiles } from './files.ts'

type Options = Reading & {
  readonly profile: Profile
  readonly color?: When
  readonly report?: string
  readonly format: 'pretty' | 'json'
}

/** What a report is written as, by the ending of its file. */
const writers: Readonly<Record<string, (checks: readonly Check[], lang: Locale) => string>> = {
  html: (checks, locale) => checkPage(checks, { locale }),
  htm: (checks, locale) => checkPage(checks, { locale }),
  md: checkMarkdown,
}

/** Says of each file whether it is ready, and writes the whole check to a file that can be printed or passed on. */
export async function checkFiles(paths: readonly string[], options: Options): Promise<void> {
  const { report, format, lang } = options
  const paint = paintFor(options.color)
  const write = report === undefined ? undefined : writers[report.slice(report.lastIndexOf('.') + 1).toLowerCase()]
  if (report !== undefined && !write) {
    complain(
      lang === 'zh'
        ? `${report}：报告的扩展名应是 .html 或 .md`
        : `${report}: the report’s name should end in .html or .md`,
    )
    return
  }
  const checks: Check[] = []
  for await (const { path, text, config, lint } of readFiles(paths, { ...options, spelling: true })) {
    const plan = analyze(text)
    const found = check({ name: path, plan, config, rules, ...lint(plan) }, lang)
    checks.push(found)
    if (format === 'json') continue
    const { shown, more } = apart(found.findings.filter((each) => each.found.severity !== 'hint'))
    for (const { found: each } of shown) {
      const line = plan.lines[each.range.start.line]?.text ?? ''
      process.stdout.write(`${prettyDiagnostic(path, line, each, lang, paint)}\n`)
    }
    for (const { title, findings } of more)
      process.stdout.write(`${paint.dim(say(lang, 'moreOf', title, findings.length))}\n`)
    process.stdout.write(`${found.findings.length > 0 ? '\n' : ''}${checkText(found, lang, paint)}`)
  }
  if (format === 'json') process.stdout.write(`${JSON.stringify({ version: 1, files: checks })}\n`)
  if (report !== undefined && write && checks.length > 0) {
    if (!attempt(report, lang, () => replaceFile(report, write(checks, lang)))) return
    process.stderr.write(lang === 'zh' ? `报告已写到 ${report}\n` : `Report written to ${report}\n`)
  }
  exitWith(checks.some(({ verdict }) => verdict === 'not') ? 1 : 0)
}
