// npm run bench:workspace [FOLDER]: how long a workspace of 500 plan documents takes until its owners are shown, to follow
// an edit, to find and to rename a unit. On the texts of FOLDER; without one, on ../shared/corpus/plans or, where that is
// missing, on the bundled example. Beside it, as a floor: reading the files alone.
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'

const count = 500
const from = [process.argv[2], '../shared/corpus/plans', fileURLToPath(new URL('../examples', import.meta.url))].find(
  (folder) => folder && existsSync(folder),
)
const texts = readdirSync(from).filter((name) => /\.(?:txt|plan)$/.test(name))
const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
try {
  for (let i = 0; i < count; i++) copyFileSync(join(from, texts[i % texts.length]), join(folder, `${i}.plan`))
  await measure()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure() {
  const timed = async (work) => {
    const start = performance.now()
    const value = await work()
    return [performance.now() - start, value]
  }
  const paths = readdirSync(folder).map((name) => join(folder, name))
  const [floor, bytes] = await timed(() => paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').length, 0))

  const opened = performance.now()
  const child = spawn(process.execPath, ['dist/yaodian.cjs', 'lsp', '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'folder' }]
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {}, workspaceFolders })
  await connection.sendNotification('initialized', {})
  const asked = { scope: 'workspace', by: 'unit' }
  const { groups, tasks } = await connection.sendRequest('yaodian/ownerGroups', asked)
  const until = performance.now() - opened

  // The document with most to say, opened and typed into.
  const [unit] = groups.filter(({ kind }) => kind === 'unit')
  const items = await connection.sendRequest('yaodian/ownedItems', { ...asked, key: unit.key })
  const { uri, range } = items[0]
  const text = readFileSync(fileURLToPath(uri), 'utf8')
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'plandoc', version: 1, text },
  })
  const edits = []
  for (let version = 2; version < 42; version++) {
    const at = { start: range.end, end: { ...range.end, character: range.end.character + (version % 2) } }
    const contentChanges = [{ range: at, text: version % 2 ? '' : '事' }]
    const [time] = await timed(async () => {
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
      await connection.sendRequest('yaodian/ownerGroups', { ...asked, uri })
    })
    edits.push(time)
  }
  edits.sort((a, b) => a - b)

  const lines = text.split(/\r\n|\n|\r/)
  const row = lines.findIndex((line) => line.includes(`：${unit.label}`) || line.includes(`（${unit.label}`))
  const position = { line: row, character: lines[row].lastIndexOf(unit.label) + 1 }
  const textDocument = { uri }
  const [finding, uses] = await timed(() =>
    connection.sendRequest('textDocument/references', {
      textDocument,
      position,
      context: { includeDeclaration: true },
    }),
  )
  const [renaming, edit] = await timed(() =>
    connection.sendRequest('textDocument/rename', { textDocument, position, newName: `${unit.label}新` }),
  )
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  connection.dispose()

  const changes = edit.documentChanges.reduce((sum, change) => sum + change.edits.length, 0)
  const ms = (time) => `${time.toFixed(0)} ms`
  console.log(
    `${count} documents, ${(bytes / 1e6).toFixed(1)} million characters, ${tasks} tasks, ${groups.length} units\n`,
  )
  console.log('| | |\n|---|---|')
  console.log(`| reading the files (floor) | ${ms(floor)} |`)
  console.log(`| from the start of the server to its owners | ${ms(until)} |`)
  console.log(`| an edit → its owners, p50 / p95 | ${ms(edits[20])} / ${ms(edits[38])} |`)
  console.log(`| every use of ${unit.label} (${uses?.length}) | ${ms(finding)} |`)
  console.log(`| renaming it (${changes} edits in ${edit.documentChanges.length} documents) | ${ms(renaming)} |`)
}
