import assert from 'node:assert/strict'
import fc from 'fast-check'
import { learnPhrases } from '../server/src/lexicon/spelling/count.ts'
import { recurrence, trigrams } from '../server/src/lexicon/spelling/recurrence.ts'
import { speller } from '../server/src/lexicon/spelling/speller.ts'
import { tabled } from '../server/src/lexicon/spelling/tables-file.ts'
import { type Config, defaults } from '../server/src/lint/config.ts'
import { applyEdits, firstFix } from '../server/src/lint/fix.ts'
import { type Finding, linter } from '../server/src/lint/lint.ts'
import { repair } from '../server/src/lint/repair.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { anyText, apply, edit, planText } from './documents.ts'
import { shipped, unpacked } from './speller.ts'

const likely = rules.filter(({ id }) => ['typo/likely', 'typo/order', 'typo/variant'].includes(id))
const bytes = () => unpacked('phrases')
const spellerOf = (phrases: Uint8Array) => speller(tabled(phrases), unpacked('context'))

const found = (text: string, config: Partial<Config> = {}): readonly Finding[] =>
  linter(likely, { ...defaults, speller: shipped(), ...config })(analyze(text))

/** Those that are more than hints. */
const told = (findings: readonly Finding[]) => findings.filter(({ severity }) => severity !== 'hint')

/** What a document says when the first fix of every finding is taken. */
function mended(text: string): string {
  const plan = analyze(text)
  const findings = linter(likely, { ...defaults, speller: shipped() })(plan)
  return applyEdits(
    plan,
    findings.flatMap((finding) => firstFix(finding)?.edits ?? []),
  )
}

/** A line is wrong and what it was meant to say. */
const slips: readonly (readonly [string, string])[] = [
  ['一、积极应对全球气侯变化。', '一、积极应对全球气候变化。'],
  ['二、加强组织领倒和统筹协调。', '二、加强组织领导和统筹协调。'],
  ['三、完整准确全面贯彻新发展里念。', '三、完整准确全面贯彻新发展理念。'],
  ['四、组织实施关键技术公关项目。', '四、组织实施关键技术攻关项目。'],
  ['五、各有关部门要按照职责分工抓好洛实。', '五、各有关部门要按照职责分工抓好落实。'],
  ['六、统筹推进基楚设施建设。', '六、统筹推进基础设施建设。'],
  ['七、加强组织导领，压实工作责任。', '七、加强组织领导，压实工作责任。'],
]

describe('likely wrong words', () => {
  for (const [wrong, right] of slips) it(`mends ${wrong}`, () => assert.equal(mended(wrong), right))

  it('are silent on what they were meant to say', () => {
    const text = slips.map(([, right]) => right).join('\n')
    assert.deepEqual(found(text), [])
  })

  it('are silent on puns and names in quotation marks, on words that dictionaries know, and on names', () => {
    const right = [
      '一、打造“‘红’扬人社”品牌，开展“奔‘甬’而来”“北聚英才”“青廉护航”行动。',
      '二、按国际惯例办理，拧紧责任链条，展现崭新面貌。',
      '三、由张永洪、李淑敏同志牵头，在下岙村、双坑街道试点。',
    ]
    assert.deepEqual(told(found(right.join('\n'))), [])
  })

  it('are silent where the document says so again and again: that is its own word', () => {
    const once = '一、开展“轻微速罚”行动，推行轻微速罚清单。'
    const often = [once, '二、完善轻微速罚程序。', '三、推广轻微速罚经验。', '四、公布轻微速罚案例。'].join('\n')
    assert.deepEqual(found(often), [])
  })

  it('are never mended in bulk', () => {
    const text = slips.map(([wrong]) => wrong).join('\n')
    assert.ok(found(text).length >= slips.length)
    assert.equal(repair(text, linter(likely, { ...defaults, speller: shipped() })).text, text)
  })

  it('come with at most three ways to mend them, the likeliest first', () => {
    for (const { fixes = [] } of found(slips.map(([wrong]) => wrong).join('\n'))) {
      assert.ok(fixes.length >= 1 && fixes.length <= 3)
      assert.deepEqual(
        fixes.map(({ preferred }) => preferred === true),
        fixes.map((_, i) => i === 0),
      )
    }
  })

  it('are more with a high sensitivity and fewer with a low one', () => {
    const text = slips.map(([wrong]) => wrong).join('\n')
    const [low, normal, high] = (['low', 'normal', 'high'] as const).map(
      (sensitivity) => told(found(text, { sensitivity })).length,
    )
    assert.ok((low as number) <= (normal as number) && (normal as number) <= (high as number))
    assert.ok((high as number) > 0)
  })

  it('are none where nothing tells them', () =>
    assert.deepEqual(found(slips[0]?.[0] as string, { speller: undefined }), []))

  it('are the same after an edit as in a new document', () =>
    fc.assert(
      fc.property(planText, edit, (text, change) => {
        const lint = linter(likely, { ...defaults, speller: shipped() })
        const before = analyze(text)
        lint(before)
        const changed = apply(text, change)
        const shape = ({ from, to, rule }: Finding) => [rule.id, from, to]
        assert.deepEqual(lint(analyze(changed, before)).map(shape), found(changed).map(shape))
      }),
      { numRuns: 60 },
    ))

  it('are weighed to the end only where that may matter: what is cut short says the most that it can come to', () => {
    const { correct, weigh } = spellerOf(bytes())
    const document = trigrams(slips.map(([text]) => ({ text })))
    const weighed = slips.flatMap(([text]) =>
      correct(text).map((correction) => {
        const recurs = recurrence(document, text, correction)
        const most = weigh(correction, recurs, Number.POSITIVE_INFINITY)
        return { most, odds: weigh(correction, recurs, Number.NEGATIVE_INFINITY) }
      }),
    )
    assert.ok(weighed.length >= slips.length)
    for (const { most, odds } of weighed) assert.ok(most >= odds, `${most} < ${odds}`)
    assert.ok(weighed.some(({ most, odds }) => most > odds))
  })

  it('are looked for in any text', () =>
    fc.assert(
      fc.property(anyText, (text) => void found(text)),
      { numRuns: 300 },
    ))
})

describe('phrases', () => {
  it('are no other file', () => {
    assert.throws(() => spellerOf(new Uint8Array([1, 2, 3])), /not a file of phrases/)
    assert.throws(() => spellerOf(bytes().subarray(0, 1_000_000)), /cut short/)
  })

  it('learn the words of a house', () => {
    const strange = '一、推进鑫瀚鎏智造工程建设。'
    const learned = spellerOf(learnPhrases(bytes(), [`${strange}\n二、鑫瀚鎏智造工程竣工。\n三、总结鑫瀚鎏智造工程。`]))
    const places = (by: typeof learned) => [...strange].filter((_, at) => by.isStrange(strange, at)).length
    assert.ok(places(learned) < places(shipped()))
    const wrong = slips[0]?.[0] as string
    assert.deepEqual(
      linter(likely, { ...defaults, speller: learned })(analyze(wrong)).map(({ from, to }) => [from, to]),
      found(wrong).map(({ from, to }) => [from, to]),
    )
  })

  it('that are learned from nothing new say what they said', () => {
    const again = learnPhrases(bytes(), [])
    const line = slips.map(([wrong]) => wrong).join('')
    assert.deepEqual(
      spellerOf(again)
        .correct(line)
        .map(({ from, text }) => [from, text]),
      shipped()
        .correct(line)
        .map(({ from, text }) => [from, text]),
    )
  })
})
