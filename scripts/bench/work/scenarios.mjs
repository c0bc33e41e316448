// What is done while its work is counted: a document opened and typed into, each as an editor does it.

const keys = 10

/** Types a character and takes it away again, over and over. */
async function typing({ change }, { line, character }) {
  for (let i = 0; i < keys; i++) {
    const start = { line, character }
    await change(start, start, '事')
    await change(start, { line, character: character + 1 }, '')
  }
}

/** Rows of the text by what stands there. */
const rowOf = (text, pattern) => {
  const lines = text.split('\n')
  return lines.findIndex((line, row) => row > lines.length / 2 && pattern.test(line))
}

const paragraph = (text) => ({ line: rowOf(text, /^[0-9]+\..{40}/), character: 20 })
const heading = (text) => ({ line: rowOf(text, /^[一二三四五]、/), character: 4 })
const owner = (text) => {
  const line = rowOf(text, /（责任单位：/)
  return { line, character: text.split('\n')[line].lastIndexOf('（责任单位：') + 6 }
}

/** By name: what is done. The document is open before each but the first. */
export const scenarios = {
  '打开 76 KB': ({ open }, text) => open(text),
  '正文里打字 20 次': (client, text) => typing(client, paragraph(text)),
  '标题里打字 20 次': (client, text) => typing(client, heading(text)),
  '责任单位里打字 20 次': (client, text) => typing(client, owner(text)),
  '换行、并行 20 次': async ({ change }, text) => {
    const at = paragraph(text)
    for (let i = 0; i < keys; i++) {
      await change(at, at, '\n')
      await change(at, { line: at.line + 1, character: 0 }, '')
    }
  },
  '改序号 20 次': async ({ change }, text) => {
    const { line } = paragraph(text)
    const start = { line, character: 0 }
    for (let i = 0; i < keys; i++) {
      await change(start, start, '1')
      await change(start, { line, character: 1 }, '')
    }
  },
  打字后大纲: afterKey('textDocument/documentSymbol', () => ({})),
  打字后折叠: afterKey('textDocument/foldingRange', () => ({})),
  打字后语义着色: afterKey('textDocument/semanticTokens/full', () => ({})),
  打字后改法: afterKey('textDocument/codeAction', (position) => ({
    range: { start: position, end: position },
    context: { diagnostics: [] },
  })),
  打字后补全: afterKey('textDocument/completion', (position) => ({ position })),
}

function afterKey(method, params) {
  return async ({ change, ask }, text) => {
    const at = paragraph(text)
    await change(at, at, '事')
    await ask(method, params(at))
    await change(at, { ...at, character: at.character + 1 }, '')
    await ask(method, params(at))
  }
}
