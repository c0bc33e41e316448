import type { Connection, Diagnostic } from 'vscode-languageserver'
import type { View } from '../../features/feature.ts'
import { wireDiagnostics } from '../../features/wire.ts'
import type { Linter } from '../../lint/lint.ts'

export type Publisher = {
  /** The findings of a document are to be said; `unless` they are what was said last, where nothing of it changed. */
  readonly due: (uri: string, unless?: 'same') => void
  readonly forget: (uri: string) => void
}

/** What is published of: its view and its linter, or undefined where it is no longer open. */
type Look = (uri: string) => { readonly view: View; readonly lint: Linter } | undefined

/** How long a piece of work may hold up what else is asked, in ms: less than a frame. */
const slice = 8

/**
 * Says what is found, when there is time: what came in meanwhile goes first, a long document is linted in slices, and
 * of a document that changed again only the newest version is looked at.
 */
export function publisher(connection: Connection, look: Look): Publisher {
  const waiting = new Map<string, 'same' | undefined>()
  const published = new Map<string, readonly Diagnostic[]>()
  const wired = wireDiagnostics()
  let scheduled = false

  const schedule = () => {
    if (scheduled) return
    scheduled = true
    // What stands in the connection's queue comes first: it takes one turn a message.
    soon(() => soon(work))
  }

  const work = () => {
    scheduled = false
    const until = performance.now() + slice
    for (const [uri, unless] of waiting) {
      const now = look(uri)
      if (now && !through(now.lint.steps(now.view.plan), until)) return schedule()
      waiting.delete(uri)
      if (now) say(now.view, unless)
    }
  }

  const say = (view: View, unless: 'same' | undefined) => {
    const diagnostics = wired(view)
    // What is shown must not flicker.
    if (unless === 'same' && isSame(diagnostics, published.get(view.uri) ?? [])) return
    published.set(view.uri, diagnostics)
    void connection.sendDiagnostics({ uri: view.uri, version: view.version, diagnostics: diagnostics as Diagnostic[] })
  }

  return {
    due(uri, unless) {
      if (unless === undefined || !waiting.has(uri)) waiting.set(uri, unless)
      schedule()
    },
    forget(uri) {
      waiting.delete(uri)
      published.delete(uri)
    },
  }
}

/** A browser has no setImmediate. */
const soon: (work: () => void) => void =
  typeof setImmediate === 'function' ? setImmediate : (work) => setTimeout(work, 0)

/** Takes steps until there are no more; false where the time was over before. */
function through(steps: Iterable<void>, until: number): boolean {
  for (const _ of steps) if (performance.now() > until) return false
  return true
}

const isSame = (a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean =>
  a.length === b.length && a.every((each, i) => each === b[i] || JSON.stringify(each) === JSON.stringify(b[i]))
