import type { Archive } from './archive.ts'
import { children, type Element, parse } from './xml.ts'

/** The XML of a part. UTF-8 or UTF-16, by its BOM. */
export function sourceOf(files: Archive, name: string): string | undefined {
  const bytes = files.get(name)
  if (!bytes) return undefined
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  return new TextDecoder(wide || 'utf-8').decode(bytes)
}

export type Relationship = { readonly id: string; readonly type: string; readonly target: string }

/** Where a part's relationships are written: word/document.xml → word/_rels/document.xml.rels. */
export const relationshipsName = (part: string): string => part.replace(/(?<![^/])([^/]*)$/, '_rels/$1.rels')

/** What a part is related to, by the last word of the type (numbering, styles), as names of parts. */
export function relationships(files: Archive, part: string): readonly Relationship[] {
  const source = sourceOf(files, relationshipsName(part))
  if (source === undefined) return []
  const folder = part.replace(/(?<![^/])[^/]*$/, '')
  return children(parse(source), 'Relationship').flatMap(({ attributes }) => {
    const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes
    return mode === 'External' ? [] : [{ id, type: type.replace(/^.*\//, ''), target: resolved(folder, target) }]
  })
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The root of the part that another is related to in such a way. */
export function related(files: Archive, part: string, type: string): Element | undefined {
  const name = relationships(files, part).find((each) => each.type === type)?.target
  const source = name === undefined ? undefined : sourceOf(files, name)
  return source === undefined ? undefined : parse(source)
}
