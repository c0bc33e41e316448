/**
 * The text of a Word document is shown under an address of its own: yaodian-word:/folder/a.docx.plan is that of a.docx.
 * Where that is no file: its query says of which file system, as vscode-vfs:github.
 */
const scheme = 'yaodian-word:'
const ending = '.plan'

export const isWordText = (uri: string): boolean => uri.startsWith(scheme)

/** The address of the Word document whose text stands under an address; undefined where it is none. */
export function wordOf(uri: string): string | undefined {
  if (!isWordText(uri)) return undefined
  const [text = '', query = ''] = uri.slice(scheme.length).split('?', 2)
  const path = text.endsWith(ending) ? text.slice(0, -ending.length) : text
  const [own = '', authority] = decodeURIComponent(query).split(':', 2)
  return own === '' ? `file:${path}` : `${own}://${authority ?? ''}${path}`
}
