import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver/node'
import { addition } from '../server/src/edit/lists.ts'
import type { Found } from '../server/src/host/config.ts'
import { diskConfigs } from '../server/src/host/disk.ts'
import { describeProblem } from '../server/src/host/file-problem.ts'
import { userWordsPath } from '../server/src/host/user-words.ts'
import { wordAt } from '../server/src/lint/house-words.ts'
import { linter } from '../server/src/lint/lint.ts'
import { repair } from '../server/src/lint/repair.ts'
import { rule } from '../server/src/lint/rule.ts'
import { analyze } from '../server/src/plan/plan.ts'
import { rules } from '../server/src/rules/index.ts'
import { configured, problemsIn } from './configured.ts'
import { wordsOf } from './home.ts'
import { report, source } from './marked.ts'
import { creating, type Server, start } from './server.ts'
import { applied } from './text-edits.ts'

const lintWith = (config: object, own = rules) => linter(own, configured(JSON.stringify(config)))
const silences = (words: readonly string[], marked: string) =>
  assert.equal(report(lintWith({ words }), source(marked)), source(marked))
const leaves = (words: readonly string[], marked: string) =>
  assert.equal(report(lintWith({ words }), source(marked)), marked)

const readText = (path: string): string => readFileSync(path, 'utf8')

const record = '一、严守政治«记录»。\n! “记录”应为“纪律”\n= 一、严守政治纪律。'

/** What is wrong with a configuration. */
const said = ({ problems }: Found): string => problems.map((problem) => describeProblem(problem, 'en')).join()

describe('words of the house', () => {
  it('are right, and so is what lies inside them', () => {
    leaves([], record)
    for (const words of [['记录'], ['政治记录'], ['守政', '治记录'], ['政治', '记录', '政治记录']])
      silences(words, record)
  })

  it('are found where they overlap', () => silences(['严守政治', '政治记录'], record))

  it('say nothing of what goes beyond them, nor of the same words elsewhere', () => {
    leaves(['严守政治', '政治记'], record)
    leaves(['党的政治记录'], record)
    leaves(['全面推进', '全面'], '一、«全面全面»推进\n! “全面”重复\n= 一、全面推进')
  })

  it('need no quotation marks', () => silences(['四个坚定'], '一、增强«“四个坚定”»。'))

  it('are words: numbers and marks are judged all the same', () =>
    leaves(['落实,推进'], '一、落实«,»推进\n! 中文里的半角“,”应为全角“，”\n= 一、落实，推进'))

  it('hold for rules of words of every scope, and only for them', () => {
    const of = (id: 'typo/some' | 'owner/some') =>
      rule({
        id,
        scope: 'part',
        severity: 'warning',
        title: { zh: '', en: '' },
        message: { zh: '', en: '' },
        why: { zh: '', en: '' },
        source: '',
        rank: 'practice',
        good: [],
        bad: [],
        *check({ lines }) {
          for (const line of lines)
            for (const { index } of line.text.matchAll(/现场/g)) yield { line, from: index, to: index + 2 }
        },
      })
    const plan = analyze('某市工作要点\n一、整治特权现场\n二、查看现场，整治特权现场、特权现场\n')
    const count = (id: Parameters<typeof of>[0], words: readonly string[]) => lintWith({ words }, [of(id)])(plan).length
    assert.deepEqual(
      [count('typo/some', []), count('typo/some', ['特权现场']), count('owner/some', ['特权现场'])],
      [4, 1, 4],
    )
  })

  it('cost a line no more than its length', () => {
    const plan = analyze('推进工作推进工作，'.repeat(20_000))
    assert.equal(lintWith({ words: ['工作推进工', '推进工作推进工作'] })(plan).length, 0)
    assert.equal(lintWith({ words: ['工作推进工'] })(plan).length, 20_000)
  })

  it('are named where they are none, and the rest counts', () => {
    const written = '{ "words": ["数智赋能", "就", 7], "banned": { "打": "建", "打造": 1 } }'
    const { words, banned } = configured(written)
    assert.deepEqual(words, ['数智赋能'])
    assert.deepEqual(banned, [{ word: '打造', use: '', note: '' }])
    assert.deepEqual(problemsIn(written), [
      '«"就"» “就”: a word of two characters or more',
      '«7» “words.2”: a word of two characters or more',
      '«"建"» “打”: a word of two characters or more',
      '«1» “banned.打造.use” should be "…"',
    ])
    assert.deepEqual(problemsIn('{ "banned": [{ "word": "打造", "sev": 1, "severity": "off" }, {}], "words": {} }'), [
      '«"sev"» “sev” is not known',
      '«"off"» “banned.0.severity” should be error | warning | information | hint',
      '«{}» “banned.1”: a word of two characters or more',
      '«{}» “words” should be ["…", "…"]',
    ])
  })
})

describe('banned words', () => {
  const banned = (list: object) => lintWith({ banned: list })
  it('are found all in one pass, the longest of those that begin at one place', () =>
    assert.equal(
      report(banned({ 发改委: '发展改革委', 发改委员会: '发展改革委' }), '一、由发改委、发改委员会办理'),
      '一、由«发改委»、«发改委员会»办理\n! 不用“发改委”，应写“发展改革委”\n! 不用“发改委员会”，应写“发展改革委”\n= 一、由发展改革委、发展改革委办理',
    ))

  it('go before what the rules know of the same words, and yield to words of the house', () => {
    const text = '一、严守政治记录'
    assert.equal(
      report(banned({ 记录: '规矩' }), text),
      '一、严守政治«记录»\n! 不用“记录”，应写“规矩”\n= 一、严守政治规矩',
    )
    assert.equal(report(lintWith({ banned: { 记录: '规矩' }, words: ['政治记录'] }), text), text)
  })

  it('say what the list says, whatever is in it', () =>
    assert.equal(
      report(banned([{ word: '打造{1}', use: '建设$&', note: '见{0}' }]), '一、打造{1}平台'),
      '一、«打造{1}»平台\n! 不用“打造{1}”，应写“建设$&”：见{0}\n= 一、建设$&平台',
    ))
})

describe('the word that one adds', () => {
  for (const [marked, word] of [
    ['整治特«权现场»问题', '权现场'],
    ['整治特权现«场»问题', '现场问'],
    ['整治形式主义、特权现«场»、官僚主义', '特权现场'],
    ['整治“特«权现场»”', '特权现场'],
    ['“«场»面', '场面'],
    ['增强«“四个坚定”»，', '四个坚定'],
    ['坚持«“三个代表”思想»', '“三个代表”思想'],
    ['«，近而»推进工作', '近而'],
    ['𠮷𠮷«𠮷»𠮷𠮷', '𠮷𠮷𠮷'],
    ['，«场»。', undefined],
  ] as const)
    it(`of ${marked} is ${word ?? 'none'}`, () => {
      const from = marked.indexOf('«')
      const to = marked.indexOf('»') - 1
      assert.equal(wordAt(source(marked), { from, to }), word)
    })
})

describe('a list of words', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const own = () => join(folder, 'own.txt')

  it('has a word a line, in a file beside yaodian.json and in the user’s', () => {
    const { of, forget } = diskConfigs({ userWords: own() })
    assert.deepEqual(of(folder).for(undefined).words, [])
    file('yaodian.json', '{ "words": "words.txt" }')
    file('words.txt', '\uFEFF# 本处的词\r\n数智赋能  # 专项行动\r\n\r\n C#语言 \r\n')
    forget()
    assert.deepEqual(of(folder).for(undefined).words, ['数智赋能', 'C#语言'])
    file('own.txt', '特权现场')
    forget()
    assert.deepEqual(of(folder).for(undefined).words, ['数智赋能', 'C#语言', '特权现场'])
    // 记录 in GB18030, as an editor of a Chinese Windows may save it.
    file('words.txt', Buffer.from('bcc7c2bc0d0a', 'hex'))
    forget()
    assert.deepEqual(of(folder).for(undefined).words, ['记录', '特权现场'])
    assert.deepEqual(of(folder).problems, [])
  })

  it('that cannot be read is named, and the rest counts', () => {
    file('own.txt', '特权现场')
    file('yaodian.json', '{ "words": "nowhere.txt", "owners": "required" }')
    const { of, forget } = diskConfigs({ userWords: own() })
    assert.deepEqual(of(folder).for(undefined).words, ['特权现场'])
    assert.equal(of(folder).for(undefined).owners, 'required')
    assert.match(said(of(folder)), /yaodian\.json:1:12: .*nowhere\.txt: no such file/)
    file('yaodian.json', '{ "words": "../words.txt" }')
    forget()
    assert.match(said(of(folder)), /yaodian\.json:1:12: \.\.\/words\.txt is not below this folder/)
    assert.deepEqual(of(folder).lists, {})
  })

  it('of banned ones is a table', async () => {
    file('yaodian.json', '{ "banned": "banned.csv" }')
    file('banned.csv', '禁用词,改为,说明,级别\n打造,建设\n赋能,,少用,hint\n# 旧\n')
    const { of, settled } = diskConfigs({ userWords: own() })
    of(folder)
    await settled()
    assert.deepEqual(of(folder).for(undefined).banned, [
      { word: '打造', use: '建设', note: '' },
      { word: '赋能', use: '', note: '少用', severity: 'hint' },
    ])
  })

  it('of the user’s is where the platform has configuration', () => {
    const path = (platform: string, env: Record<string, string>) => userWordsPath(platform, env).replaceAll('\\', '/')
    assert.equal(path('linux', { HOME: '/h' }), '/h/.config/yaodian/words.txt')
    assert.equal(path('linux', { HOME: '/h', XDG_CONFIG_HOME: '/x' }), '/x/yaodian/words.txt')
    assert.equal(path('linux', { HOME: '/h', XDG_CONFIG_HOME: 'x' }), '/h/.config/yaodian/words.txt')
    assert.equal(
      path('darwin', { HOME: '/h', XDG_CONFIG_HOME: '/x' }),
      '/h/Library/Application Support/yaodian/words.txt',
    )
    assert.equal(path('win32', { HOME: '/h', APPDATA: '/a' }), '/a/yaodian/words.txt')
  })

  it('takes a new word and leaves the rest as it is', () => {
    const added = (name: string, text: string) => {
      const insertions = addition('words', name, text, '特权现场')
      return (
        insertions &&
        [...insertions]
          .reverse()
          .reduce((out, { offset, length, text: put }) => out.slice(0, offset) + put + out.slice(offset + length), text)
      )
    }
    assert.equal(added('words.txt', ''), '特权现场\n')
    assert.equal(added('words.txt', '# 词\r\n甲乙'), '# 词\r\n甲乙\r\n特权现场\r\n')
    assert.equal(added('yaodian.json', ''), '{\n  "words": [\n    "特权现场"\n  ]\n}\n')
    assert.equal(
      added('yaodian.json', '{\n\t// 起草\n\t"owners": "auto",\n\t"words": [\n\t\t"甲乙"\n\t]\n}\n'),
      '{\n\t// 起草\n\t"owners": "auto",\n\t"words": [\n\t\t"甲乙",\n\t\t"特权现场"\n\t]\n}\n',
    )
    for (const broken of ['{ "words": 1 }', '{ "words": [', '[[', '7'])
      assert.equal(added('yaodian.json', broken), undefined, broken)
  })
})

describe('words are added by a quick fix', () => {
  let folder = ''
  let home = ''
  let server: Server
  const text = '一、严守政治记录，深入贯彻，防止一触而就\n'
  const uri = () => pathToFileURL(join(folder, 'sub', 'a.plan')).href
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
    home = mkdtempSync(join(tmpdir(), 'yaodian-'))
    mkdirSync(join(folder, 'sub'))
    server = await start({
      locale: 'zh-cn',
      folder,
      home,
      capabilities: creating,
      initializationOptions: { saves: true },
    })
  })
  afterEach(async () => {
    await server.stop()
    for (const each of [folder, home]) rmSync(each, { recursive: true })
  })

  /** The quick fixes of the words there that add them to a list. */
  async function additions(words: string): Promise<readonly CodeAction[]> {
    const at = { line: 0, character: text.indexOf(words) }
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uri() },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    })
    return actions.filter(({ title }) => title.includes('词库'))
  }

  /** Does what a client does with an action; answers which files it created or changed. */
  function perform({ edit }: CodeAction): readonly string[] {
    return (edit?.documentChanges ?? []).map((change) => {
      const { uri: to } = 'kind' in change ? (change as CreateFile) : (change as TextDocumentEdit).textDocument
      const path = fileURLToPath(to)
      if ('kind' in change) {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, '')
        return `${change.kind} ${path}`
      }
      const content = applied(readText(path), change.edits as never)
      writeFileSync(path, content)
      return path
    })
  }

  it('to the workspace’s list, in a new yaodian.json or the file that it names', async () => {
    const opened = await server.open(uri(), text)
    assert.deepEqual(
      opened.diagnostics.map(({ code }) => code),
      ['typo/word', 'typo/word'],
    )
    const [house, own] = await additions('记录')
    assert.deepEqual([house?.title, own?.title], ['把“记录”加入词库（本工作区）', '把“记录”加入词库（个人）'])
    const config = join(folder, 'yaodian.json')
    assert.deepEqual(house?.command, {
      title: house?.title,
      command: 'yaodian.save',
      arguments: [pathToFileURL(config).href],
    })
    assert.deepEqual(perform(house as CodeAction), [`create ${config}`, config])
    assert.equal(readText(config), '{\n  "words": [\n    "记录"\n  ]\n}\n')
    assert.deepEqual(await afterChange(config), ['一触而就'])

    const list = join(folder, '词库.txt')
    writeFileSync(config, '{ "words": "词库.txt" }')
    writeFileSync(list, '记录')
    await tell(config)
    const [second] = await additions('一触而就')
    assert.deepEqual(perform(second as CodeAction), [list])
    assert.equal(readText(list), '记录\n一触而就\n')
    assert.deepEqual(await afterChange(list), [])
  })

  it('to the user’s own, which the server watches itself', async () => {
    await server.open(uri(), text)
    for (const [words, left] of [
      ['记录', ['一触而就']],
      ['一触而就', []],
    ] as const) {
      const [, own] = await additions(words)
      const next = server.next(uri())
      assert.equal(perform(own as CodeAction).at(-1), wordsOf(home))
      assert.deepEqual(shown((await next).diagnostics), left)
    }
    assert.equal(readText(wordsOf(home)), '记录\n一触而就\n')
  })

  it('only where the client can do it', async () => {
    await server.stop()
    server = await start({ locale: 'zh-cn', folder, home })
    await server.open(uri(), text)
    assert.deepEqual(await additions('记录'), [])
    writeFileSync(join(folder, 'yaodian.json'), '{}')
    await tell(join(folder, 'yaodian.json'))
    const [house, ...others] = await additions('记录')
    assert.deepEqual([house?.command, others], [undefined, []])
    assert.equal(house?.edit?.documentChanges?.length, 1)
  })

  const shown = (diagnostics: readonly { range: { start: { character: number }; end: { character: number } } }[]) =>
    diagnostics.map(({ range: { start, end } }) => text.slice(start.character, end.character))

  /** What is still found when the client told that a file changed. */
  async function afterChange(path: string): Promise<readonly string[]> {
    const next = server.next(uri())
    await tell(path)
    return shown((await next).diagnostics)
  }

  /** Tells that a file changed. Where no finding does, none is said again. */
  const tell = (path: string) =>
    server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(path).href, type: 2 }],
    })
})

describe('rubbish in real text', () => {
  it('takes no long paragraph with it, and no side of a quote for the other', () => {
    const text = `一、${'完善网盘链接管理，规范代写代笔，请联系各部门，防止扫码关注。'.repeat(8)}\n二、落实&quot;一件事&quot;改革。\n`
    assert.equal(repair(text, linter(rules, configured('{}'))).text, text)
  })
})
