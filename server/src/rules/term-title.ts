import { type Found, onlyOf, replace, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import type { Line } from '../plan/line.ts'
import { sign } from '../plan/signs.ts'

const titled = sign('《')
const title = /《([^《》]{8,80})》/g
type Use = { readonly line: Line; readonly from: number; readonly to: number }

export const termTitle = rule({
  id: 'term/title',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '同一书名两种写法', en: 'One title spelled two ways' },
  message: {
    zh: '这里写《{0}》，别处写《{1}》，是不是同一份文件',
    en: 'This says 《{0}》, elsewhere it is 《{1}》: is it one document?',
  },
  why: {
    zh: '同一份文件的名称，全文应当一字不差。',
    en: 'The title of a document is the same throughout.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '一、落实《某市优化营商环境条例》。\n二、落实《某市优化营商环境条例（修订）》《某省优化营商环境条例》。',
    '一、落实《工程建设项目审批管理办法》，落实《建筑工程施工许可管理办法》。',
  ],
  bad: [
    '一、落实《某市物业管理和服务办法》。\n二、按照《某市物业管理和服务办法》执行。\n三、修订《«某市物业管理与服务办法»》。\n! 这里写《某市物业管理与服务办法》，别处写《某市物业管理和服务办法》，是不是同一份文件\n= 三、修订《某市物业管理和服务办法》。',
  ],
  shows: [titled],
  sees: onlyOf((line) => has(line, titled)),
  *check(part, { speller }): Generator<Found> {
    const uses = new Map<string, Use[]>()
    for (const line of part.lines) {
      if (!has(line, titled)) continue
      for (const { index, 1: name = '' } of line.text.matchAll(title)) {
        const use = { line, from: index + 1, to: index + 1 + name.length }
        const there = uses.get(name)
        if (there) there.push(use)
        else uses.set(name, [use])
      }
    }
    if (uses.size < 2) return
    for (const [name, other] of nearPairs([...uses.keys()])) {
      const kind = slipOf(name, other)
      if (kind === 'none') continue
      const [rare, usual] =
        (uses.get(name)?.length ?? 0) < (uses.get(other)?.length ?? 0) ? [name, other] : [other, name]
      const certain = (uses.get(usual)?.length ?? 0) > 1 && uses.get(rare)?.length === 1
      const { at } = difference(rare, usual)
      for (const use of uses.get(rare) ?? []) {
        if (kind === 'other' && !speller?.isStrange(use.line.text, use.from + at)) continue
        yield {
          ...use,
          severity: certain ? 'warning' : 'information',
          args: [rare, usual],
          fixes: [replace(use, usual, certain)],
        }
      }
    }
  },
})

/** Titles that differ in one place by one character or two. Such two share their first or their last half: only those are compared. */
function* nearPairs(names: readonly string[]): Generator<readonly [string, string]> {
  const halves = new Map<string, string[]>()
  const told = new Set<string>()
  for (const name of names) {
    const half = Math.floor(name.length / 2) - 1
    for (const key of [`^${name.slice(0, half)}`, `$${name.slice(-half)}`]) {
      const bucket = halves.get(key) ?? []
      for (const other of bucket) {
        if (told.has(`${other}\n${name}`) || !isNear(other, name)) continue
        told.add(`${other}\n${name}`)
        yield [other, name]
      }
      if (bucket.length < fullest) bucket.push(name)
      halves.set(key, bucket)
    }
  }
}

/** As many titles that begin alike are a series. */
const fullest = 12

/** Where two titles part and meet again. */
function difference(a: string, b: string): { readonly at: number; readonly x: string; readonly y: string } {
  let at = 0
  while (a[at] === b[at] && at < Math.min(a.length, b.length)) at++
  let end = 0
  while (a.at(-1 - end) === b.at(-1 - end) && end < Math.min(a.length, b.length) - at) end++
  return { at, x: a.slice(at, a.length - end), y: b.slice(at, b.length - end) }
}

/** Particles and marks that are easily taken for one another, or lost. */
const particles = /^[和与及、的等之地得“”]*$/

function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 2) return false
  const { x, y } = difference(a, b)
  return Math.max(x.length, y.length) <= 2
}

/** How two titles differ that are nearly one: by particles, by two characters that changed places, by one other character. */
function slipOf(a: string, b: string): 'particle' | 'order' | 'other' | 'none' {
  const { x, y } = difference(a, b)
  if (particles.test(x) && particles.test(y)) return 'particle'
  if (x.length === 2 && x === [...y].reverse().join('')) return 'order'
  return x.length === 1 && y.length === 1 && !/[省市县区州旗国]/.test(x + y) ? 'other' : 'none'
}
