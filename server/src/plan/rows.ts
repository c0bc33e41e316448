/** The rows of one of the plan's own data files, each a word or tab-separated cells: # begins a comment line. */
export const rows = (tsv: string): readonly string[] =>
  tsv.split(/\r?\n/).filter((row) => row !== '' && !row.startsWith('#'))
