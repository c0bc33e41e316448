import { type Diagnostic, languages, type Uri } from 'vscode'

type Show = (uri: Uri, diagnostics: Diagnostic[]) => void

/**
 * Shows what the server says of a configuration, but for what VS Code says by the schema at the same place: VS Code looks
 * at open files only, and knows the schema of yaodian.json only.
 */
export function besideSchema() {
  const said = new Map<string, { readonly diagnostics: readonly Diagnostic[]; readonly show: Show; shown?: string }>()
  const look = (uri: Uri) => {
    const own = said.get(uri.toString())
    if (!own) return
    const others = languages.getDiagnostics(uri).filter(({ source }) => source !== 'yaodian')
    const left = own.diagnostics.filter(({ range }) => !others.some((other) => other.range.intersection(range)))
    const shown = left.map((each) => own.diagnostics.indexOf(each)).join()
    if (shown === own.shown) return
    own.shown = shown
    own.show(uri, left)
  }
  const listening = languages.onDidChangeDiagnostics(({ uris }) => uris.forEach(look))
  return {
    handle(uri: Uri, diagnostics: Diagnostic[], show: Show): void {
      if (!uri.path.endsWith('.json')) return void show(uri, diagnostics)
      said.set(uri.toString(), { diagnostics, show })
      look(uri)
    },
    /** A server that has stopped says nothing more. */
    forget: () => said.clear(),
    dispose: () => listening.dispose(),
  }
}
