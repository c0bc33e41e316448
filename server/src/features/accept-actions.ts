import { type CodeAction, CodeActionKind, type WorkspaceEdit } from 'vscode-languageserver'
import { settingForFile, severitySetting } from '../edit/settings.ts'
import { acceptanceOf, readAccepted, writeAccepted } from '../lint/accept.ts'
import type { Finding } from '../lint/lint.ts'
import type { Message } from '../lint/message.ts'
import type { Rule } from '../lint/rule.ts'
import { severities } from '../lint/severity.ts'
import type { ListFile, View } from './feature.ts'
import { fileEdit, saved } from './file-edit.ts'
import { wireDiagnostic } from './wire.ts'

/** What can be done with findings that are not to be mended: let one stand, ask no more in this document, or another severity. */
export const acceptFixes = (view: View, findings: readonly Finding[]): CodeAction[] => {
  const rules = [...new Set(findings.map(({ rule }) => rule))]
  return [
    ...findings.flatMap((finding) => accept(view, finding) ?? []),
    ...rules.flatMap((rule) => [offHere(view, rule), adjust(view, rule)].flatMap((action) => action ?? [])),
  ]
}

/** Writes what was accepted beside the configuration; it counts at once and is undone like any edit. */
export function accept(view: View, finding: Finding): CodeAction | undefined {
  const { line, from, to } = finding
  const words = line.text.slice(from, to)
  const shown = words.length > longest ? `${words.slice(0, longest)}…` : words
  const title: Message = {
    zh: `接受此处${shown && `“${shown}”`}（${finding.rule.title.zh}）`,
    en: `Accept ${shown ? `“${shown}”` : 'this'} (${finding.rule.title.en})`,
  }
  const edit = fileEdit(view, view.lists.accepted, (text) => {
    const entries = text === '' ? [] : entriesOf(text)
    const now = entries && writeAccepted([...entries, acceptanceOf(finding, view.config.today)])
    return now === undefined ? undefined : [{ offset: 0, length: text.length, text: now }]
  })
  return action(view, title, view.lists.accepted, edit, finding)
}

const longest = 12

/** What a file of accepted findings has; undefined where it is broken: what cannot be read is not written over. */
function entriesOf(text: string) {
  try {
    const problems: Parameters<typeof readAccepted>[1] = []
    const entries = readAccepted(JSON.parse(text), problems)
    return problems.length > 0 ? undefined : entries
  } catch {
    return undefined
  }
}

function offHere(view: View, { id, title: name }: Rule): CodeAction | undefined {
  const { path } = view
  if (path === undefined) return undefined
  const title: Message = { zh: `本文档不再检查“${name.zh}”`, en: `Check no more for “${name.en}” in this document` }
  const edit = fileEdit(view, view.lists.config, (text) => settingForFile(text, path, ['rules', id], 'off'))
  return action(view, title, view.lists.config, edit)
}

/** One action with the severities to choose from, for a client that asks; turning the rule off is all that others get. */
function adjust(view: View, { id, title: name }: Rule): CodeAction | undefined {
  const file = view.lists.config
  const choices = [...severities, 'off'].flatMap((severity) => {
    const edit = fileEdit(view, file, (text) => severitySetting(text, id, severity))
    return edit ? [{ severity, edit }] : []
  })
  const last = choices.at(-1)
  if (!last || !file) return undefined
  if (view.saves) {
    const title: Message = { zh: `调整“${name.zh}”的级别…`, en: `Change the severity of “${name.en}”…` }
    const command = { title: title[view.locale], command: 'yaodian.adjust', arguments: [file.uri, choices] }
    return { title: command.title, kind: CodeActionKind.QuickFix, command }
  }
  const title: Message = { zh: `不再检查“${name.zh}”`, en: `Check no more for “${name.en}”` }
  return action(view, title, file, last.edit)
}

function action(
  view: View,
  title: Message,
  file: ListFile | undefined,
  edit: WorkspaceEdit | undefined,
  finding?: Finding,
): CodeAction | undefined {
  if (!edit || !file) return undefined
  const said = title[view.locale]
  return {
    title: said,
    kind: CodeActionKind.QuickFix,
    edit,
    ...(finding && { diagnostics: [wireDiagnostic(view, finding)] }),
    ...saved(view, said, file.uri),
  }
}
