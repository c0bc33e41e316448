// THIRD-PARTY-NOTICES.txt: the licence of every package that a bundle has something of, and of the data in the word lists.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folders of the packages that went into bundles, by what esbuild says of them. */
const bundled = (metafiles) => {
  const inputs = metafiles.flatMap(({ outputs }) =>
    Object.values(outputs).flatMap(({ inputs }) =>
      Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
    ),
  )
  const folders = inputs.flatMap((path) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
  return new Set(folders.map((folder) => resolve(folder)))
}

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** With what these need: docx, for one, is itself a bundle of what it needs, where esbuild sees one file. */
function withNeeded(folders) {
  const all = new Set(folders)
  for (const folder of all) {
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
      const needed = name.startsWith('@types/') ? undefined : whereIs(name, folder)
      if (needed) all.add(needed)
    }
  }
  return all
}

/** Where a package, by its whole path, finds one that it needs. */
function whereIs(name, folder) {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    const there = join(at, 'node_modules', name)
    if (existsSync(join(there, 'package.json'))) return there
  }
  return undefined
}

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[-.].*)?$/i

function noticeOf(folder) {
  const { name, version, license, homepage, author } = manifestOf(folder)
  if (typeof license !== 'string') throw new Error(`${name} ${version} says no licence`)
  const own = readdirSync(folder)
    .filter((file) => licenceFile.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
  const text = own.length > 0 ? own : [usualText(license, author?.name ?? author ?? name)]
  return {
    key: `${name} ${version}`,
    text: [`${name} ${version} (${license})`, homepage ?? '', '', ...text].join('\n'),
  }
}

/** The text of a licence for packages that name it but do not bring it. Throws where we have none. */
const usualText = (license, author) => read(`${license}.txt`).replace('{author}', author)

const licences = join(dirname(fileURLToPath(import.meta.url)), 'licences')
const read = (file) => readFileSync(join(licences, file), 'utf8').trim()

const data = () => readdirSync(join(licences, 'data')).map((file) => read(join('data', file)))

const head =
  '本软件包含下列第三方软件，各依其许可。\nThis software contains the following third-party software, each under its licence.'

/** The notices as they ship. Throws where a package comes without a licence: such a one must not be bundled. */
export function notices(metafiles) {
  const once = new Map([...withNeeded(bundled(metafiles))].map(noticeOf).map(({ key, text }) => [key, text]))
  const sorted = [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text)
  return `${[head, ...sorted, ...data()].join(`\n\n${'-'.repeat(78)}\n\n`)}\n`
}
