import { Uri, workspace } from 'vscode'

/** The language id of the documents that the server looks after. */
export const plandoc = 'plandoc'

/** The text of a Word document: yaodian-word:/folder/a.docx.plan is that of a.docx. */
export const wordScheme = 'yaodian-word'

/** Where documents are that one works on: not the old side of a comparison, nor what a tool prints. */
export const schemes = (): readonly string[] => [
  ...new Set(['file', 'untitled', wordScheme, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]),
]

/** Documents of a language that one works on. */
export const documentsOf = (language: string) => schemes().map((scheme) => ({ scheme, language }))

const ending = '.plan'

/** The text of a Word document has an address of its own, which says where the document is. */
export const wordTextOf = ({ scheme, authority, path }: Uri): Uri =>
  Uri.from({
    scheme: wordScheme,
    path: path + ending,
    query: scheme === 'file' ? '' : `${scheme}:${authority}`,
  })

/** The file of a document: of the text of a Word document, that document's. */
export function fileOf(uri: Uri): Uri {
  if (uri.scheme !== wordScheme) return uri
  const [scheme = 'file', authority = ''] = uri.query.split(/:(.*)/s, 2)
  return Uri.from({ scheme: scheme || 'file', authority, path: uri.path.slice(0, -ending.length) })
}
