import { dirname, join } from 'node:path'
import { acceptedName } from './accepted.ts'
import type { Files } from './files.ts'
import { configName, type Layer, layersFrom } from './layers.ts'

/** Where a configuration and what was accepted may stand for a folder: in it, and above. */
export const lookedFor = (folder: string): readonly string[] =>
  upwards(folder).flatMap((each) => [join(each, configName), join(each, acceptedName)])

/** Reads every file that the settings of a folder are made of, and does nothing with it. */
export function lookThrough(files: Files, folder: string): void {
  const lists = (nearest(files, folder) ?? []).flatMap((layer) => Object.values(layer.lists))
  for (const path of [...lookedFor(folder), ...lists]) {
    try {
      files.read(path)
    } catch {
      // Whoever uses it says why it cannot be read.
    }
  }
}

function nearest(files: Files, folder: string): readonly Layer[] | undefined {
  for (const each of upwards(folder)) {
    const layers = layersFrom(files, join(each, configName))
    if (layers) return layers
  }
  return undefined
}

/** A folder and those above it. */
const upwards = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...upwards(dirname(folder))]
