import type { Message } from '../lint/message.ts'

/** An error that says to people what is wrong and what to do. */
export class Told extends Error {
  readonly said: Message
  constructor(said: Message) {
    super(said.en)
    this.said = said
  }
}

const reasons: Readonly<Record<string, Message>> = {
  ENOENT: { zh: '没有这个文件', en: 'no such file' },
  EACCES: { zh: '没有读写权限', en: 'no permission' },
  EPERM: { zh: '没有读写权限', en: 'no permission' },
  EROFS: { zh: '所在的磁盘是只读的', en: 'the disk is read-only' },
  ENOSPC: { zh: '磁盘已满，文件没有改动', en: 'the disk is full; the file is unchanged' },
  EISDIR: {
    zh: '这个文件夹里没有 .plan、.gongwen、.txt、.docx',
    en: 'there is no .plan, .gongwen, .txt or .docx in this folder',
  },
}

/** A file that is named and is not there. */
export const noSuchFile = (): Told => new Told(reasons['ENOENT'] as Message)

/** What went wrong, as people are told. */
export function told(error: unknown): Message {
  if (error instanceof Told) return error.said
  const { code = '', message } = error as NodeJS.ErrnoException
  return reasons[code] ?? { zh: message, en: message }
}
