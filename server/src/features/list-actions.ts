import { type CodeAction, CodeActionKind } from 'vscode-languageserver'
import { addition } from '../edit/lists.ts'
import { judgesWords, wordAt } from '../lint/house-words.ts'
import type { Finding } from '../lint/lint.ts'
import type { Message } from '../lint/message.ts'
import type { View } from './feature.ts'
import { fileEdit, saved } from './file-edit.ts'
import { wireDiagnostic } from './wire.ts'

type List = 'units' | 'words' | 'userWords'

/** What a finding calls wrong is right: into the words of the house, or of the user. */
export const wordFixes = (view: View, findings: readonly Finding[]): CodeAction[] =>
  findings
    .filter(({ rule }) => judgesWords(rule))
    .flatMap((finding) => {
      const word = wordAt(finding.line.text, finding)
      const made =
        word === undefined ? [] : (['words', 'userWords'] as const).map((list) => addToList(view, list, word))
      return made.flatMap((action) =>
        action ? [{ ...action, kind: CodeActionKind.QuickFix, diagnostics: [wireDiagnostic(view, finding)] }] : [],
      )
    })

const titles: Readonly<Record<List, (word: string) => Message>> = {
  units: (word) => ({ zh: `把“${word}”加入单位名单`, en: `Add “${word}” to the list of units` }),
  words: (word) => ({ zh: `把“${word}”加入词库（本工作区）`, en: `Add “${word}” to the workspace’s word list` }),
  userWords: (word) => ({ zh: `把“${word}”加入词库（个人）`, en: `Add “${word}” to your word list` }),
}

/** Puts a name or a word into its list, which is created where it is not there. What an xlsx holds is not ours to write. */
export function addToList(
  view: View,
  list: List,
  word: string,
): Pick<CodeAction, 'title' | 'edit' | 'command'> | undefined {
  const file = view.lists[list]
  const edit = fileEdit(view, file, (text) =>
    addition(list === 'units' ? 'units' : 'words', file?.uri ?? '', text, word),
  )
  if (!edit || !file) return undefined
  const title = titles[list](word)[view.locale]
  return { title, edit, ...saved(view, title, file.uri) }
}
