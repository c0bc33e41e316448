import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver'
import type { View } from '../../features/feature.ts'
import { isSame, wireDiagnostics } from '../../features/wire.ts'
import { type Look, sliceEnd, through, whenIdle } from './slices.ts'

export type Publisher = {
  /** The findings of a document are to be said; `unless` they are what was said last, where nothing of it changed. */
  readonly due: (uri: string, unless?: 'same') => void
  readonly forget: (uri: string) => void
}

/** Whom findings are told, and who hears what went wrong when they were sought. */
type Audience = {
  readonly send: (params: PublishDiagnosticsParams) => void
  readonly failed: (uri: string, error: unknown) => void
}

/**
 * Says what is found, when there is time: what came in meanwhile goes first, a long document is linted in slices, and
 * of a document that changed again only the newest version is looked at.
 */
export function publisher({ send, failed }: Audience, look: Look): Publisher {
  const waiting = new Map<string, 'same' | undefined>()
  const published = new Map<string, readonly Diagnostic[]>()
  const wired = wireDiagnostics()
  let scheduled = false

  const schedule = () => {
    if (scheduled) return
    scheduled = true
    whenIdle(work)
  }

  const work = () => {
    scheduled = false
    const until = sliceEnd()
    for (const [uri, unless] of waiting) if (!done(uri, unless, until)) return schedule()
  }

  const done = (uri: string, unless: 'same' | undefined, until: number): boolean => {
    try {
      const now = look(uri)
      if (now && !through(now.lint.steps(now.view.plan), until)) return false
      waiting.delete(uri)
      if (now) say(now.view, unless)
    } catch (error) {
      // One document that cannot be looked at takes no other with it.
      waiting.delete(uri)
      failed(uri, error)
    }
    return true
  }

  const say = (view: View, unless: 'same' | undefined) => {
    const diagnostics = wired(view)
    // What is shown must not flicker.
    if (unless === 'same' && isSame(diagnostics, published.get(view.uri) ?? [])) return
    published.set(view.uri, diagnostics)
    send({ uri: view.uri, version: view.version, diagnostics: diagnostics as Diagnostic[] })
  }

  return {
    due(uri, unless) {
      if (unless === undefined || !waiting.has(uri)) waiting.set(uri, unless)
      schedule()
    },
    forget(uri) {
      waiting.delete(uri)
      if (published.delete(uri)) send({ uri, diagnostics: [] })
    },
  }
}
