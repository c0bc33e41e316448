import { standardEdits } from '../../edit/convert.ts'
import { renumberEdits } from '../../edit/renumber.ts'
import { applyEdits } from '../../lint/fix.ts'
import { analyze } from '../../plan/plan.ts'
import { type Rewriting, rewriteFiles } from './rewrite.ts'

/** Numbers files anew; references follow. With `standard` every ordinal gets its level's standard form, too. */
export async function renumberFiles(
  paths: readonly string[],
  options: Rewriting & { readonly standard?: boolean },
): Promise<void> {
  await rewriteFiles(paths, options, messages, ({ text }) => {
    const steps = options.standard ? [renumberEdits, standardEdits] : [renumberEdits]
    return steps.reduce(
      (now, step) => {
        const plan = analyze(now.text)
        const edits = step(plan)
        return { text: applyEdits(plan, edits), count: now.count + edits.length }
      },
      { text, count: 0 },
    )
  })
}

const messages: Parameters<typeof rewriteFiles>[2] = {
  zh: {
    none: '序号都对，没有要改的。',
    would: (files, count) => `${files} 个文件中有 ${count} 处序号或引用要改；加 --write 写回。`,
    did: (files, count) => `已改 ${files} 个文件中的 ${count} 处序号和引用。`,
  },
  en: {
    none: 'Every number is right.',
    would: (files, count) => `${count} numbers or references to change in ${files} files; --write applies them.`,
    did: (files, count) => `Changed ${count} numbers and references in ${files} files.`,
  },
}
