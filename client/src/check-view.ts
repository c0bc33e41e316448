import {
  commands,
  Disposable,
  type ExtensionContext,
  languages,
  Selection,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import { applyAndSave } from './adjust.ts'
import { checkHtml } from './check-html.ts'
import { plandoc } from './documents.ts'
import { fixAll } from './fix-all.ts'
import { message } from './messages.ts'
import type { Asked, Kept, Shown } from './page/check-messages.ts'
import { saveAs } from './save-as.ts'
import type { Server } from './server.ts'
import { settled } from './settled.ts'
import { tell, toRange } from './structure.ts'
import { acceptFinding, type CheckedFinding, checkDocument, checkReport, type Profile } from './wire.ts'
import { saveComments, turnIntoPlan } from './word.ts'

/** The page of the check before issue beside each document that it was asked for; it follows the document while open. */
export function checkView(server: Server, { extensionUri }: ExtensionContext): Disposable {
  const open = new Map<string, WebviewPanel>()
  const keep = (key: string, panel: WebviewPanel, document: TextDocument) => {
    fill(panel, server, document, extensionUri)
    open.set(key, panel)
    panel.onDidDispose(() => open.delete(key))
  }
  return Disposable.from(
    {
      dispose: () => {
        for (const panel of open.values()) panel.dispose()
      },
    },
    commands.registerCommand('yaodian.check', () => {
      const document = window.activeTextEditor?.document
      if (document?.languageId !== plandoc) return
      const key = document.uri.toString()
      const known = open.get(key)
      if (known) return known.reveal()
      keep(key, pageBeside(), document)
    }),
    // After VS Code itself was started anew.
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel, state: Kept | undefined) {
        const document =
          state && (await workspace.openTextDocument(Uri.parse(state.uri)).then(undefined, () => undefined))
        if (document) keep(document.uri.toString(), panel, document)
        else panel.dispose()
      },
    }),
  )
}

const viewType = 'yaodian.check'

const pageBeside = (): WebviewPanel => window.createWebviewPanel(viewType, message('checkTitle'), ViewColumn.Beside)

/** Makes a panel the page of a document. */
function fill(panel: WebviewPanel, server: Server, document: TextDocument, extensionUri: Uri): void {
  const { uri } = document
  const dist = Uri.joinPath(extensionUri, 'dist')
  panel.webview.options = { enableScripts: true, localResourceRoots: [dist] }
  let profile: Profile = 'issue'
  let shown: { readonly version: number; readonly findings: readonly CheckedFinding[] } | undefined

  const asking = () => ({ textDocument: { uri: uri.toString() }, profile })
  const show = async () => {
    if (!panel.visible) return
    const answer = await server.ask(checkDocument, asking())
    if (!answer) return
    shown = answer
    panel.title = `${signs[answer.verdict]} ${message('checkTitle')}`
    await panel.webview.postMessage({ main: answer.main } satisfies Shown)
  }
  const [showSoon, forget] = settled(show)

  const acts: { readonly [A in Asked['act']]: (asked: Extract<Asked, { act: A }>) => unknown } = {
    // What is sent before it listens is lost.
    ready: show,
    jump: ({ finding }) => jump(finding),
    more: async ({ finding }) => {
      await jump(finding)
      await commands.executeCommand('editor.action.quickFix')
    },
    accept: async ({ finding }) => {
      const version = shown?.version ?? -1
      const action = await server.ask(acceptFinding, { ...asking(), version, finding })
      if (action?.edit) await applyAndSave(server, action.edit, action.command?.arguments?.[0])
      await show()
    },
    fix: ({ finding, fix }) => apply(finding, fix),
    fixAll: async () => {
      await fixAll(document)
      await show()
    },
    profile: async ({ profile: chosen }) => {
      profile = chosen
      await show()
    },
    export: async () => {
      const format = 'html'
      const answer = await server.ask(checkReport, { ...asking(), format })
      if (answer) await saveAs(new TextEncoder().encode(answer.content), message('checkTitle'), format, uri)
    },
    comments: () => saveComments(server, uri, profile),
    toPlan: () => turnIntoPlan(document),
  }

  const jump = async (finding: number) => {
    const found = shown?.findings[finding]
    if (!found) return
    const range = toRange(found.range)
    const editor = await window.showTextDocument(document, { viewColumn: columnOf(document), selection: range })
    editor.selection = new Selection(range.start, range.end)
  }

  /** In one step of undo; what was shown of another version is shown anew first. */
  const apply = async (finding: number, fix: number) => {
    const edits = shown?.findings[finding]?.fixes[fix]?.edits
    if (!edits) return
    if (document.version !== shown?.version) {
      tell('checkChanged')
      return show()
    }
    const edit = new WorkspaceEdit()
    for (const { range, newText } of edits) edit.replace(uri, toRange(range), newText)
    await workspace.applyEdit(edit)
    await show()
  }

  const listeners = Disposable.from(
    { dispose: forget },
    panel.webview.onDidReceiveMessage((asked: Asked) => (acts[asked.act] as (asked: Asked) => unknown)?.(asked)),
    panel.onDidChangeViewState(show),
    // What is found may change with the text, with the configuration, and when what takes a while was read.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((each) => each.toString() === uri.toString())) showSoon()
    }),
    workspace.onDidChangeTextDocument(({ document: changed }) => {
      if (changed === document) showSoon()
    }),
    workspace.onDidCloseTextDocument((closed) => {
      if (closed === document) panel.dispose()
    }),
  )
  panel.onDidDispose(() => listeners.dispose())

  const { webview } = panel
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString()
  webview.html = checkHtml({
    source: webview.cspSource,
    style: file('check.css'),
    script: file('check-page.js'),
    language: message('language'),
    title: message('checkTitle'),
    waiting: message('checking'),
    uri: uri.toString(),
  })
}

const signs = { ready: '✓', look: '○', not: '✗' } as const

/** The column that a document is shown in, so that the page's own is not covered. */
function columnOf({ uri }: TextDocument): ViewColumn {
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString())
  return editor?.viewColumn ?? ViewColumn.One
}
