import type { Message } from '../lint/message.ts'
import type { Fix, Found } from '../lint/rule.ts'
import type { Part } from '../plan/item.ts'
import { type Break, breaks } from '../plan/numbering.ts'
import { captions, writeOrdinal } from '../plan/ordinal.ts'
import { ordinalEdits, referenceEdits } from '../plan/renumber.ts'

/** The findings of one kind of break: shared by the ordinal rules, as one analysis finds every kind once. */
export function* found(part: Part, kind: Break['kind'], relation: Message): Generator<Found> {
  for (const broken of breaks(part)) {
    if (broken.kind !== kind || broken.excerpt) continue
    const { line, expected, above, related, renumber, fresh } = broken
    const { from, to, text } = line.ordinal
    yield {
      line,
      from,
      to,
      // A box that goes on overleaf has its name twice, and captions are lost in tables.
      ...((fresh || captions.has(line.ordinal.family)) && { severity: 'information' as const }),
      args: [writeOrdinal(line.ordinal, expected, above), text],
      ...(related && {
        related: [{ line: related, from: related.ordinal.from, to: related.ordinal.to, message: relation }],
      }),
      ...(renumber.length > 0 && { fixes: [renumbering(part, renumber)] }),
    }
  }
}

/** The numbers from a break to the end of its run, and the references to what they stand before. */
function renumbering(part: Part, renumber: Break['renumber']): Fix {
  const ordinals = new Map(renumber.map(({ line, value }) => [line, writeOrdinal(line.ordinal, value)]))
  return {
    title: {
      zh: renumber.length === 1 ? '改正序号' : `从此处起重新编号（${renumber.length} 处）`,
      en: renumber.length === 1 ? 'Correct the number' : `Renumber from here on (${renumber.length} places)`,
    },
    edits: [...ordinalEdits(ordinals), ...referenceEdits(part, ordinals)],
  }
}
