// How long a workspace of 500 plan documents takes until its owners are shown, to follow an edit, to find and to rename a
// unit. On real documents where they are there. Beside it, as a floor: reading the files alone.

import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import { makeArchive } from '../make-archive.mjs'
import { ms, quantile } from './times.mjs'
import { capabilities } from './vscode.mjs'

const count = 500
const keys = 40
const shared = '../shared/corpus/plans'

export default {
  name: 'workspace',
  title: '500 份文稿的工作区',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
    try {
      if (existsSync(shared)) {
        const texts = readdirSync(shared).filter((name) => /\.(?:txt|plan)$/.test(name))
        for (let i = 0; i < count; i++) copyFileSync(join(shared, texts[i % texts.length]), join(folder, `${i}.plan`))
      } else makeArchive(folder, count)
      return { tables: [await measure(folder)] }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function timed(work) {
  const start = performance.now()
  const value = await work()
  return [performance.now() - start, value]
}

async function measure(folder) {
  const paths = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.plan'))
  const [floor, characters] = await timed(() => paths.reduce((sum, path) => sum + readFileSync(path, 'utf8').length, 0))

  const opened = performance.now()
  const child = spawn(process.execPath, ['dist/yaodian.cjs', 'lsp', '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.listen()
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'folder' }]
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities, workspaceFolders })
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
  for (let version = 2; version < keys + 2; version++) {
    const at = { start: range.end, end: { ...range.end, character: range.end.character + (version % 2) } }
    const contentChanges = [{ range: at, text: version % 2 ? '' : '事' }]
    const [time] = await timed(async () => {
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges })
      await connection.sendRequest('yaodian/ownerGroups', { ...asked, uri })
    })
    edits.push(time)
  }

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
  return {
    head: [`${count} 份，${(characters / 1e4).toFixed(0)} 万字，${tasks} 项任务，${groups.length} 个单位`, '毫秒'],
    rows: [
      ['只读文件', ms(floor)],
      ['启动服务器 → 责任清单', ms(until)],
      ['改一个字 → 责任清单，p50 / p95', `${ms(quantile(edits, 0.5))} / ${ms(quantile(edits, 0.95))}`],
      [`找“${unit.label}”的每一处（${uses?.length} 处）`, ms(finding)],
      [`它改名（${edit.documentChanges.length} 份里 ${changes} 处）`, ms(renaming)],
    ],
  }
}
