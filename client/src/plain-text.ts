import { Disposable, languages, type TextDocument, workspace } from 'vscode'
import type { Answers } from './answers.ts'
import { plandoc } from './documents.ts'

/** Checks a document as a plan document from now on, and when its file is opened again. */
export async function treatAsPlan(document: TextDocument, answers: Answers): Promise<void> {
  await answers.remember(document, 'plan')
  await languages.setTextDocumentLanguage(document, plandoc)
}

/**
 * Gives a file that was called a plan document its language whenever it is opened. Who sets the language back to plain
 * text means this file: that is remembered too, or it could never be left.
 */
export function keepLanguages(answers: Answers): Disposable {
  const plans = new WeakSet<TextDocument>()
  const look = (document: TextDocument) => {
    if (document.languageId === plandoc) plans.add(document)
    else if (document.languageId !== 'plaintext') return
    else if (plans.delete(document)) answers.remember(document, 'other')
    else if (answers.of(document) === 'plan') languages.setTextDocumentLanguage(document, plandoc)
  }
  workspace.textDocuments.forEach(look)
  // A change of language closes and opens the same document object; a closed file comes back as a new one.
  return Disposable.from(workspace.onDidOpenTextDocument(look))
}
