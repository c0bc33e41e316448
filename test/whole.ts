import { LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { operations } from '../server/src/edit/index.ts'
import type { Surroundings, View } from '../server/src/features/feature.ts'
import { features, workspaceFeatures } from '../server/src/features/index.ts'
import { wireDiagnostics } from '../server/src/features/wire.ts'
import type { Config } from '../server/src/lint/config.ts'
import { applyEdits, firstFix, together } from '../server/src/lint/fix.ts'
import type { Linter } from '../server/src/lint/lint.ts'
import { repair } from '../server/src/lint/repair.ts'
import { analyze, type Plan } from '../server/src/plan/plan.ts'
import { readsLikePlan } from '../server/src/plan/reads-like-plan.ts'
import { check } from '../server/src/report/check.ts'
import { checkPage } from '../server/src/report/check-html.ts'
import { checkMarkdown } from '../server/src/report/check-markdown.ts'
import { diagnostic } from '../server/src/report/diagnostic.ts'
import { guess } from '../server/src/report/guess.ts'
import { lintFormats } from '../server/src/report/lint-formats.ts'
import { outline } from '../server/src/report/outline.ts'
import { duties, sheets, usualColumns } from '../server/src/report/owner-list.ts'
import { ownersCsv, ownersMarkdown, ownersTable } from '../server/src/report/owner-text.ts'
import { wordComments } from '../server/src/report/word-comments.ts'
import { rules } from '../server/src/rules/index.ts'

/** Something that is asked of a document: its name, and the work. What it answers is what would be sent or written. */
export type Question = readonly [name: string, ask: () => unknown]

const uri = 'file:///plans/a.plan'
const noFile = { uri: 'file:///plans/yaodian.json', text: () => '{}' }

/** A document as features see it. */
const viewOf = (plan: Plan, lint: Linter, config: Config): View => ({
  uri,
  version: 1,
  plan,
  config,
  findings: lint(plan),
  accepted: [],
  path: 'a.plan',
  isStageOwn: false,
  lists: { units: noFile, words: noFile, userWords: noFile, config: noFile, accepted: noFile },
  workspace: () => [{ uri, plan, version: 1 }],
  locale: 'zh',
  pages: undefined,
  snippets: true,
  saves: true,
  creates: true,
  owners: true,
})

/** A place in a document as UTF-16 line and column from 0; it need not be there. */
export type Place = { readonly line: number; readonly character: number }

/** Every parameter that any request takes: each request looks at its own. */
const paramsAt = (uri: string, place: Place, more: object) => ({
  textDocument: { uri },
  uri,
  position: place,
  positions: [place],
  range: { start: place, end: { line: place.line + 1, character: 3 } },
  context: { diagnostics: [], includeDeclaration: true },
  options: { tabSize: 2, insertSpaces: true },
  ch: '\n',
  newName: '五',
  query: '一工',
  scope: 'document',
  by: 'unit',
  key: '市财政局',
  format: 'html',
  profile: 'issue',
  version: 1,
  finding: 0,
  level: { row: place.line, form: '（一）' },
  ...more,
})

/** Parameters that make the same request another one. */
const variants: Readonly<Record<string, readonly object[]>> = {
  'textDocument/codeAction': [{}, { context: { diagnostics: [], only: ['source.fixAll', 'refactor'] } }],
  'textDocument/rename': [{}, { newName: '市审计局' }],
  'yaodian/structure': Object.keys(operations).map((operation) => ({ operation })),
  'yaodian/renumber': [{}, { scope: 'section' }, { scope: 'selection' }],
  'yaodian/checkReport': [{}, { format: 'md' }],
  'yaodian/ownerGroups': [{}, { by: 'deadline' }, { by: 'unowned' }],
  'yaodian/ownedItems': [{}, { by: 'deadline', key: '' }, { by: 'unowned', key: uri }],
  'yaodian/ownerList': [{ format: 'tabs' }, { format: 'csv', by: 'deadline' }],
}

/** The parameters of each request that a method can be at a place of a document. */
export const paramsOf = (method: string, uri: string, place: Place): readonly ReturnType<typeof paramsAt>[] =>
  (variants[method] ?? [{}]).map((more) => paramsAt(uri, place, more))

/** A request that cannot be granted says so to the person; every other error is a mistake of ours. */
async function granted(answer: () => unknown): Promise<unknown> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed) return error.message
    throw error
  }
}

/** Every feature at a place of a document. */
export function* requests(plan: Plan, lint: Linter, config: Config, place: Place): Generator<Question> {
  const view = viewOf(plan, lint, config)
  const around: Surroundings = {
    workspace: () => view.workspace(),
    view: () => view,
    config: () => config,
    locale: 'zh',
  }
  for (const { type, answer } of features)
    for (const params of paramsOf(type.method, uri, place))
      yield [type.method, () => granted(() => answer(view, params))]
  for (const { type, answer } of workspaceFeatures)
    for (const params of paramsOf(type.method, uri, place))
      yield [type.method, () => granted(() => answer(around, params))]
}

const plain = (text: string) => text
const paint = { red: plain, yellow: plain, blue: plain, dim: plain, bold: plain, underline: plain }

/** Everything that the command line and the editor write of a document without a place in it. */
export function* reports(plan: Plan, lint: Linter, config: Config): Generator<Question> {
  const { text } = plan
  yield ['lint', () => lint(plan)]
  const findings = lint(plan)
  const diagnostics = findings.map((finding) => diagnostic(plan, finding, 'zh'))
  yield ['wire', () => wireDiagnostics()(viewOf(plan, lint, config))]
  yield ['every first fix', () => applyEdits(plan, together(findings.flatMap((each) => firstFix(each) ?? [])))]
  yield ['repair', () => repair(text, lint).text]
  yield ['outline', () => outline(plan)]
  yield ['readsLikePlan', () => readsLikePlan(plan)]
  yield ['guess', () => guess([{ uri, plan }])]
  const checked = check({ name: 'a.plan', plan, config, rules, open: findings, accepted: [] }, 'zh')
  yield ['check page', () => checkPage([checked], { locale: 'zh' })]
  yield ['check markdown', () => checkMarkdown([checked], 'zh')]
  yield ['comments', () => wordComments(diagnostics, 'zh')]
  const files = [{ path: 'a.plan', diagnostics, lines: plan.lines.map((line) => line.text) }]
  for (const [name, { file, whole }] of Object.entries(lintFormats) as [
    string,
    import('../server/src/report/lint-formats.ts').LintFormat,
  ][]) {
    const context = { locale: 'zh', paint, program: { version: '1', rules } } as unknown as Parameters<
      NonNullable<typeof file>
    >[1]
    yield [
      `lint --format ${name}`,
      () => files.map((each) => file?.(each, context) ?? '').join('') + (whole?.(files, context) ?? ''),
    ]
  }
  const all = duties(plan, config)
  for (const by of ['item', 'unit', 'deadline'] as const) {
    yield [`owners --by ${by}`, () => ownersCsv(sheets(all, by, 'zh'), usualColumns, 'zh')]
    yield [`owners --by ${by} as a table`, () => ownersTable(sheets(all, by, 'zh'), usualColumns, 'zh')]
    yield [`owners --by ${by} as Markdown`, () => ownersMarkdown(sheets(all, by, 'zh'), usualColumns, 'zh')]
  }
}

/** All of it: reading, every report and every feature at some places. */
export async function askAll(text: string, lint: Linter, config: Config, places: readonly Place[]): Promise<void> {
  const plan = analyze(text)
  for (const [, ask] of reports(plan, lint, config)) await ask()
  for (const place of places) for (const [, ask] of requests(plan, lint, config, place)) await ask()
}
