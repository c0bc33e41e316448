import { writeHan } from './numerals.ts'
import type { Family, Ordinal } from './ordinal.ts'

/** How an ordinal of a family is referred to; families that nobody refers to are not there. */
const words: Partial<Readonly<Record<Family, (value: number) => string>>> = {
  part: (value) => `第${writeHan(value)}部分`,
  chapter: (value) => `第${writeHan(value)}章`,
  section: (value) => `第${writeHan(value)}节`,
  article: (value) => `第${writeHan(value)}条`,
  han: (value) => `第${writeHan(value)}部分`,
  hanParen: (value) => `第（${writeHan(value)}）项`,
  digit: (value) => `第${value}项`,
  digitParen: (value) => `第（${value}）项`,
  digitHalfParen: (value) => `第${value}项`,
  circled: (value) => `第${value}项`,
}

/** 第（二）项; undefined where nobody refers to such an ordinal. */
export const stepPhrase = ({ family, value }: Ordinal): string | undefined => words[family]?.(value)

/**
 * 第三部分第（二）项, of ordinals from the outermost to the innermost. An article is known by its number alone, so what
 * stands above it is left out.
 */
export function phrase(path: readonly Ordinal[]): string | undefined {
  const from = Math.max(
    path.findLastIndex(({ family }) => family === 'article'),
    0,
  )
  const steps = path.slice(from).map(stepPhrase)
  return steps.length > 0 && steps.every((step) => step !== undefined) ? steps.join('') : undefined
}
