import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  type JSONPath,
  modify,
  type ParseError,
  parseTree,
} from 'jsonc-parser'

/** A text put into another at an offset, in UTF-16 units. */
export type Insertion = { readonly offset: number; readonly length: number; readonly text: string }

/** What sets values in a JSON text, which may be empty yet; the rest stays as it is. Undefined for a text that is broken. */
export function settings(
  text: string,
  values: readonly (readonly [path: JSONPath, value: unknown])[],
): readonly Insertion[] | undefined {
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { allowTrailingComma: true })
  if (text !== '' && (root?.type !== 'object' || errors.length > 0)) return undefined
  const formattingOptions = formatting(text)
  const [first, ...others] = values
  if (first && others.length === 0)
    return modify(text, first[0], first[1], { formattingOptions, isArrayInsertion: first[0].at(-1) === -1 }).map(
      ({ offset, length, content }) => ({ offset, length, text: text === '' ? `${content}\n` : content }),
    )
  let now = text
  for (const [path, value] of values) now = applyEdits(now, modify(now, path, value, { formattingOptions }))
  return [{ offset: 0, length: text.length, text: text === '' ? `${now}\n` : now }]
}

export const formatting = (text: string) => ({
  insertSpaces: !/^\t/m.test(text),
  tabSize: /^( +)\S/m.exec(text)?.[1]?.length ?? 2,
})

/** What sets a rule's severity in a yaodian.json. Options of the rule stay. */
export function severitySetting(text: string, rule: string, severity: string): readonly Insertion[] | undefined {
  const there = nodeAt(text, ['rules', rule])
  const path = there?.type === 'object' ? ['rules', rule, 'severity'] : ['rules', rule]
  return settings(text, [[path, severity]])
}

/** What sets a value for one file, named by its path from the configuration's folder. Of overrides the last wins. */
export function settingForFile(
  text: string,
  path: string,
  keys: JSONPath,
  value: string,
): readonly Insertion[] | undefined {
  const overrides: unknown = valueAt(text, ['overrides'])
  const list: readonly unknown[] = Array.isArray(overrides) ? overrides : []
  const files = [globOf(path)]
  const last = list.length - 1
  const { files: lastFiles } = (list[last] ?? {}) as { readonly files?: unknown }
  if (JSON.stringify(lastFiles) === JSON.stringify(files))
    return settings(text, [[['overrides', last, ...keys], value]])
  const said = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object
  const added = { files, ...said }
  return settings(text, [Array.isArray(overrides) ? [['overrides', -1], added] : [['overrides'], [added]]])
}

/** A path as a glob that matches it alone: not its like in other folders, nor what its brackets might mean. */
const globOf = (path: string): string => `./${path.replace(/[\\*?[\]{}]/g, '\\$&')}`

function nodeAt(text: string, path: JSONPath) {
  const root = parseTree(text)
  return root && findNodeAtLocation(root, path)
}

function valueAt(text: string, path: JSONPath): unknown {
  const node = nodeAt(text, path)
  return node && getNodeValue(node)
}
