import { statSync } from 'node:fs'
import { globby, isDynamicPattern } from 'globby'

/** What is looked for in a folder, and what says that files in it are no concern of ours. */
const documents = '**/*.{plan,gongwen,txt}'
const ignoreFiles = '**/.yaodianignore'

/**
 * The files that arguments name: files as they are, whatever they are called; in folders and by globs those that neither
 * .gitignore nor .yaodianignore leave out, in order. What names nothing stays, so that whoever reads it says so.
 */
export async function inputs(args: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(args.map(filesOf))
  return [...new Set(found.flat())]
}

async function filesOf(arg: string): Promise<readonly string[]> {
  const kind = kindOf(arg)
  if (kind === 'file') return [arg]
  if (kind === 'folder') {
    const folder = arg.replace(/[\\/]+$/, '') || arg
    const names = await globby(documents, { cwd: arg, gitignore: true, ignoreFiles, followSymbolicLinks: false })
    return names.length === 0 ? [arg] : names.sort().map((name) => (folder === '.' ? name : `${folder}/${name}`))
  }
  if (!isDynamicPattern(arg)) return [arg]
  const names = await globby(arg.replaceAll('\\', '/'), { gitignore: true, ignoreFiles, followSymbolicLinks: false })
  return names.length > 0 ? names.sort() : [arg]
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}
