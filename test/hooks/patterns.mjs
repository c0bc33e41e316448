// Loads every module of the sources that loads without a process of its own, and says which regular expressions they put
// together while they load: [file, source, flags] as JSON.
import { readdirSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const root = 'server/src'
const made = []
const note = (regExp) => {
  const [, file] = /\/server\/src\/([^:?)]+)/.exec(new Error().stack.split('\n')[3] ?? '') ?? []
  if (file) made.push([decodeURIComponent(file), regExp.source, regExp.flags])
  return regExp
}
const Own = globalThis.RegExp
globalThis.RegExp = new Proxy(Own, {
  construct: (target, args) => note(Reflect.construct(target, args)),
  apply: (target, self, args) => note(Reflect.apply(target, self, args)),
})
for (const name of readdirSync(root, { recursive: true }).sort())
  if (/^(?!host)[^.]*\.ts$/.test(name)) await import(pathToFileURL(`${root}/${name}`).href)
globalThis.RegExp = Own
process.stdout.write(JSON.stringify(made))
