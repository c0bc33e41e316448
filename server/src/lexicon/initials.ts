import initials from '../../lexicon/initials.tsv'
import { rows } from './entries.ts'

/** The first character, in the order of pinyin, whose reading begins with each letter; none begins with i, u or v. */
const firsts = [...'阿八嚓咑妸发旮铪丌咔垃妈拏噢妑七呥仨他屲夕丫帀']
const letters = [...'abcdefghjklmnopqrstwxyz']

/** Made when somebody first completes a name, not when the server starts: it takes as long as a hundred answers. */
let known: ((char: string) => string) | undefined

/** The letters by which a character is typed: sx for 省; the character itself where it is none of Chinese. */
function initialsOf(char: string): string {
  known ??= reader()
  return known(char)
}

function reader(): (char: string) => string {
  // The order of pinyin is known to every engine with the locale data of Chinese; no table of readings is needed.
  const order = new Intl.Collator('zh-u-co-pinyin')
  const found = new Map(rows(initials).map(([char = '', own = '']) => [char, own] as const))
  return (char) => {
    let own = found.get(char)
    if (own !== undefined) return own
    const at = /\p{Script=Han}/u.test(char) ? firsts.findLastIndex((first) => order.compare(first, char) <= 0) : -1
    own = letters[at] ?? char.toLowerCase()
    found.set(char, own)
    return own
  }
}

/**
 * How well a query fits a name, by characters or first letters of pinyin in the name's order: `sfgw` and 市发改 both fit
 * 市发展改革委. 0 is the best, from its beginning without a gap; undefined where it does not fit.
 */
export function fitness(query: string, name: string): number | undefined {
  let at = 0
  let gaps = 0
  const chars = [...name]
  for (const wanted of query.toLowerCase()) {
    const next = chars.findIndex((char, i) => i >= at && (char === wanted || initialsOf(char).includes(wanted)))
    if (next < 0) return undefined
    gaps += next - at
    at = next + 1
  }
  return gaps
}
