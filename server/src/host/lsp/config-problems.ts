import {
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver'
import type { Locale } from '../../report/diagnostic.ts'
import { describeProblem, type FileProblem, positionAt } from '../file-problem.ts'

/**
 * Shows what is wrong in configurations at its place in their files, and takes it back when it is mended. What is wrong in
 * no file that has an address is said once.
 */
export function configProblems(
  connection: Connection,
  send: (params: PublishDiagnosticsParams) => void,
  locale: () => Locale,
  uriOf: (path: string) => string | undefined,
) {
  /** What was last said of each file, as JSON. */
  const said = new Map<string, string>()
  /** Files of which nobody knows whether what was said of them still holds. */
  let doubtful = new Set<string>()

  const say = (uri: string, diagnostics: readonly Diagnostic[]) => {
    doubtful.delete(uri)
    const now = JSON.stringify(diagnostics)
    if (now === (said.get(uri) ?? '[]')) return
    said.set(uri, now)
    send({ uri, diagnostics: [...diagnostics] })
  }
  const warned = new Set<string>()
  const warnOnce = (message: string) => {
    if (!warned.has(message)) void connection.sendNotification('window/showMessage', { type: 2, message })
    warned.add(message)
  }
  return {
    /** Says what is wrong in the files that a configuration was made of. */
    tell(files: readonly string[], problems: readonly FileProblem[]): void {
      const all = new Map<string, FileProblem[]>(files.map((file) => [file, []]))
      for (const problem of problems) {
        if (uriOf(problem.file) === undefined) warnOnce(describeProblem(problem, locale()))
        else all.set(problem.file, [...(all.get(problem.file) ?? []), problem])
      }
      for (const [file, found] of all) {
        const uri = uriOf(file)
        if (uri !== undefined)
          say(
            uri,
            found.map((problem) => diagnostic(problem, locale())),
          )
      }
    },
    /** From here on what was said must be said again, or it is taken back by `settle`. */
    doubt(): void {
      doubtful = new Set(said.keys())
    },
    settle(): void {
      for (const uri of doubtful) say(uri, [])
    },
  }
}

function diagnostic({ message, at }: FileProblem, locale: Locale): Diagnostic {
  const start = at ? positionAt(at.text, at.offset) : { line: 0, character: 0 }
  const end = at ? positionAt(at.text, at.offset + at.length) : start
  return { range: { start, end }, severity: DiagnosticSeverity.Warning, source: 'yaodian', message: message[locale] }
}
