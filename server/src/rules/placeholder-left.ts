import { type Edit, replace, rule } from '../lint/rule.ts'
import type { Line } from '../plan/line.ts'
import { hasMatches, matches } from './words.ts'

type Kind = 'letters' | 'mark' | 'name' | 'party'
/** A placeholder with what takes its place, if that is known: as it stands, the edit that mends it. */
type Hit = Edit & { readonly kind: Kind; readonly words: string }

/** More of one kind than this are one finding: each would hide the others. */
const together = 2

export const placeholderLeft = rule({
  id: 'placeholder/left',
  scope: 'part',
  severity: 'warning',
  atIssue: 'error',
  stage: 'review',
  title: { zh: '占位符未替换', en: 'Placeholder left' },
  message: { zh: '占位符“{0}”尚未替换', en: 'Placeholder “{0}” is still there' },
  why: {
    zh: '脱敏稿以 D 代“党”、以 XX 代地名、以 AAA 代平台名，还会漏掉姓名；照抄后必须逐一补回。',
    en: 'Desensitised drafts write D for 党, XX for a place, AAA for a product, and lose names.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '一、对A、B、C、D类企业实行分级管理。',
    '一、整治D级危房，研发3D打印设备。',
    '一、以习近平同志为核心的党中央',
    '一、信用等级为AAA级的企业',
  ],
  bad: [
    '一、在«XX»市推广经验\n! 占位符“XX”尚未替换',
    '一、始终与«以同志为核心»的党中央保持一致\n! “以同志为核心”漏了姓名\n= 一、始终与以习近平同志为核心的党中央保持一致',
    '一、加强«D»员教育，发挥D组织作用\n! 以“D”代“党”，共 2 处，应改回\n= 一、加强党员教育，发挥党组织作用',
  ],
  *check(part) {
    const groups = new Map<string, Hit[]>()
    for (const line of part.lines) {
      if (!hasMatches(line)) continue
      for (const hit of hits(line)) {
        const group = groups.get(hit.kind === 'party' ? 'party' : hit.words)
        if (group) group.push(hit)
        else groups.set(hit.kind === 'party' ? 'party' : hit.words, [hit])
      }
    }
    for (const group of groups.values()) {
      const [first] = group as [Hit]
      if (first.kind === 'party') yield partyFinding(group, first)
      else if (first.kind === 'name') for (const hit of group) yield nameFinding(hit)
      else if (group.length > together) yield { ...manyFinding(group, first) }
      else
        for (const { line, from, to, words, text } of group)
          yield { line, from, to, args: [words], ...(text && { fixes: [replace({ line, from, to }, text, false)] }) }
    }
  },
})

function* hits(line: Line): Generator<Hit> {
  const { text } = line
  for (const { entry, from, to } of matches(line, 'placeholders')) {
    const kind = entry.kind as Kind
    if (kind !== 'letters' || isLone(text, from, to))
      yield { line, from, to, kind, words: entry.wrong, text: entry.right }
  }
  for (const { entry, from } of matches(line, 'party')) {
    const at = from + entry.wrong.indexOf('D')
    if (isLone(text, at, at + 1)) yield { line, from: at, to: at + 1, kind: 'party', words: 'D', text: '党' }
  }
}

/** DD is 党党 where it stands for two words; other letters and digits beside it make it a name or a grade. */
const isLone = (text: string, from: number, to: number): boolean =>
  !isLatin(text.charCodeAt(from - 1)) && !isLatin(text.charCodeAt(to))

const isLatin = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a && code !== 0x44) || (code >= 0x61 && code <= 0x7a)

const nameFinding = ({ line, from, to, words, text }: Hit) => ({
  line,
  from,
  to,
  severity: 'error' as const,
  message: { zh: `“${words}”漏了姓名`, en: `“${words}” has lost a name` },
  fixes: [replace({ line, from, to }, text, false)],
})

const manyFinding = (group: readonly Hit[], { line, from, to, words }: Hit) => ({
  line,
  from,
  to,
  message: {
    zh: `占位符“${words}”共 ${group.length} 处尚未替换`,
    en: `Placeholder “${words}” stands in ${group.length} places`,
  },
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
      edits: group,
    },
  ],
})
