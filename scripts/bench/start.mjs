// What starting costs: the server until it answers and until its first findings, a whole run of the command line, and the
// extension's activation, each beside as little as such a process can do.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { slip, start } from './servers.mjs'
import { text } from './text.mjs'
import { ms, quickestOf } from './times.mjs'

const rounds = 15

/** A whole process, from its start to its end. */
async function process_(args) {
  const begun = performance.now()
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  await once(child, 'exit')
  return performance.now() - begun
}

/** Both have run once before, as they have for whoever uses them: V8's code of them is there. */
async function settled() {
  const { stop } = await start('yaodian')
  await new Promise((resolve) => setTimeout(resolve, 2000))
  await stop()
}

async function answering(kind) {
  const { initialized, stop } = await start(kind)
  await stop()
  return initialized
}

/** From the start of the process until something is said of a text, and until the phrases are there. */
async function firstFindings(until) {
  const { started, open, next, stop } = await start('yaodian')
  const uri = 'untitled:bench.plan'
  let said = await open(uri, slip + text)
  if (until === 'phrases') while (!said.diagnostics.some(({ range }) => range.start.line === 0)) said = await next(uri)
  const time = performance.now() - started
  await stop()
  return time
}

/** What a process says of itself. */
async function told(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout) said += chunk
  if (!(said > 0)) throw new Error(`${args.join(' ')} said “${said}”`)
  return Number(said)
}

export default {
  name: 'start',
  title: '启动',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-bench-'))
    const file = join(folder, 'bench.plan')
    writeFileSync(file, text)
    const lint = ['dist/yaodian.cjs', 'lint', file]
    try {
      await settled()
      const [own, empty] = await quickestOf(rounds, [() => answering('yaodian'), () => answering('empty')])
      const [first, phrases] = await quickestOf(5, [() => firstFindings('any'), () => firstFindings('phrases')])
      const [node, whole, plain, version, uncompiled] = await quickestOf(rounds, [
        () => process_(['-e', '0']),
        () => process_(lint),
        () => process_([...lint, '--rule', 'typo/likely=off']),
        () => process_(['dist/yaodian.cjs', '--version']),
        () => process_(['dist/yaodian-main.cjs', ...lint.slice(1)]),
      ])
      const [activated, client] = await quickestOf(rounds, [
        () => told(['scripts/bench/activate.cjs', 'dist/client.cjs']),
        () => told(['scripts/bench/activate.cjs', 'vscode-languageclient/node']),
      ])
      return {
        tables: [
          {
            head: ['毫秒，最快的一次', '要点', '旁边的'],
            rows: [
              ['启动服务器 → 答 `initialize`', ms(own), `空服务器 ${ms(empty)}`],
              ['启动服务器 → 76 KB 的第一批问题', ms(first), `连同用语统计 ${ms(phrases)}`],
              ['`yaodian lint` 76 KB，整个进程', ms(whole), `\`node -e 0\` ${ms(node)}`],
              ['同上，关掉疑似错别字', ms(plain), `\`node -e 0\` ${ms(node)}`],
              ['同上，没有 V8 上次编译好的程序', ms(uncompiled), `\`node -e 0\` ${ms(node)}`],
              ['`yaodian --version`，整个进程', ms(version), `\`node -e 0\` ${ms(node)}`],
              [
                '装入并激活扩展（`dist/client.cjs`，vscode 用替身）',
                ms(activated),
                `只装入 vscode-languageclient ${ms(client)}`,
              ],
            ],
          },
        ],
        goals: [
          {
            what: '服务器答 `initialize`，比空服务器多',
            goal: '< 150 毫秒',
            is: ms(own - empty),
            holds: own - empty < 150,
            value: own,
            beside: [{ name: '空服务器', value: empty }],
          },
          {
            what: '扩展激活',
            goal: '< 50 毫秒',
            is: ms(activated),
            holds: activated < 50,
            value: activated,
            beside: [{ name: '只装入 vscode-languageclient', value: client }],
          },
          {
            what: '`yaodian lint` 76 KB，整个进程',
            goal: `≤ 2 × \`node -e 0\` + 60 毫秒 = ${ms(2 * node + 60)}`,
            is: ms(whole),
            holds: whole <= 2 * node + 60,
            value: whole,
            beside: [{ name: '`node -e 0`', value: node }],
          },
        ],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
