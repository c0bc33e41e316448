/** The language id of the documents that the server looks after. */
export const plandoc = 'plandoc'

/** The text of a Word document: yaodian-word:/folder/a.docx.plan is that of a.docx. */
export const wordScheme = 'yaodian-word'

/** Documents of a language that one works on: not the old side of a comparison, nor what a tool prints. */
export const documentsOf = (language: string) =>
  ['file', 'untitled', wordScheme].map((scheme) => ({ scheme, language }))
