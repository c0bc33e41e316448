import particles from '../../lexicon/particles.tsv'
import { rows } from '../lexicon/entries.ts'

/** Words that begin with 等, 和 or 及, by that character: behind 、 they are the next member of a list. */
const words = new Map(rows(particles).map(([particle = '', all = '']) => [particle, all.split('|')]))

/** Whether a word begins at a column that only begins like a particle: 等级, 和谐, 及时. */
export const beginsWord = (text: string, at: number): boolean =>
  words.get(text.charAt(at))?.some((word) => text.startsWith(word, at)) ?? false
