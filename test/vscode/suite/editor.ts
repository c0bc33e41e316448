// What the tests do in the editor, and how they write down what they see there.
import * as assert from 'node:assert/strict'
import {
  commands,
  type Diagnostic,
  env,
  languages,
  type Position,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from 'vscode'

/** The plan document that most tests look at; test/vscode/workspace has it. */
export const planName = '2026年老旧小区改造工作要点.plan'

/** Of the two the one in VS Code's display language. */
export const either = <T>(zh: T, en: T): T => (env.language.startsWith('zh') ? zh : en)

export const folder = (): Uri => workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open')
export const inFolder = (name: string): Uri => Uri.joinPath(folder(), name)

export async function open(name: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument(inFolder(name)), { preview: false })
}

/** Writes a file into the folder and opens it. */
export async function openNew(name: string, text: string): Promise<TextEditor> {
  await workspace.fs.writeFile(inFolder(name), new TextEncoder().encode(text))
  return open(name)
}

/** The same, waiting until the server has read it. */
export async function openRead(name: string, text: string): Promise<TextEditor> {
  const editor = await openNew(name, text)
  await eventually('the outline', async () => {
    const symbols = await commands.executeCommand<unknown[]>(
      'vscode.executeDocumentSymbolProvider',
      editor.document.uri,
    )
    return symbols?.length > 0
  })
  return editor
}

export async function closeAll(): Promise<void> {
  while (window.activeTextEditor) await commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
}

const patience = 15_000
const pause = 40

export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

/** What `look` sees as soon as it is there (neither undefined nor false); fails if it does not come. */
export async function eventually<T>(what: string, look: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (const end = Date.now() + patience; Date.now() < end; await sleep(pause)) {
    const seen = await look()
    if (seen !== undefined && seen !== null && seen !== false) return seen as NonNullable<T>
  }
  return assert.fail(`never came: ${what}`)
}

/** Waits until `look` gives what is expected; fails with the difference that remains. */
export async function becomes<T>(look: () => T | Promise<T>, expected: T): Promise<void> {
  let seen = await look()
  for (const end = Date.now() + patience; Date.now() < end; await sleep(pause)) {
    if (JSON.stringify(seen) === JSON.stringify(expected)) break
    seen = await look()
  }
  assert.deepEqual(seen, expected)
}

const severities = ['error', 'warning', 'information', 'hint'] as const

/** The document's findings from top to bottom: rule, severity, and the words in «» with a little of their line. */
export const findings = (document: TextDocument): readonly string[] =>
  diagnostics(document).map(({ code, severity, range: { start, end } }) => {
    const line = document.lineAt(start.line).text
    const before = line.slice(Math.max(0, start.character - 6), start.character)
    const words = line.slice(start.character, end.character)
    return `${rule(code)} ${severities[severity]} ${before}«${words}»${line.slice(end.character, end.character + 6)}`
  })

export const messages = (document: TextDocument): readonly string[] =>
  diagnostics(document).map(({ message }) => message)

export const diagnostics = (document: TextDocument): readonly Diagnostic[] =>
  languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'yaodian')
    .sort((a, b) => order(a.range.start, b.range.start))

export const finding = (document: TextDocument, id: string): Diagnostic | undefined =>
  diagnostics(document).find(({ code }) => rule(code) === id)

const rule = (code: Diagnostic['code']): string => String(typeof code === 'object' ? code.value : code)
const order = (a: Position, b: Position): number => a.line - b.line || a.character - b.character

/** Opens a file of the folder and waits for what is found in it. */
export async function openWithFindings(name: string): Promise<TextEditor> {
  const editor = await open(name)
  await eventually(`findings in ${name}`, () => diagnostics(editor.document).length > 0)
  return editor
}
