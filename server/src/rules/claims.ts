import numbered from '../../lexicon/claims.tsv'
import { rows } from '../lexicon/entries.ts'
import { has } from '../plan/characters.ts'
import { type Claim, claimAt } from '../plan/claim.ts'
import { Line } from '../plan/line.ts'
import { any, sign } from '../plan/signs.ts'

const kinds = new Map(rows(numbered).map(([kind = '', words = '']) => [kind, words.split('|')]))
const digits = (kinds.get('digit') ?? []).join('')
const units = [...new Set((kinds.get('unit') ?? []).map((unit) => unit.charAt(0)))].join('')

/** The last digit of a number with its unit behind it: where something may be claimed. 一项 claims nothing, 十一项 does. */
const pattern = new RegExp(`[${digits}][${units}]`, 'g')

/** What it has, too. */
export const claiming = any(sign(digits.replace('一', ''), units), sign('十', '一', units))

/** What a line claims that there is, from left to right. */
export const claims = (line: Line): readonly Claim[] => (has(line, claiming) ? read(line) : none)

const read = Line.once((line): readonly Claim[] => {
  let found: Claim[] | undefined
  pattern.lastIndex = 0
  for (let match = pattern.exec(line.text); match; match = pattern.exec(line.text)) {
    if (match[0].startsWith('一') && line.text.charAt(match.index - 1) !== '十') continue
    const claim = claimAt(line, match.index + 1)
    if (!claim) continue
    if (found) found.push(claim)
    else found = [claim]
  }
  return found ?? none
})

const none: readonly Claim[] = []
