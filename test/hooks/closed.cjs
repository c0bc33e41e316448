// Required before a program: whatever would leave the process is refused, and noted in the file that TRIED names.
const { appendFileSync } = require('node:fs')
const childProcess = require('node:child_process')
const dgram = require('node:dgram')
const dns = require('node:dns')
const http = require('node:http')
const http2 = require('node:http2')
const https = require('node:https')
const net = require('node:net')
const tls = require('node:tls')
const vm = require('node:vm')

function refuse(of, name, as) {
  of[name] = () => {
    appendFileSync(process.env.TRIED, `${as}.${name}\n`)
    throw new Error(`${as}.${name} is refused`)
  }
}

const refused = [
  [net.Socket.prototype, 'net.Socket', ['connect']],
  [net, 'net', ['connect', 'createConnection']],
  [net.Server.prototype, 'net.Server', ['listen']],
  [tls, 'tls', ['connect']],
  [http, 'http', ['request', 'get']],
  [https, 'https', ['request', 'get']],
  [http2, 'http2', ['connect']],
  [dgram, 'dgram', ['createSocket']],
  [dns, 'dns', Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name))],
  [dns.promises, 'dns.promises', Object.keys(dns.promises).filter((name) => /^(?:lookup|resolve|reverse)/.test(name))],
  [childProcess, 'child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [vm, 'vm', ['runInContext', 'runInNewContext', 'runInThisContext', 'compileFunction']],
  [globalThis, 'globalThis', ['fetch', 'WebSocket', 'EventSource', 'eval', 'Function']],
]
for (const [of, as, names] of refused) for (const name of names) refuse(of, name, as)
