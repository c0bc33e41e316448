import assert from 'node:assert/strict'
import tsv from '../server/lexicon/formulations.tsv'
import { rows } from '../server/src/lexicon/entries.ts'
import { type Formulation, misused, readFormulations } from '../server/src/lexicon/formulation.ts'
import { defaults } from '../server/src/lint/config.ts'
import { linter } from '../server/src/lint/lint.ts'
import { wordingFormula } from '../server/src/rules/wording-formula.ts'
import { report } from './marked.ts'

const formulations = readFormulations(tsv)
const lists = formulations.filter(({ members }) => members.length > 1)
const phrases = formulations.filter(({ members }) => members.length === 1)
const lint = linter([wordingFormula], defaults)

/** A sentence with words of a formulation beside its name, which settles what they are meant as. */
const beside = ({ name }: Formulation, words: readonly string[]): string => `一、落实${name}（${words.join('、')}）。`
const alone = (words: readonly string[]): string => `一、落实${words.join('、')}。`
const sentence = (formulation: Formulation) => (formulation.named ? beside.bind(null, formulation) : alone)
const usual = ({ members }: Formulation): readonly string[] => members.map(([first = '']) => first)

/** A wrong text and the right one. */
type Pair = readonly [wrong: string, right: string]

const swaps = (one: Formulation): readonly Pair[] =>
  usual(one)
    .slice(1)
    .map((member, i) => {
      const words = usual(one)
      return [sentence(one)(words.with(i, member).with(i + 1, words[i] ?? '')), sentence(one)(words)]
    })

/** Each member with a character that stands in none. */
const misspelt = (one: Formulation): readonly Pair[] =>
  usual(one).map((member, i) => [sentence(one)(usual(one).with(i, spoilt(member))), sentence(one)(usual(one))])

const drops = (one: Formulation): readonly Pair[] =>
  usual(one).flatMap((_, i) =>
    one.members.length === 2 ? [] : [[beside(one, usual(one).toSpliced(i, 1)), beside(one, usual(one))]],
  )

function spoilt(word: string): string {
  const at = Math.max(
    1,
    [...word].findLastIndex((char, i) => i <= word.length >> 1 && !'“”、，（）'.includes(char)),
  )
  return `${word.slice(0, at)}某${word.slice(at + 1)}`
}

const mended = (text: string): string =>
  report(lint, text)
    .split('\n')
    .find((line) => line.startsWith('= '))
    ?.slice(2) ?? 'nothing found'

/** That each wrong text gives one finding, which makes the right one of it. */
function assertMended(pairs: readonly Pair[]): void {
  assert.deepEqual(
    pairs.flatMap(([wrong, right]) => (mended(wrong) === right ? [] : [{ wrong, mended: mended(wrong) }])),
    [],
  )
  assert.deepEqual(
    pairs.filter(([wrong]) => report(lint, wrong).split('«').length !== 2).map(([wrong]) => wrong),
    [],
  )
}

describe('the fixed formulations', () => {
  it('are well-formed', () => {
    assert.deepEqual(
      rows(tsv).filter(
        ([name = '', , options = '', use = '', misuses = '']) =>
          name === '' ||
          !/^(?:(?:least=\d+|split=\d+|open|named|likely|hint|also=[\d,]+)(?: (?!$)|$))*$/.test(options) ||
          [use, ...misuses.split('|')].some((words) => words !== '' && words.split('~').length !== 2),
      ),
      [],
    )
  })
  it('have members of two characters at least, without anything that a pattern takes for its own', () => {
    assert.deepEqual(
      formulations
        .flatMap(({ members }) => members.flat())
        .filter((member) => !/^[\p{Script=Han}\d“”、，（）]{2,}$/u.test(member)),
      [],
    )
  })
  it('are silent as they should be, in every wording and with other marks', () => {
    for (const one of formulations) {
      const most = Math.max(...one.members.map((wordings) => wordings.length))
      for (let i = 0; i < most; i++) {
        const words = one.members.map((wordings) => wordings[Math.min(i, wordings.length - 1)] ?? '')
        for (const text of [
          alone(words),
          beside(one, words),
          `一、落实${words.join('，')}。`,
          `一、落实${words.map((word) => `“${word}”`).join('')}。`,
        ])
          assert.equal(report(lint, text), text)
      }
    }
  })
  it(`with two neighbours swapped are mended: ${lists.flatMap(swaps).length}`, () => assertMended(lists.flatMap(swaps)))
  it(`with a member misspelt are mended: ${lists.flatMap(misspelt).length}`, () =>
    assertMended(lists.flatMap(misspelt)))
  it(`beside their names with a member dropped are mended: ${lists.flatMap(drops).length}`, () =>
    assertMended(lists.flatMap(drops)))
  it(`of one phrase, misspelt, are mended: ${phrases.length}`, () =>
    assertMended(phrases.map((one) => [alone([spoilt(one.name)]), alone([one.name])])))
  it('are let alone where something else is meant, or some members only, or what was said before', () => {
    for (const words of [
      '向第二个一百年奋斗目标进军，弘扬社会主义核心价值体系',
      '简政放权、放管结合、优化政务服务',
      '党政同责、一岗双责、失职追责',
      '基层保工资、保运转、保基本民生',
      '全面建成小康社会、全面深化改革、全面依法治国、全面从严治党',
      '政治建设、思想建设、组织建设、制度建设、作风建设',
      '科学立法、严格执法、依法监察、公正司法',
      '“四风”特别是形式主义、官僚主义',
      '形式主义、享乐主义等“四风”问题',
      '生态文明建设和经济建设、政治建设、文化建设、社会建设',
      '增强“两个维护”的自觉',
      '早发现、早诊断、早报告、早治疗',
    ])
      assert.equal(report(lint, `一、${words}。`), `一、${words}。`)
  })
  it('are mended with 和 before the last and in quotation marks of their own', () => {
    for (const [wrong, right] of [
      ['政治判断力、政治执行力和政治领悟力', '政治判断力、政治领悟力和政治执行力'],
      ['“不敢腐”“不想腐”“不能腐”', '“不敢腐”“不能腐”“不想腐”'],
      ['形式主义、官僚主义、亨乐主义和奢靡之风', '形式主义、官僚主义、享乐主义和奢靡之风'],
      ['坚定“四个自信”、增强“四个意识”、做到“两个维护”', '增强“四个意识”、坚定“四个自信”、做到“两个维护”'],
    ] as const)
      assertMended([[alone([wrong]), alone([right])]])
  })
  const misuses = formulations.flatMap(misused)
  it(`with a wrong verb or carrier are mended: ${misuses.length}`, () =>
    assertMended(misuses.map(({ wrong, right }) => [alone([wrong]), alone([right])])))
})
