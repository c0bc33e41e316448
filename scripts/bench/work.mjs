// Counts the work of the scenarios and compares it with what was recorded, or records it anew.
import { countWork } from './work/count.mjs'

const { record, recorded, regressions } = await import('./work/recorded.ts')

export async function work(isRecording) {
  const now = await countWork()
  if (isRecording) return record(now)
  const more = regressions(recorded(), now)
  for (const each of more) console.error(each)
  if (more.length === 0) return console.log(`${now.length} counts, none more than recorded`)
  console.error('More work than recorded (from 5 % on). If it is meant: npm run bench -- --record')
  process.exitCode = 1
}
