import { type Formulation, halves, isLong, type Sureness } from './formulation.ts'
import { rawSpan, type Unquoted, unquoted } from './unquoted.ts'

/** What is off at [from, to) of a text, UTF-16 columns. */
export type Slip = {
  readonly formulation: Formulation
  readonly kind: 'order' | 'word' | 'missing'
  readonly from: number
  readonly to: number
  /** The member that is written wrong or missing, as it should be. */
  readonly member: string
  /** What should stand there, where there is one answer. */
  readonly right: string | undefined
  readonly sure: Sureness
}

/** A member in a text at [from, to) without quotation marks; `meant`: it is written wrong. */
type Token = { readonly index: number; readonly from: number; readonly to: number; readonly meant?: string }

/** A way to write a member, without quotation marks. */
type Wording = { readonly index: number; readonly text: string }

export type Check = (text: Unquoted) => readonly Slip[]

/** What is off in the runs of a formulation's members in a text. Linear in the text. */
export function checker(formulation: Formulation): Check {
  if (formulation.members.length === 1) return phraseChecker(formulation)
  const wordings = formulation.members
    .flatMap((all, index) => all.map((wording) => ({ index, text: unquoted(wording) })))
    .sort((a, b) => b.text.length - a.text.length)
  const indices = new Map(wordings.map(({ index, text }) => [text, index]))
  const member = new RegExp(wordings.map(({ text }) => text).join('|'), 'g')
  const fewest = formulation.least > 2 ? 2 : 1
  const tight = wordings.every(({ text }) => isLong(text))
  const between = tight ? maybeMark : marks
  return (text) => {
    const found: Slip[] = []
    let run: Token[] = []
    const end = () => {
      if (run.length >= fewest)
        for (const each of slipsOf(formulation, widened(run, wordings, text.text), text)) found.push(each)
      run = []
    }
    member.lastIndex = 0
    for (let match = member.exec(text.text); match; match = member.exec(text.text)) {
      const { 0: words, index: from } = match
      const token = { index: indices.get(words) as number, from, to: from + words.length }
      const last = run.at(-1)
      if (last) {
        const gap = text.text.slice(last.to, from)
        const wrong = between.test(gap) ? undefined : misspeltIn(gap, last, wordings, tight)
        if (wrong) run.push(wrong)
        else if (!between.test(gap)) end()
      }
      run.push(token)
    }
    end()
    return found
  }
}

const joint = '[、，,；;/·]?(?:以及|和|与|及)?'
const maybeMark = new RegExp(`^${joint}$`)
const marks = new RegExp(`^(?!$)${joint}$`)
const leading = new RegExp(`^${joint}`)
const trailing = /(?:[、，,；;/·]|以及|和|与|及)$/
const longestGap = 60

/** The member that a gap between two members holds, if it holds one with a slip of the pen. */
function misspeltIn(gap: string, before: Token, wordings: readonly Wording[], tight: boolean): Token | undefined {
  if (gap.length > longestGap) return undefined
  const tail = trailing.exec(gap)?.[0].length ?? 0
  if (tail === 0 && !tight) return undefined
  const end = gap.length - tail
  for (const lead of tight ? [...leads(gap), 0] : leads(gap)) {
    const words = gap.slice(lead, Math.max(lead, end))
    const all = wordings.filter(({ text }) => isAlmost(words, text))
    const meant = all.find(({ index }) => index === before.index + 1) ?? all[0]
    const from = before.to + lead
    if (meant) return { index: meant.index, from, to: from + words.length, meant: meant.text }
  }
  return undefined
}

/** How long the marks are that a text begins with; 和 may as well begin the word behind them. */
function leads(text: string): readonly number[] {
  const lead = leading.exec(text)?.[0].length ?? 0
  return lead === 0 ? none : lead === 1 ? [1] : [lead, 1]
}

/** One character of a word is another, or two changed places. Marks differ by taste. */
function isAlmost(word: string, right: string): boolean {
  if (word.length !== right.length) return false
  let first = -1
  let differing = 0
  for (let i = 0; i < word.length; i++) {
    if (word.charCodeAt(i) === right.charCodeAt(i)) continue
    if (isMark(word.charCodeAt(i)) || isMark(right.charCodeAt(i))) return false
    if (first < 0) first = i
    if (++differing > 2) return false
  }
  if (differing < 2) return differing === 1
  return (
    word.charAt(first) === right.charAt(first + 1) &&
    word.charAt(first + 1) === right.charAt(first) &&
    word.slice(first + 2) === right.slice(first + 2)
  )
}

const isMark = (code: number): boolean => code < 0x4e00 || code > 0x9fff

/** A run with what stands before and behind it, where that is a member that it lacks, with a slip of the pen. */
function widened(run: readonly Token[], wordings: readonly Wording[], text: string): readonly Token[] {
  if (run.length >= wordings.length) return run
  const { from } = run[0] as Token
  const { to } = run.at(-1) as Token
  const end = from - (trailing.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0)
  const head = end < from ? misspeltAt(run, wordings, text, (length) => end - length) : undefined
  const before = head ? [head, ...run] : run
  const tail = first(leads(text.slice(to, to + 3)), (lead) => misspeltAt(before, wordings, text, () => to + lead))
  // 优化政务服务 is a word of its own.
  return tail && !goesOn.test(text.charAt(tail.to)) ? [...before, tail] : before
}

/** The member that a run lacks, written wrong at a place that depends on its length. */
function misspeltAt(
  run: readonly Token[],
  wordings: readonly Wording[],
  text: string,
  at: (length: number) => number,
): Token | undefined {
  for (const wording of wordings) {
    const { index, text: meant } = wording
    const from = at(meant.length)
    if (from < 0 || run.some((token) => token.index === index)) continue
    if (isAlmost(text.slice(from, from + meant.length), meant)) return { index, from, to: from + meant.length, meant }
  }
  return undefined
}

function first<T, U>(all: readonly T[], find: (one: T) => U | undefined): U | undefined {
  for (const one of all) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}

const goesOn = /^[^的等和与及并是为以在\P{Script=Han}]$/u

function slipsOf(formulation: Formulation, run: readonly Token[], text: Unquoted): readonly Slip[] {
  const { members, least, also } = formulation
  if (run.length > members.length) return none
  const order = run.map(({ index }) => index)
  const distinct = new Set(order).size
  const named = distinct < members.length && isNamed(formulation, run, text.text)
  if (distinct < (named ? 2 : least) || also.has(order.map((index) => index + 1).join(''))) return none
  if (!run.every((token) => isCredible(token, run, formulation))) return none
  if (distinct < run.length) return twice(formulation, run, text)
  const sorted = [...run].sort((a, b) => a.index - b.index)
  const low = run.findIndex((token, i) => token !== sorted[i])
  if (low >= 0) return disordered(formulation, run, sorted, low, text)
  const wrong = run.filter(({ meant }) => meant !== undefined)
  if (wrong.length > 0) return wrong.map((token) => word(formulation, token, run.length, text))
  return distinct < members.length ? missing(formulation, run, named, text) : none
}

const none: readonly never[] = []

/** A word that is almost a member is meant as it where enough others stand with it; a short word asks for all others. */
function isCredible({ meant }: Token, run: readonly Token[], { members, least }: Formulation): boolean {
  if (meant === undefined) return true
  const exact = run.filter((other) => other.meant === undefined).length
  return exact >= (meant.length > 3 ? Math.max(1, least - 1) : Math.max(2, members.length - 1))
}

const atMost = (sure: Sureness, most: Sureness): Sureness =>
  levels[Math.max(levels.indexOf(sure), levels.indexOf(most))] as Sureness
const levels: readonly Sureness[] = ['certain', 'likely', 'hint']

/** All in their places but one, where another stands a second time. */
function twice(formulation: Formulation, run: readonly Token[], text: Unquoted): readonly Slip[] {
  const wrong = run.filter(({ index }, i) => index !== i)
  const [token] = wrong
  if (run.length !== formulation.members.length || !token || wrong.length > 1) return none
  const member = formulation.members[run.indexOf(token)]?.[0] ?? ''
  const [from, to] = rawSpan(text, token.from, token.to)
  return [{ formulation, kind: 'word', from, to, member, right: member, sure: atMost('likely', formulation.sure) }]
}

/** The stretch that is out of order, with its members in their places and all that stands between them as it was. */
function disordered(
  formulation: Formulation,
  run: readonly Token[],
  sorted: readonly Token[],
  low: number,
  text: Unquoted,
): readonly Slip[] {
  if (formulation.named && !isNamed(formulation, run, text.text)) return none
  const high = run.findLastIndex((token, i) => token !== sorted[i])
  const slots = run.slice(low, high + 1).map((token) => rawSpan(text, token.from, token.to))
  const right = slots
    .map(([from], i) => {
      const joint = i === 0 ? '' : text.raw.slice(slots[i - 1]?.[1], from)
      return joint + written(sorted[low + i] as Token, text)
    })
    .join('')
  const sure = run.length === formulation.members.length ? 'certain' : 'likely'
  const [[from], [, to]] = [slots[0] as readonly [number, number], slots.at(-1) as readonly [number, number]]
  return [{ formulation, kind: 'order', from, to, member: '', right, sure: atMost(sure, formulation.sure) }]
}

/** A member's words as the text has them, its slip mended, its quotation marks left as they are. */
function written({ from, to, meant }: Token, text: Unquoted): string {
  const [start, end] = rawSpan(text, from, to)
  if (meant === undefined) return text.raw.slice(start, end)
  const chars = text.raw.slice(start, end).split('')
  for (let i = 0; i < meant.length; i++) chars[(text.at()[from + i] as number) - start] = meant.charAt(i)
  return chars.join('')
}

function word(formulation: Formulation, token: Token, size: number, text: Unquoted): Slip {
  const [from, to] = rawSpan(text, token.from, token.to)
  const { length } = formulation.members
  const sure = size === length && length > 2 ? 'certain' : 'likely'
  const right = written(token, text)
  return { formulation, kind: 'word', from, to, member: right, right, sure: atMost(sure, formulation.sure) }
}

/**
 * A run in order that lacks members: beside the name, or where one alone is left out between the first and the last.
 * What goes on before or behind, or with 等, may be the rest.
 */
function missing(formulation: Formulation, run: readonly Token[], named: boolean, text: Unquoted): readonly Slip[] {
  const { members, open } = formulation
  const has = new Map(run.map((token, i) => [token.index, i]))
  const lacking = members.flatMap((_, index) => (has.has(index) ? [] : [index]))
  const [head, tail] = [run[0] as Token, run.at(-1) as Token]
  const whole = head.index === 0 && tail.index === members.length - 1
  const alone = !open && members.length > 3 && lacking.length === 1 && whole
  if (!alone && (!named || lacking.length > most)) return none
  // What stands at the edge of a line may go on in the next.
  if (/^(?:$|[等、和与及]|以及)/.test(text.text.slice(tail.to))) return none
  if (head.index > 0 && /^(?:$|[、和与及])/.test(text.text.charAt(head.from - 1))) return none
  // From the member before the first gap to the one behind the last.
  const low = Math.max(
    0,
    run.findLastIndex(({ index }) => index < (lacking[0] as number)),
  )
  const high = run.findIndex(({ index }) => index > (lacking.at(-1) as number))
  const last = high < 0 ? run.length - 1 : high
  const from = rawSpan(text, run[low]?.from ?? 0, run[low]?.to ?? 0)[0]
  const to = rawSpan(text, run[last]?.from ?? 0, run[last]?.to ?? 0)[1]
  return [
    {
      formulation,
      kind: 'missing',
      from,
      to,
      member: lacking.map((index) => members[index]?.[0]).join('、'),
      right: filled(formulation, run.slice(low, last + 1), lacking, text),
      sure: atMost('likely', formulation.sure),
    },
  ]
}

/** Who leaves out more says some on purpose. */
const most = 2

/** Members with those that lack put in; undefined where the way they are joined leaves open how. */
function filled(
  { members }: Formulation,
  run: readonly Token[],
  lacking: readonly number[],
  text: Unquoted,
): string | undefined {
  const named = (from: number, to: number): readonly string[] =>
    lacking.flatMap((index) => (index > from && index < to ? [members[index]?.[0] ?? ''] : []))
  const [head, tail] = [run[0] as Token, run.at(-1) as Token]
  let filled = named(-1, head.index)
    .map((member) => `${member}、`)
    .join('')
  let mark = '、'
  for (const [i, token] of run.entries()) {
    const last = run[i - 1]
    if (last) {
      const joint = text.raw.slice(rawSpan(text, last.from, last.to)[1], rawSpan(text, token.from, token.to)[0])
      if (!/^[、，和与及以]*$/.test(joint)) return undefined
      if (/[和与及]/.test(joint) && tail.index < (lacking.at(-1) as number)) return undefined
      if (joint === '，') mark = joint
      filled +=
        named(last.index, token.index)
          .map((member) => mark + member)
          .join('') + joint
    }
    filled += written(token, text)
  }
  return (
    filled +
    named(tail.index, members.length)
      .map((member) => mark + member)
      .join('')
  )
}

/** Whether the formulation's name stands right before a run, as what it says, or right behind it. */
function isNamed({ name }: Formulation, run: readonly Token[], text: string): boolean {
  const bare = unquoted(name)
  const { from } = run[0] as Token
  const { to } = run.at(-1) as Token
  const before = text.slice(Math.max(0, from - bare.length - nearby), from)
  const at = before.lastIndexOf(bare)
  if (at >= 0 && introduces.test(before.slice(at + bare.length))) return true
  const behind = text.slice(to, to + bare.length + nearby)
  const there = behind.indexOf(bare)
  return there >= 0 && !/[。；，、：:;,]/.test(behind.slice(0, there))
}

const nearby = 8
const introduces = /^(?:[^。；，、：]{0,4}[（(：:—]+|[，,]?(?:即|包括|是指|就是|是))?$/

/** A phrase that is written in one way: found by the half that is whole. */
function phraseChecker(formulation: Formulation): Check {
  const phrase = unquoted(formulation.name)
  const [head, tail] = halves(formulation).map(unquoted) as [string, string]
  return (text) => {
    const found = new Map<number, Slip>()
    const look = (from: number) => {
      const words = from < 0 ? '' : text.text.slice(from, from + phrase.length)
      // At its ends a phrase may meet another word: 第二个一百年, 核心价值体系.
      if (words.charAt(0) !== phrase.charAt(0) || words.at(-1) !== phrase.at(-1) || !isAlmost(words, phrase)) return
      const token = { index: 0, from, to: from + phrase.length, meant: phrase }
      found.set(from, { ...word(formulation, token, 1, text), sure: formulation.sure })
    }
    for (let i = text.text.indexOf(head); i >= 0; i = text.text.indexOf(head, i + 1)) look(i)
    for (let i = text.text.indexOf(tail); i >= 0; i = text.text.indexOf(tail, i + 1)) look(i - head.length)
    return [...found.values()]
  }
}
