// Required before the program: kills it, or has the disk fail (FAULT), at the nth time that it is about to change a file.
const fs = require('node:fs')

const { FAULT = 'kill', FAULT_AT } = process.env
let left = Number(FAULT_AT)
/** What is open for writing: closing what was only read changes nothing. */
const written = new Set()

function fail(name) {
  if (FAULT === 'kill') process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error(`${FAULT} in ${name}`), { code: FAULT })
}

const { writeSync } = fs
for (const name of [
  'openSync',
  'writeFileSync',
  'fsyncSync',
  'closeSync',
  'chmodSync',
  'renameSync',
  'linkSync',
  'rmSync',
]) {
  const real = fs[name]
  fs[name] = (...args) => {
    const [file, content] = args
    const changes =
      name === 'openSync' ? /[wax+]/.test(String(content ?? 'r')) : typeof file !== 'number' || written.has(file)
    if (changes && --left === 0) {
      // Half of it is on the disk.
      if (name === 'writeFileSync') writeSync(file, Buffer.from(content).subarray(0, content.length / 2))
      fail(name)
    }
    const result = real(...args)
    if (changes && name === 'openSync') written.add(result)
    return result
  }
}
