// What a judge learns from: what the corrector says of documents that its counts have not seen, as they are and with slips
// put in.
import { readContext } from '../../server/src/lexicon/spelling/context.ts'
import { corrector } from '../../server/src/lexicon/spelling/correct.ts'
import { readPhrases } from '../../server/src/lexicon/spelling/phrases.ts'
import { recurrence, trigrams } from '../../server/src/lexicon/spelling/recurrence.ts'
import { tabled } from '../../server/src/lexicon/spelling/tables-file.ts'
import { seeded, slipper } from './slip.mjs'

/** In how many sentences a slip is put, and in how many of these a second one. */
const shares = { sentence: 0.35, second: 0.35 }

/** Yields { values, label, weight } for every correction that the corrector thinks of. */
export function* examples(bytes, contextBytes, documents, sources, seed) {
  const phrases = readPhrases(tabled(bytes))
  const { correct } = corrector(phrases, readContext(contextBytes, phrases))
  const random = seeded(seed)
  const frequency = (char) => phrases.single[phrases.idOf(char.charCodeAt(0))]
  const slip = slipper(sources, frequency, random)
  const withSlips = (sentence) => {
    if (sentence.length < 8 || sentence.length > 150 || random() > shares.sentence) return sentence
    const once = slip(sentence) ?? sentence
    return random() < shares.second ? (slip(once) ?? once) : once
  }
  for (const text of documents) {
    const lines = text.split(/\r\n|\n|\r/)
    yield* of(lines, lines)
    yield* of(
      lines.map((line) =>
        line
          .split(/(?<=[。；！？])/)
          .map(withSlips)
          .join(''),
      ),
      lines,
    )
  }

  function* of(written, meant) {
    const counts = trigrams(written.map((text) => ({ text })))
    for (const [row, text] of written.entries()) {
      // Of a line without a slip the first run has told.
      if (written !== meant && text === meant[row]) continue
      for (const correction of correct(text)) {
        const { from, to, evidence, further } = correction
        const label = meant[row].slice(from, to) === correction.text ? 1 : 0
        yield {
          values: [...evidence, ...recurrence(counts, text, correction), ...further.flatMap((more) => more())],
          label,
        }
      }
    }
  }
}
