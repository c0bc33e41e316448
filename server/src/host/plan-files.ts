import type { Plan } from '../plan/plan.ts'

/** A plan document of a workspace, as it is stored. */
export type Stored = { readonly uri: string; readonly plan: Plan }

const ownEnding = /\.(?:plan|gongwen)$/
const genre = /工作要点|责任清单|工作方案|实施方案|行动计划|工作计划|任务分工/
const skipped = /^(?:\.|node_modules$)/

/** Whether a file is a plan document, by its name or its path. */
export function isPlanFile(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  return ownEnding.test(name) || (name.endsWith('.txt') && genre.test(name))
}

/** Whether nobody looks into a folder, or at a file, of such a name. */
export const isSkipped = (name: string): boolean => skipped.test(name)

/** No workspace of plan documents has more files, and no folder of them is deeper. */
export const most = 5_000
export const deepest = 12
