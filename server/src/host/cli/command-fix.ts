import { repair } from '../../lint/repair.ts'
import { type Rewriting, rewriteFiles } from './rewrite.ts'

/** Applies the certain fixes to files. */
export async function fixFiles(paths: readonly string[], options: Rewriting): Promise<void> {
  await rewriteFiles(paths, options, messages, ({ text, lint }) => repair(text, (plan) => lint(plan).open))
}

const messages: Parameters<typeof rewriteFiles>[2] = {
  zh: {
    none: '没有可以直接改正的错误。',
    would: (files, count) => `${files} 个文件中有 ${count} 处可以改正；加 --write 写回。`,
    did: (files, count) => `已改正 ${files} 个文件中的 ${count} 处。`,
  },
  en: {
    none: 'Nothing to fix.',
    would: (files, count) => `${count} to fix in ${files} files; --write applies them.`,
    did: (files, count) => `Fixed ${count} in ${files} files.`,
  },
}
