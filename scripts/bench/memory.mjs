// What the server holds, with the flags that the VS Code client gives it, beside an empty server with the same.
import { memoryOf, typist } from './servers.mjs'
import { sizes, text } from './text.mjs'

const edits = 300
const goals = { 1: 90, 100: 250 }

async function held(kind, whole) {
  const { pid, edit, stop } = await typist(kind, whole)
  const opened = memoryOf(pid)
  for (let i = 0; i < edits; i++) await edit()
  const edited = memoryOf(pid)
  await stop()
  return [opened, edited]
}

export default {
  name: 'memory',
  title: '内存',
  async run() {
    const found = []
    for (const { times, name } of sizes.filter(({ times }) => times in goals)) {
      const whole = text.repeat(times)
      found.push({ times, name, own: await held('yaodian', whole), empty: await held('empty, small', whole) })
    }
    const both = (memory) => memory.map((each) => each?.toFixed(0) ?? '?').join(' / ')
    return {
      tables: [
        {
          head: [`VmRSS，MB：用语统计读入、文稿打开后 / 再改 ${edits} 个字后`, '要点', '空服务器'],
          rows: found.map(({ name, own, empty }) => [name, both(own), both(empty)]),
        },
      ],
      goals: found.map(({ times, name, own, empty }) => ({
        what: `服务器的内存，打开 ${name}（再改 ${edits} 个字后）`,
        goal: `≤ ${goals[times]} MB`,
        is: both(own),
        holds: Math.max(...own) <= goals[times],
        value: Math.max(...own),
        beside: [{ name: '空服务器', value: Math.max(...empty) }],
      })),
    }
  },
}
