// npm run bench [FILE]: how fast a text is linted, how fast one typed character is answered, and
// each request after it. Prints figures and
// ratios against autocorrect-node on the same text in the same run; without FILE, on ../shared/plans/all-six.txt or, where
// that is missing, on the bundled examples repeated to its length.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import autocorrect from 'autocorrect-node'
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node'
import './register.mjs'

const { analyze } = await import('../server/src/plan/plan.ts')
const { linter } = await import('../server/src/lint/lint.ts')
const { defaults } = await import('../server/src/lint/config.ts')
const { rules } = await import('../server/src/rules/index.ts')
const { speller } = await import('../server/src/lexicon/spelling/speller.ts')

const unpacked = (name) =>
  new Uint8Array(gunzipSync(readFileSync(new URL(`../server/lexicon/${name}`, import.meta.url))))
const config = { ...defaults, speller: speller(unpacked('phrases.bin.gz'), unpacked('context.bin.gz')) }

const shared = new URL('../../shared/plans/all-six.txt', import.meta.url)
const text = source()
const megabytes = (string) => Buffer.byteLength(string) / 1e6

function source() {
  if (process.argv[2]) return readFileSync(process.argv[2], 'utf8')
  if (existsSync(shared)) return readFileSync(shared, 'utf8')
  const folder = new URL('../examples/', import.meta.url)
  const example = readdirSync(folder)
    .filter((name) => name.endsWith('.plan'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n')
  return example.repeat(Math.ceil(76_000 / Buffer.byteLength(example)))
}

/**
 * The medians of several works, in ms a run. They are done in turn, so that what else the machine does weighs on all alike,
 * in blocks of some runs, so that each is measured with its own code and data in the processor's caches.
 */
function medians(blocks, runs, ...works) {
  const times = works.map(() => [])
  for (let block = -Math.ceil(blocks / 4); block < blocks; block++) {
    for (const [k, work] of works.entries()) {
      const start = performance.now()
      for (let i = 0; i < runs; i++) work()
      if (block >= 0) times[k].push((performance.now() - start) / runs)
    }
  }
  return times.map((each) => each.sort((a, b) => a - b)[each.length >> 1])
}

const quantiles = (times) => {
  const sorted = [...times].sort((a, b) => a - b)
  return [0.5, 0.95, 0.99]
    .map((q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))].toFixed(2))
    .join(' / ')
}

/** What a full lint costs: reading and every rule, with nothing remembered. */
const fullLint = (string) => linter(rules, config)(analyze(string))
/** The same without what tells likely wrong words. */
const plainLint = (string) => linter(rules, defaults)(analyze(string))

/** autocorrect refuses long texts: it gets them in pieces of 300 lines. */
function pieces(string) {
  const lines = string.split('\n')
  return Array.from({ length: Math.ceil(lines.length / 300) }, (_, i) => lines.slice(i * 300, i * 300 + 300).join('\n'))
}

/** A server process with one document open, and where in it to type. */
async function serving(string) {
  const child = spawn(process.execPath, ['dist/yaodian.cjs', 'lsp', '--stdio'])
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const uri = 'untitled:bench'
  let published = () => {}
  connection.onNotification('textDocument/publishDiagnostics', () => published())
  connection.listen()
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} })
  await connection.sendNotification('initialized', {})
  const answered = async (method, params) => {
    const done = new Promise((resolve) => {
      published = resolve
    })
    await connection.sendNotification(method, params)
    await done
  }
  await answered('textDocument/didOpen', { textDocument: { uri, languageId: 'plandoc', version: 1, text: string } })
  const lines = string.split('\n')
  const line = lines.findIndex((words, row) => row > lines.length / 2 && words.length > 40 && /^[0-9（]/.test(words))
  let version = 1
  const change = () => {
    version++
    const range = { start: { line, character: 20 }, end: { line, character: 20 + (version % 2) } }
    const contentChanges = [{ range, text: version % 2 ? '' : '事' }]
    return { textDocument: { uri, version }, contentChanges }
  }
  const stop = async () => {
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    connection.dispose()
  }
  return { connection, answered, change, stop, uri, line }
}

/** Types one character after another in the middle of the text; the time of each until its diagnostics are here. */
async function typing(string, count) {
  const { answered, change, stop } = await serving(string)
  const times = []
  for (let i = 0; i < count; i++) {
    const start = performance.now()
    await answered('textDocument/didChange', change())
    if (i >= count / 5) times.push(performance.now() - start)
  }
  await stop()
  return times
}

/** Types a character and asks at once, again and again; the time from the question to its answer, for each request. */
async function asking(string, count) {
  const { connection, answered, change, stop, uri, line } = await serving(string)
  const textDocument = { uri }
  const position = { line, character: 2 }
  const range = { start: position, end: position }
  const screen = { start: { line, character: 0 }, end: { line: line + 60, character: 0 } }
  const requests = {
    'textDocument/definition': { position },
    'textDocument/references': { position, context: { includeDeclaration: true } },
    'textDocument/documentHighlight': { position },
    'textDocument/documentLink': {},
    'textDocument/hover': { position },
    'textDocument/prepareRename': { position },
    'textDocument/completion': { position },
    'textDocument/semanticTokens/full': {},
    'textDocument/semanticTokens/range': { range: screen },
    'textDocument/inlayHint': { range: screen },
    'textDocument/documentSymbol': {},
    'textDocument/foldingRange': {},
    'textDocument/selectionRange': { positions: [position] },
    'textDocument/onTypeFormatting': { position, ch: '\n', options: { tabSize: 4, insertSpaces: true } },
    'yaodian/structure (moveDown)': { range, operation: 'moveDown' },
    'yaodian/structure (demote)': { range, operation: 'demote' },
    'yaodian/renumber': { range, scope: 'document' },
  }
  const found = {}
  for (const [name, params] of Object.entries(requests)) {
    const times = []
    for (let i = 0; i < count; i++) {
      await answered('textDocument/didChange', change())
      const start = performance.now()
      await connection.sendRequest(name.split(' ')[0], { textDocument, ...params })
      if (i >= count / 5) times.push(performance.now() - start)
    }
    found[name] = times
  }
  await stop()
  return found
}

/** A plan of so many numbered items in three levels, the first number wrong, so that all that follow are. */
function misnumbered(items) {
  const lines = ['某市2024年工作要点']
  for (let i = 0; i < items; i++)
    lines.push(i % 100 === 0 ? `（${(i / 100) % 2 ? '三' : '二'}）` : `${(i % 100) + 1}.事项${i}。`)
  return lines.join('\n')
}

/** The same in this process, without the protocol: what the analysis of an edit costs. */
function editing(string, count) {
  const at = string.indexOf('，', string.length >> 1)
  const lint = linter(rules, config)
  let plan = analyze(string)
  lint(plan)
  const times = []
  for (let i = 0; i < count; i++) {
    const next = i % 2 ? string : `${string.slice(0, at)}事${string.slice(at)}`
    const start = performance.now()
    plan = analyze(next, plan)
    lint(plan)
    if (i >= count / 5) times.push(performance.now() - start)
  }
  return times
}

console.log(`${(megabytes(text) * 1000).toFixed(0)} KB, node ${process.version}; MB of UTF-8 a second, medians`)
console.log('\n| text | full lint | without phrases | autocorrect-node | ratio, with and without | findings |')
console.log('|---|---|---|---|---|---|')
let last
for (const [times, blocks, runs] of [
  [1, 15, 40],
  [10, 15, 4],
  [100, 7, 1],
]) {
  const whole = text.repeat(times)
  const parts = pieces(whole)
  const [own, plain, peer] = medians(
    blocks,
    runs,
    () => fullLint(whole),
    () => plainLint(whole),
    () => {
      for (const piece of parts) autocorrect.lintFor(piece, 'text')
    },
  )
  const speed = (ms) => `${(megabytes(whole) / (ms / 1000)).toFixed(1)} MB/s`
  const growth = last ? ` (×${(own / last).toFixed(1)} of the time of a tenth)` : ''
  console.log(
    `| ×${times} | ${speed(own)}${growth} | ${speed(plain)} | ${speed(peer)} | ${(peer / own).toFixed(2)}, ${(peer / plain).toFixed(2)} | ${fullLint(whole).length} |`,
  )
  last = own
}

console.log(
  '\n| one typed character → findings, ms | analysis alone p50 / p95 / p99 | over the protocol p50 / p95 / p99 |',
)
console.log('|---|---|---|')
for (const [times, count] of [
  [1, 1000],
  [10, 500],
  [100, 100],
]) {
  const whole = text.repeat(times)
  console.log(`| ×${times} | ${quantiles(editing(whole, count))} | ${quantiles(await typing(whole, count))} |`)
}

console.log('\n| request on ×10 while typing, ms | p50 / p95 / p99 |')
console.log('|---|---|')
for (const [name, times] of Object.entries(await asking(text.repeat(10), 120)))
  console.log(`| ${name} | ${quantiles(times)} |`)

const { renumberEdits } = await import('../server/src/edit/renumber.ts')
const long = misnumbered(10_000)
const plan = analyze(long)
const changed = renumberEdits(plan).length
const [reading, both] = medians(
  10,
  1,
  () => analyze(long),
  () => renumberEdits(analyze(long)),
)
console.log(
  `\nRenumbering 10,000 items (${changed} edits): ${(both - reading).toFixed(1)} ms, beside ${reading.toFixed(1)} ms to read them.`,
)
