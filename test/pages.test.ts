import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkHtml } from '../client/src/check-html.ts'
import { type Config, defaults } from '../server/src/lint/config.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { type Check, check } from '../server/src/report/check.ts'
import { checkMain, checkPage } from '../server/src/report/check-html.ts'
import { rules } from '../server/src/rules/index.ts'
import { linterOf } from '../server/src/rules/linter.ts'

/** What a document could say to become more than text. */
const attacks = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  `"><img src='x' onerror='alert(1)'>`,
  `' onclick='alert(1)' x='`,
  '<svg/onload=alert(1)>',
  '</style></main></body><base href="//example.invalid/">',
  '<meta http-equiv=refresh content="0;//a.invalid">',
  '<form action="//example.invalid"><button>',
  '<a href="javascript:alert(1)">',
  '<!--',
  '&lt;img src=x&gt;',
]

/** A check in which an attack stands wherever words of a document, of its name or of a configuration can. */
function checked(attack: string): Check {
  const banned = [{ word: '甲', use: attack, note: attack }]
  const config: Config = { ...defaults, profile: 'issue', today: '2026-11-23', banned }
  const text = [
    `某市2027年${attack}工作要点`,
    `一、${attack}`,
    `（一）在XX市推广${attack}甲事,乙事。（责任单位：市${attack}局；完成时限：${attack}）`,
    `三、严守政治记录${attack}，见第九条${attack}`,
    `附件1：${attack}`,
    `附件1`,
    `1.${attack}`,
  ].join('\n')
  const plan = analyze(text)
  const [first, ...open] = linterOf(config)(plan)
  assert.ok(first && open.length > 2)
  const entry = { rule: first.rule.id, words: attack, sentence: '', excerpt: attack, note: attack, date: attack }
  return check({ name: `${attack}.plan`, plan, config, rules, open, accepted: [{ finding: first, entry }] }, 'zh')
}

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> }

/** The elements of a page and its text. What is neither of the two, escaped, is said to be wrong. */
function read(page: string): { readonly elements: readonly Element[]; readonly text: string } {
  const elements: Element[] = []
  const rest = page
    .replace(/^<!doctype html>/, '')
    .replace(/(<style>)[^<]*(<\/style>)/, '$1$2')
    .replace(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g, (_, end: string, name: string, said: string) => {
      const attributes = Object.fromEntries(
        [...said.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value]),
      )
      if (end === '') elements.push({ name, attributes })
      return ''
    })
  assert.doesNotMatch(rest, /[<>"']/)
  return { elements, text: rest.replace(/&(\w+|#39);/g, (whole, name) => entities[name] ?? whole) }
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const elementsOf = (page: string): readonly Element[] => read(page).elements

const attributeNames = ({ attributes: own }: Element): readonly string[] => Object.keys(own)
const addressesOf = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap(({ attributes: { href, src } }) => [href, src].filter((each) => each !== undefined))

/** What a page's policy says of each kind of thing. */
function policyOf(elements: readonly Element[]): Readonly<Record<string, string>> {
  const own = elements.filter(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
  assert.equal(own.length, 1)
  const said = String(own[0]?.attributes['content']).replaceAll('&#39;', "'")
  return Object.fromEntries(said.split('; ').map((each) => each.split(/ (.*)/).slice(0, 2)))
}

const source = 'https://webview.invalid'
const shell = (uri: string) =>
  elementsOf(
    checkHtml({
      source,
      style: `${source}/dist/check.css`,
      script: `${source}/dist/check-page.js`,
      language: 'zh-CN',
      title: '发文前检查',
      waiting: '正在检查…',
      uri,
    }),
  )

describe('the page that a webview begins with', () => {
  it('loads and runs what is its own and nothing else', () => {
    const elements = shell('untitled:a.plan')
    const [script, ...others] = elements.filter(({ name }) => name === 'script')
    assert.deepEqual(others, [])
    const nonce = script?.attributes['nonce'] ?? ''
    assert.match(nonce, /^[A-Za-z0-9+/]{22}==$/)
    assert.deepEqual(policyOf(elements), {
      'default-src': "'none'",
      'style-src': source,
      'script-src': `'nonce-${nonce}'`,
      'base-uri': "'none'",
      'form-action': "'none'",
    })
    assert.deepEqual(addressesOf(elements), [`${source}/dist/check.css`, `${source}/dist/check-page.js`])
  })

  it('has another word for its script each time', () => {
    const words = Array.from({ length: 20 }, () => policyOf(shell('untitled:a.plan'))['script-src'])
    assert.equal(new Set(words).size, words.length)
  })

  for (const attack of attacks)
    it(`has ${attack} of an address as text`, () => {
      const [plain, attacked] = [shell('untitled:a.plan'), shell(`untitled:${attack}.plan`)]
      assert.deepEqual(
        attacked.map(({ name }) => name),
        plain.map(({ name }) => name),
      )
      assert.deepEqual(attacked.map(attributeNames), plain.map(attributeNames))
    })
})

describe('the editor', () => {
  it('has no other webview than that page', () => {
    const files = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    )
    const makes = /createWebviewPanel|registerWebviewViewProvider|registerCustomEditorProvider|\bhtml = /
    assert.deepEqual(
      files.filter((name) => makes.test(readFileSync(join('client/src', name), 'utf8'))),
      ['check-view.ts'],
    )
  })
})

/** The page beside a document, and the file that is passed on. */
const pages: Readonly<Record<string, (of: Check) => string>> = {
  'what is shown beside a document': (of) => checkMain(of, { locale: 'zh', live: true }),
  'what is shown beside a Word document': (of) => checkMain(of, { locale: 'zh', live: true, word: true }),
  'a report': (of) => checkPage([of], { locale: 'zh' }),
  'a report of several': (of) => checkPage([of, of], { locale: 'en' }),
}

/** What pages are made of; none of it runs or loads anything, but that a link leads to a place in the page. */
const elements = new Set(
  'html head meta title style body article header section div p span strong small h1 h2 ul ol li dl dt dd details summary label select option button a code blockquote mark'.split(
    ' ',
  ),
)
const attributes =
  /^(?:lang|charset|http-equiv|content|name|class|id|role|aria-[a-z]+|data-[a-z]+|value|selected|href)$/

for (const [what, page] of Object.entries(pages))
  describe(what, () => {
    for (const attack of attacks)
      it(`has ${attack} as text`, () => {
        const { elements: found, text } = read(page(checked(attack)))
        assert.ok(text.split(attack).length > 5, text)
        assert.deepEqual(
          found.filter(({ name, attributes: own }) => !elements.has(name) || !Object.keys(own).every(isKnown)),
          [],
        )
        assert.deepEqual(
          addressesOf(found).filter((each) => !/^#[df0-9]+$/.test(each)),
          [],
        )
      })
  })

const isKnown = (attribute: string): boolean => attributes.test(attribute)

describe('a report', () => {
  it('has a policy by which nothing is loaded, run or sent', () => {
    assert.deepEqual(policyOf(elementsOf(checkPage([checked('丙')], { locale: 'zh' }))), {
      'default-src': "'none'",
      'style-src': "'unsafe-inline'",
      'base-uri': "'none'",
      'form-action': "'none'",
    })
  })

  it('has a style that loads nothing', () => {
    const page = checkPage([checked('丙')], { locale: 'zh' })
    assert.doesNotMatch(/<style>([^<]*)<\/style>/.exec(page)?.[1] ?? 'url(', /url\(|@import/)
  })
})
