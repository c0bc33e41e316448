import unowned from '../../lexicon/unowned.tsv'
import { label } from './heading.ts'
import type { Item } from './item.ts'
import { type Line, textStart } from './line.ts'
import { rows } from './rows.ts'

const words = rows(unowned)

/**
 * 指导思想, 组织保障: such items often name nobody where all others do. By an item's own words, or by those of the next line
 * where its number stands alone.
 */
export function isExempt({ head, body }: Item): boolean {
  const titled = head && head.text.length > textStart(head) ? head : body[0]
  return titled !== undefined && isTitledExempt(titled)
}

/** Whether a line's own words are such. */
export function isTitledExempt(line: Line): boolean {
  const title = label(line)
  return words.some((word) => title.includes(word))
}
