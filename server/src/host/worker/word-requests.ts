import type { Message } from '../../lint/message.ts'
import type { WordRequests } from '../lsp/word-requests.ts'

const notHere: Message = {
  zh: '浏览器里读不了 Word 文档，请用桌面版 VS Code 打开，或把文字粘贴到一份 .plan 里校核',
  en: 'Word documents cannot be read in the browser; open it in desktop VS Code, or paste its text into a .plan file',
}

/** A browser has no reader of Word documents, and says so. */
export const wordRequests: WordRequests = {
  text: async (_, locale) => ({ problem: notHere[locale] }),
  copy: async (_, __, locale) => ({ problem: notHere[locale] }),
}
