import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, normalize } from 'node:path'
import { livingIn } from './home.ts'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const [english, chinese] = ['package.nls.json', 'package.nls.zh-cn.json'].map(
  (path) => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>,
) as [Record<string, string>, Record<string, string>]

const pages = ['.', 'docs', 'docs/rules']
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md'))
const textOf = (page: string) => readFileSync(page, 'utf8')

/** Links of a page into the project, as paths from its root. */
const linksOf = (page: string): readonly { readonly path: string; readonly anchor: string }[] =>
  [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].map(([, to = '', anchor = '']) => ({
    path: to === '' ? page : normalize(join(dirname(page), to)),
    anchor,
  }))

const anchorsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

const help = (...args: readonly string[]): string =>
  spawnSync(process.execPath, ['dist/yaodian.cjs', ...args, '--help'], {
    encoding: 'utf8',
    env: { ...livingIn(), LC_ALL: 'C.UTF-8', COLUMNS: '200' },
  }).stdout

/** Uses of the command line in a page: what stands behind `yaodian` up to the end of the command. */
const usesOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/(?<![\w./-])yaodian(?:\.cjs)? ([a-z]+(?: [^\n`#|;'"&)）]*)?)/g)].map(([, use = '']) => use)

describe('the documents of the project', () => {
  it('name files that are there', () => {
    const dead = pages.flatMap((page) =>
      linksOf(page)
        .filter(({ path, anchor }) => !existsSync(path) || (anchor !== '' && !anchorsOf(path).includes(anchor)))
        .map(({ path, anchor }) => `${page}: ${path}#${anchor}`),
    )
    assert.deepEqual(dead, [])
    assert.ok(pages.flatMap(linksOf).length > 150)
  })

  it('name tests that are there, by their titles', () => {
    const named = [...textOf('ARCHITECTURE.md').matchAll(/`(test\/[\w./-]+)` “([^”]*)”/g)]
    assert.ok(named.length > 10)
    for (const [, path = '', title = ''] of named)
      assert.ok(textOf(path).includes(title), `${path} has no test “${title}”`)
  })

  it('name commands and options that the program has', () => {
    const known = new Map([...help().matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => [name, help(name)]))
    const uses = pages.flatMap((page) => usesOf(page).map((use) => ({ page, use })))
    assert.ok(uses.length > 40)
    const wrong = uses.flatMap(({ page, use }) => {
      const [name = '', ...words] = use.split(/\s+/)
      const said = known.get(name)
      if (said === undefined) return [`${page}: yaodian ${name}`]
      const options = words.flatMap((word) => /^--[a-z-]+/.exec(word)?.[0] ?? [])
      return options.filter((option) => !said.includes(option)).map((option) => `${page}: ${name} ${option}`)
    })
    assert.deepEqual(wrong, [])
  })

  it('name scripts that package.json has', () => {
    const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run (?:--silent )?([\w:]+)/g)])
    assert.ok(named.length > 5)
    for (const [, script = ''] of named) assert.ok(manifest.scripts[script], `npm run ${script}`)
  })

  it('call commands of the editor what its menus call them', () => {
    const titles = manifest.contributes.commands.map(({ title }: { title: string }) => chinese[title.slice(1, -1)])
    const bare = (title: string) => title.replace(/…$/, '')
    const named = [...textOf('README.md').matchAll(/命令((?:“[^”]*”)+)/g)].flatMap(
      ([, all = '']) => all.match(/[^“”]+/g) ?? [],
    )
    assert.ok(named.length > 3)
    assert.deepEqual(
      named.filter((name) => !titles.map(bare).includes(bare(name))),
      [],
    )
  })
})

describe('the manifest of the extension', () => {
  const text = JSON.stringify(manifest)

  it('has both languages of all that it says, and says nothing else', () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key = '']) => key)
    assert.deepEqual(Object.keys(english), Object.keys(chinese))
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort())
  })

  it('begins with four steps, each with a picture, whose buttons are commands', () => {
    const [{ steps }] = manifest.contributes.walkthroughs
    assert.equal(steps.length, 4)
    const own = manifest.contributes.commands.map(({ command }: { command: string }) => command)
    for (const { media, description, completionEvents } of steps) {
      assert.ok(existsSync(media.image), media.image)
      for (const said of [english, chinese].map((words) => words[description.slice(1, -1)] ?? ''))
        for (const [, command = ''] of said.matchAll(/\]\(command:([\w.]+)\)/g))
          assert.ok(command.startsWith('workbench.') || own.includes(command), command)
      for (const event of completionEvents.filter((each: string) => each.startsWith('onCommand:yaodian')))
        assert.ok(own.includes(event.slice('onCommand:'.length)), event)
    }
  })

  it('makes a package without a warning, of what is needed, no larger than 12 MB', function () {
    this.timeout(60_000)
    const folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    const file = join(folder, 'yaodian.vsix')
    const vsce = join(dirname(createRequire(import.meta.url).resolve('@vscode/vsce/package.json')), 'vsce')
    const [, options = ''] = /vsce package (.*) --out/.exec(manifest.scripts.package) ?? []
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [vsce, ...args], { encoding: 'utf8' })
    const { status, stdout, stderr } = run('package', ...options.split(' '), '--out', file)
    assert.equal(status, 0, stderr)
    assert.doesNotMatch(stdout + stderr, /warn/i)
    assert.ok(statSync(file).size <= 12e6)
    const held = run('ls', '--no-dependencies').stdout.split('\n')
    for (const { media } of manifest.contributes.walkthroughs[0].steps) assert.ok(held.includes(media.image))
    assert.ok(held.includes(manifest.icon))
    assert.deepEqual(
      held.filter((path) => /^(?:server\/src|client\/src|test|scripts|node_modules|examples)|\.map$/.test(path)),
      [],
    )
    // What its pages link to is there, but for what only the sources have.
    const linked = held.filter((path) => path.endsWith('.md')).flatMap(linksOf)
    assert.deepEqual(
      linked.map(({ path }) => path).filter((path) => !held.includes(path)),
      [],
    )
    rmSync(folder, { recursive: true })
  })
})
