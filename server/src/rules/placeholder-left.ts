import party from '../../lexicon/party.tsv'
import placeholders from '../../lexicon/placeholders.tsv'
import { rows } from '../lexicon/entries.ts'
import { replace, rule, type Span } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'

type Kind = 'letters' | 'mark' | 'name' | 'party'
type Hit = Span & { readonly kind: Kind; readonly text: string; readonly right: string }

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const listed = new Map(rows(placeholders).map(([kind = '', text = '', right = '']) => [text, { kind: kind as Kind, right }]))
const oneOf = (kinds: readonly Kind[]) =>
  [...listed]
    .filter(([, { kind }]) => kinds.includes(kind))
    .map(([text]) => literal(text))
    .sort((a, b) => b.length - a.length)
    .join('|')
const side = (which: string) =>
  rows(party)
    .filter(([where]) => where === which)
    .map(([, text = '']) => text)
    .join('|')

const word = new RegExp(`(?<![A-Za-z0-9])(?:${oneOf(['letters'])})(?![A-Za-z0-9])|${oneOf(['mark', 'name'])}`, 'g')
// D员, 治D: with the neighbours that 党 has, and not one of A、B、C、D.
const desensitized = new RegExp(
  `(?<![A-Za-z0-9][、，/]?)D{1,2}(?=${side('next')})(?![A-Za-z0-9])|(?<=${side('before')})D(?![A-Za-z0-9类级型座栋区])`,
  'g',
)
const mayHold = /[ADBX×待？]|同志为核心/

/** More of one kind than this are one finding: each would hide the others. */
const together = 2

export const placeholderLeft = rule({
  id: 'placeholder/left',
  scope: 'part',
  severity: 'warning',
  title: { zh: '占位符未替换', en: 'Placeholder left' },
  message: { zh: '占位符“{0}”尚未替换', en: 'Placeholder “{0}” is still there' },
  why: {
    zh: '脱敏稿以 D 代“党”、以 XX 代地名、以 AAA 代平台名，还会漏掉姓名；照抄后必须逐一补回。',
    en: 'Desensitised drafts write D for 党, XX for a place, AAA for a product, and lose names.',
  },
  good: ['一、对A、B、C、D类企业实行分级管理。', '一、整治D级危房，研发3D打印设备。', '一、以习近平同志为核心的党中央'],
  bad: [
    '一、在«XX»市推广经验\n! 占位符“XX”尚未替换',
    '一、始终与«以同志为核心»的党中央保持一致\n! “以同志为核心”漏了姓名\n= 一、始终与以习近平同志为核心的党中央保持一致',
    '一、加强«D»员教育，发挥D组织作用\n! 以“D”代“党”，共 2 处，应改回\n= 一、加强党员教育，发挥党组织作用',
  ],
  *check(part) {
    const groups = new Map<string, Hit[]>()
    for (const line of part.lines) {
      if (!mayHold.test(line.text)) continue
      for (const hit of hits(line)) {
        const group = groups.get(hit.kind === 'party' ? 'party' : hit.text)
        if (group) group.push(hit)
        else groups.set(hit.kind === 'party' ? 'party' : hit.text, [hit])
      }
    }
    for (const group of groups.values()) {
      const [first] = group as [Hit]
      if (first.kind === 'party') yield partyFinding(group, first)
      else if (first.kind === 'name') for (const hit of group) yield nameFinding(hit)
      else if (group.length > together) yield { ...manyFinding(group, first) }
      else
        for (const { line, from, to, text, right } of group)
          yield { line, from, to, args: [text], ...(right && { fixes: [replace({ line, from, to }, right, false)] }) }
    }
  },
})

function* hits(line: Line): Generator<Hit> {
  for (const { index: from, 0: text } of line.text.matchAll(word)) {
    const { kind, right } = listed.get(text) as { kind: Kind; right: string }
    yield { line, from, to: from + text.length, kind, text, right }
  }
  if (!line.text.includes('D')) return
  for (const { index: from, 0: text } of line.text.matchAll(desensitized)) {
    yield { line, from, to: from + text.length, kind: 'party', text, right: '党'.repeat(text.length) }
  }
}

const nameFinding = ({ line, from, to, text, right }: Hit) => ({
  line,
  from,
  to,
  severity: 'error' as const,
  message: { zh: `“${text}”漏了姓名`, en: `“${text}” has lost a name` },
  fixes: [replace({ line, from, to }, right, false)],
})

const manyFinding = (group: readonly Hit[], { line, from, to, text }: Hit) => ({
  line,
  from,
  to,
  message: { zh: `占位符“${text}”共 ${group.length} 处尚未替换`, en: `Placeholder “${text}” stands in ${group.length} places` },
})

const partyFinding = (group: readonly Hit[], { line, from, to }: Hit) => ({
  line,
  from,
  to,
  message: { zh: `以“D”代“党”，共 ${group.length} 处，应改回`, en: `“D” stands for “党” in ${group.length} places` },
  fixes: [
    {
      title: { zh: `把 ${group.length} 处“D”改回“党”`, en: `Write “党” for “D” in all ${group.length} places` },
      preferred: true as const,
      edits: group.map((hit) => ({ line: hit.line, from: hit.from, to: hit.to, text: hit.right })),
    },
  ],
})
