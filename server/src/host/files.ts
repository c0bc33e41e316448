/** Where configurations and their lists are read from: node gives its disk, a worker what its client hands over. */
export type Files = {
  /** The bytes of a file; undefined where there is none. Throws where there is one that cannot be read. */
  readonly read: (path: string) => Uint8Array | undefined
  /** Where a path leads over links; of what is not there, where it would be. */
  readonly real: (path: string) => string
}

/** The text of a file in UTF-8, without its BOM; undefined where there is none. */
export function textIn(files: Files, path: string): string | undefined {
  const bytes = files.read(path)
  return bytes && new TextDecoder().decode(bytes)
}
