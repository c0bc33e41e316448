// node activate.cjs MODULE: loads a module that asks for vscode, gives it a stand-in that answers anything, activates it where
// it is an extension, and prints how many ms that took.
const Module = require('node:module')
// The extension host has these of Node.js loaded long before.
for (const name of ['child_process', 'crypto', 'fs', 'net', 'os', 'path', 'url', 'util']) require(`node:${name}`)
const { resolve } = require('node:path')

/** Called, constructed or asked for anything, it is itself. */
const anything = new Proxy(class {}, {
  get: (target, name) => {
    if (name === 'prototype') return target.prototype
    if (name === Symbol.toPrimitive) return () => ''
    if (name === Symbol.iterator) return () => [][Symbol.iterator]()
    if (name === 'version') return '1.91.0'
    if (name === 'then') return undefined
    if (name === 'forEach') return () => {}
    if (name === 'map' || name === 'filter' || name === 'flatMap') return () => []
    return anything
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
})

const load = Module._load
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest))

const [, , name] = process.argv
const path = name.endsWith('.cjs') ? resolve(name) : require.resolve(name)
const context = {
  subscriptions: [],
  asAbsolutePath: (file) => resolve(file),
  workspaceState: anything,
  globalState: anything,
}
const start = performance.now()
require(path).activate?.(context)
console.log(performance.now() - start)
process.exit()
