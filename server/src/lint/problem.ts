import type { Message } from './message.ts'

/** The keys and indices that lead to a value of JSON. */
export type JsonPath = readonly (string | number)[]

/** What is wrong in a list or a configuration: with which value, or its key, and what is expected there. */
export type Problem = { readonly path: JsonPath; readonly message: Message; readonly atKey?: true }

export const unknownKey = (path: JsonPath): Problem => ({
  path,
  atKey: true,
  message: { zh: `没有“${path.at(-1)}”这一项`, en: `“${path.at(-1)}” is not known` },
})

/** `expected`: the values that there may be, or a form. */
export const notOneOf = (path: JsonPath, expected: string): Problem => ({
  path,
  message: {
    zh: `${nameOf(path, '整个文件')}应写作 ${expected}`,
    en: `${nameOf(path, 'The whole file')} should be ${expected}`,
  },
})

const nameOf = (path: JsonPath, whole: string): string => (path.length > 0 ? `“${path.join('.')}”` : whole)
