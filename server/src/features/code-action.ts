import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver'
import { bulkFix, compatible } from '../lint/fix.ts'
import type { Finding } from '../lint/lint.ts'
import type { Message } from '../lint/message.ts'
import type { Edit, Fix } from '../lint/rule.ts'
import { textEdit } from '../report/diagnostic.ts'
import { acceptFixes } from './accept-actions.ts'
import { feature, type View } from './feature.ts'
import { wordFixes } from './list-actions.ts'
import { ownerFixes, roleChanges, roleKind } from './owner-actions.ts'
import { convertKind, refactorings, renumberKind, structureKind } from './refactorings.ts'
import { wireDiagnostic } from './wire.ts'

const fixAllKind = `${CodeActionKind.SourceFixAll}.yaodian`

/** Quick fixes at a place, all of their kind at once, refactorings, and every certain fix as source.fixAll. */
export const codeAction = feature<CodeActionParams, CodeAction[]>(
  {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, renumberKind, convertKind, structureKind, roleKind, fixAllKind],
    },
  },
  CodeActionRequest.type,
  (view, { range, context: { only, triggerKind } }) => {
    const wants = (kind: string) => !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`))
    const quick = wants(CodeActionKind.QuickFix) ? quickFixes(view, range) : []
    // A source action is an answer only to who asks for one: it is no remedy for the place of the cursor.
    const source = only && wants(fixAllKind) ? fixAll(view) : []
    // Asked at each move of the cursor, refactorings would cost a numbering of the whole and light a bulb everywhere.
    const asked = triggerKind !== CodeActionTriggerKind.Automatic
    const roles = wants(roleKind) ? roleChanges(view, range) : []
    return [...quick, ...roles, ...(asked ? refactorings(view, range, wants) : []), ...source]
  },
)

function quickFixes(view: View, range: Range): CodeAction[] {
  const here = view.findings.filter((finding) => touches(view, finding, range))
  const rules = new Set(here.map(({ rule }) => rule))
  return [
    ...here.flatMap((finding) => (finding.fixes ?? []).map((fix) => quickFix(view, finding, fix))),
    ...ownerFixes(view, here),
    ...wordFixes(view, here),
    ...[...rules].flatMap((rule) => allOfKind(view, rule)),
    ...acceptFixes(view, here),
  ]
}

function touches({ plan }: View, { line, from, to }: Finding, { start, end }: Range): boolean {
  const row = plan.row.get(line) as number
  const before = end.line < row || (end.line === row && end.character < from)
  const after = start.line > row || (start.line === row && start.character > to)
  return !before && !after
}

const quickFix = (view: View, finding: Finding, fix: Fix): CodeAction => ({
  title: fix.title[view.locale],
  kind: CodeActionKind.QuickFix,
  diagnostics: [wireDiagnostic(view, finding)],
  edit: workspaceEdit(view, fix.edits),
  ...(fix.preferred && { isPreferred: true }),
})

function allOfKind(view: View, rule: Finding['rule']): CodeAction[] {
  const ofRule = view.findings.filter((finding) => finding.rule === rule)
  const fixes = compatible(ofRule.flatMap(({ fixes: own }) => own?.find((fix) => fix.preferred) ?? []))
  if (fixes.length < 2) return []
  const title: Message = {
    zh: `改正全部 ${fixes.length} 处“${rule.title.zh}”`,
    en: `Fix all ${fixes.length} of “${rule.title.en}”`,
  }
  return [
    {
      title: title[view.locale],
      kind: CodeActionKind.QuickFix,
      edit: workspaceEdit(
        view,
        fixes.flatMap(({ edits }) => edits),
      ),
    },
  ]
}

function fixAll(view: View): CodeAction[] {
  const fixes = compatible(view.findings.flatMap((finding) => bulkFix(finding) ?? []))
  if (fixes.length === 0) return []
  const title: Message = {
    zh: `改正全部 ${fixes.length} 处有把握的错误`,
    en: `Fix all ${fixes.length} certain mistakes`,
  }
  return [
    {
      title: title[view.locale],
      kind: fixAllKind,
      edit: workspaceEdit(
        view,
        fixes.flatMap(({ edits }) => edits),
      ),
    },
  ]
}

const workspaceEdit = ({ plan, uri, version }: View, edits: readonly Edit[]) => ({
  documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => textEdit(plan, edit)) }],
})
