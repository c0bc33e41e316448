// Every request of an editor, asked in the same breath as a character is typed, beside an empty server's round trip.
import { typist } from './servers.mjs'
import { text } from './text.mjs'
import { quantiles } from './times.mjs'

const keys = 60

function questions(line) {
  const position = { line, character: 2 }
  const range = { start: position, end: position }
  const screen = { start: { line, character: 0 }, end: { line: line + 60, character: 0 } }
  return {
    'textDocument/definition': { position },
    'textDocument/references': { position, context: { includeDeclaration: true } },
    'textDocument/documentHighlight': { position },
    'textDocument/documentLink': {},
    'textDocument/hover': { position },
    'textDocument/prepareRename': { position },
    'textDocument/completion': { position },
    'textDocument/semanticTokens/range': { range: screen },
    'textDocument/inlayHint': { range: screen },
    'textDocument/selectionRange': { positions: [position] },
    'textDocument/onTypeFormatting': { position, ch: '\n', options: { tabSize: 4, insertSpaces: true } },
    'textDocument/codeAction': { range, context: { diagnostics: [] } },
    'yaodian/structure (moveDown)': { range, operation: 'moveDown' },
    'yaodian/structure (demote)': { range, operation: 'demote' },
    'yaodian/renumber': { range, scope: 'document' },
  }
}

async function asked(who, question, count) {
  const times = []
  for (let i = -count / 5; i < count; i++) {
    const time = await who.ask([question])
    if (i >= 0) times.push(time)
  }
  return times
}

export default {
  name: 'requests',
  title: '各项请求，边改边问',
  async run() {
    const own = await typist('yaodian', text.repeat(10))
    const empty = await typist('empty', text.repeat(10))
    const rows = []
    for (const [name, params] of Object.entries(questions(own.line)))
      rows.push([`\`${name}\``, quantiles(await asked(own, [name.split(' ')[0], params], keys))])
    rows.push(['空服务器', quantiles(await asked(empty, ['textDocument/foldingRange', {}], keys * 5))])
    await own.stop()
    await empty.stop()
    return { tables: [{ head: ['760 KB，毫秒', 'p50 / p95 / p99'], rows }] }
  },
}
