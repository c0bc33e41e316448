/** The text of a Word document is shown under an address of its own: yaodian-word:/folder/a.docx.plan is that of a.docx. */
const scheme = 'yaodian-word:'
const ending = '.plan'

export const isWordText = (uri: string): boolean => uri.startsWith(scheme)

/** The file: address of the Word document whose text stands under an address; undefined where it is none. */
export const wordOf = (uri: string): string | undefined =>
  isWordText(uri) ? `file:${uri.slice(scheme.length, uri.endsWith(ending) ? -ending.length : undefined)}` : undefined
