// What the lexicon is made of: documents, a dictionary, sounds and shapes.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const rows = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))

/** How often a word of the dictionary has to be known there. */
const leastKnown = 3

/** Words, sounds and shapes, as count.mjs and slip.mjs take them. */
export function sources() {
  const dictionary = dictionaryPath()
  return {
    dictionary: readFileSync(dictionary, 'utf8')
      .split('\n')
      .map((row) => row.split(' '))
      .filter(([word, frequency]) => word.length > 1 && Number(frequency) >= leastKnown)
      .map(([word, frequency]) => [word, Number(frequency)]),
    sounds: new Map(rows('server/lexicon/sounds.tsv').map(([char, readings]) => [char, readings.split(' ')])),
    shapes: new Map(rows('server/lexicon/shapes.tsv')),
  }
}

/** Jieba's dictionary, from a package that only this command needs: it is no dependency, for it brings a binary for every platform. */
function dictionaryPath() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@node-rs/jieba')), 'dict.txt')
  } catch {
    console.error('The dictionary is missing: npm install --no-save @node-rs/jieba')
    process.exit(2)
  }
}

/** The texts of folders, each with the tenth that it belongs to: by name, so that it is the same each time. */
export function documents(folders) {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|plan)$/.test(name))
      .sort()
      .map((name) => ({ name, tenth: tenthOf(name), text: readFileSync(join(folder, name), 'utf8') })),
  )
}

export const tenthOf = (name) => [...name].reduce((h, char) => (h * 31 + char.charCodeAt(0)) >>> 0, 7) % 10
