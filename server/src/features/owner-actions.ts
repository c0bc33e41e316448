import { type CodeAction, CodeActionKind, type Range, type TextEdit } from 'vscode-languageserver'
import { tagPlace, usualForm } from '../edit/tag-form.ts'
import type { Finding } from '../lint/lint.ts'
import { elidedBehind } from '../plan/elided.ts'
import type { Item, Part } from '../plan/item.ts'
import { pathTo } from '../plan/locate.ts'
import type { Named } from '../plan/named.ts'
import type { Tag } from '../plan/tag.ts'
import type { Unit } from '../plan/unit.ts'
import { rangeOf } from '../report/diagnostic.ts'
import type { View } from './feature.ts'
import { addToList } from './list-actions.ts'
import { unitAt } from './units.ts'
import { wireDiagnostic } from './wire.ts'

/** What can be done about findings of owners beyond the fixes that their rules know: those touch more than the words. */
export const ownerFixes = (view: View, findings: readonly Finding[]): CodeAction[] =>
  findings.flatMap((finding) => {
    const make = makers[finding.rule.id]
    const action = make?.(view, finding)
    return action ? [{ ...action, kind: CodeActionKind.QuickFix, diagnostics: [wireDiagnostic(view, finding)] }] : []
  })

type Made = Pick<CodeAction, 'title' | 'edit' | 'command' | 'isPreferred'>

const makers: Readonly<Record<string, (view: View, finding: Finding) => Made | undefined>> = {
  'owner/missing': addTag,
  'owner/unknown': (view, { args }) => addToList(view, 'units', String(args?.[0] ?? '')),
}

/** A tag in the document's own form, with a place to fill for each hole where the client can offer that. */
function addTag(view: View, { line, message }: Finding): Made | undefined {
  const { plan, uri, version, locale } = view
  const row = plan.row.get(line) ?? 0
  const path = pathTo(plan, row)
  const item = path.findLast(({ head }) => head === line) as Item | undefined
  const part = path.findLast(({ kind }) => kind === 'document' || kind === 'annex') as Part | undefined
  // Said of the last sentences of a paragraph, whose head may be another line.
  const place = message ? { line, at: line.text.trimEnd().length } : item && tagPlace(item)
  if (!place || !part) return undefined
  const form = usualForm(part)
  const { start } = rangeOf(plan, { line: place.line, from: place.at, to: place.at })
  const title = locale === 'zh' ? `加上${form.join('')}` : `Add ${form.join('')}`
  if (view.snippets) {
    const snippet = form.map((words, i) => (i === 0 ? '' : `$${i}`) + words.replace(/[\\$}]/g, '\\$&')).join('')
    return { title, command: { title, command: 'yaodian.insertSnippet', arguments: [uri, start, snippet] } }
  }
  const edits: TextEdit[] = [{ range: { start, end: start }, newText: form.join('') }]
  return { title, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } }
}

export const roleKind = `${CodeActionKind.RefactorMove}.role`

/** At a unit of a tag that has both roles: from one to the other. */
export function roleChanges(view: View, { start }: Range): CodeAction[] {
  const named = unitAt(view.plan, start)
  const tag = named?.line.tags.find(({ from, to }) => from <= named.unit.from && named.unit.to <= to)
  if (!named || !tag) return []
  const edits = moved(view, named, tag)
  if (!edits) return []
  const { uri, version, locale } = view
  const toLead = named.role === 'support'
  const { name } = named.unit
  const title =
    locale === 'zh' ? `把“${name}”移到${toLead ? '牵头' : '配合'}单位` : `Let “${name}” ${toLead ? 'lead' : 'support'}`
  return [{ title, kind: roleKind, edit: { documentChanges: [{ textDocument: { uri, version }, edits }] } }]
}

function moved({ plan }: View, { line, unit, role }: Named, tag: Tag): TextEdit[] | undefined {
  const from = role === 'lead' ? tag.lead : tag.support
  const to = role === 'lead' ? tag.support : tag.lead
  const last = to.at(-1)
  // The only unit of its role would leave a label without a name.
  if (!last || from.length < 2) return undefined
  const next = elidedBehind(line, unit)
  return [
    { range: rangeOf(plan, { line, ...withSeparator(line.text, unit, from) }), newText: '' },
    ...(next && next.from !== last.from
      ? [{ range: rangeOf(plan, { line, from: next.from, to: next.to }), newText: next.name }]
      : []),
    { range: rangeOf(plan, { line, from: last.to, to: last.to }), newText: `、${unit.name}` },
  ]
}

/** The first of a list goes with the separator behind it, every other with the one before. */
function withSeparator(
  text: string,
  { from, to }: Unit,
  units: readonly Unit[],
): { readonly from: number; readonly to: number } {
  const behind = /^(?:[、，,；;]|以及|及|和|与)/.exec(text.slice(to, to + 2))?.[0].length ?? 0
  if (units[0]?.from === from) return { from, to: to + behind }
  const before = /(?:[、，,；;]|以及|及|和|与)$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0
  return { from: from - before, to }
}
