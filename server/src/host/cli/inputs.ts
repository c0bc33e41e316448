import { createReadStream, statSync } from 'node:fs'

/** What is looked for in a folder, and what says that files in it are no concern of ours. */
const documents = '**/*.{plan,gongwen,txt,docx}'
/** What Word writes beside a document that is open. */
const locks = '**/~$*'
const ignoreFiles = '**/.yaodianignore'

/**
 * The files that arguments name, and those that a list names, each once: files as they are, whatever they are called; in
 * folders and by globs those that neither .gitignore nor .yaodianignore leave out, in order. What names nothing stays, so
 * that whoever reads it says so. A list (`-`: standard input) is read as it comes, and its files are taken as they are.
 */
export async function* inputs(args: readonly string[], list?: string): AsyncGenerator<string> {
  const given = new Set((await Promise.all(args.map(filesOf))).flat())
  yield* given
  if (list !== undefined) yield* listed(list)
}

async function filesOf(arg: string): Promise<readonly string[]> {
  const kind = kindOf(arg)
  if (kind === 'file') return [arg]
  const { globby, isDynamicPattern } = await import('globby')
  const options = { gitignore: true, ignoreFiles, followSymbolicLinks: false, ignore: [locks] }
  if (kind === 'folder') {
    const folder = arg.replace(/(?<![\\/])[\\/]+$/, '') || arg
    const names = await globby(documents, { ...options, cwd: arg })
    return names.length === 0 ? [arg] : names.sort().map((name) => (folder === '.' ? name : `${folder}/${name}`))
  }
  if (!isDynamicPattern(arg)) return [arg]
  const names = await globby(arg.replaceAll('\\', '/'), options)
  return names.length > 0 ? names.sort() : [arg]
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch {
    return undefined
  }
}

/** A path a line, or parted by zeros as `find -print0` has them. */
async function* listed(list: string): AsyncGenerator<string> {
  const stream = list === '-' ? process.stdin : createReadStream(list)
  stream.setEncoding('utf8')
  let rest = ''
  for await (const chunk of stream) {
    const lines = (rest + chunk).split(/\r?\n|\0/)
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield line
  }
  if (rest !== '') yield rest
}
