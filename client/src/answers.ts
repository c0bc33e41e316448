import type { Memento, TextDocument } from 'vscode'

/** What was said of a file whose name does not tell: it is a plan document, or it is none. */
export type Answer = 'plan' | 'other'

/** The answers given for this workspace's files; those for untitled documents last as long as the window. */
export type Answers = {
  readonly of: (document: TextDocument) => Answer | undefined
  readonly remember: (document: TextDocument, answer: Answer) => Promise<void>
}

const key = 'answers'

export function answersIn(memento: Memento): Answers {
  const untitled = new WeakMap<TextDocument, Answer>()
  const files = () => memento.get<Readonly<Record<string, Answer>>>(key, {})
  return {
    of: (document) => untitled.get(document) ?? files()[document.uri.toString()],
    remember: async (document, answer) => {
      if (document.isUntitled) untitled.set(document, answer)
      else await memento.update(key, { ...files(), [document.uri.toString()]: answer })
    },
  }
}
