/** The language id of the documents that the server looks after. */
export const plandoc = 'plandoc'

/** Documents of a language that one works on: not the old side of a comparison, nor what a tool prints. */
export const documentsOf = (language: string) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))
