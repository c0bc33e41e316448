import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import {
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  InsertedTextRun,
  LevelFormat,
  LevelSuffix,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readWord } from '../server/src/word/word.ts'
import { WordError } from '../server/src/word/word-error.ts'
import { livingIn } from './home.ts'
import { list, listOf, numbered, paragraph, run, wordFile } from './word-file.ts'

const program = resolve('dist/yaodian.cjs')
const textOf = async (bytes: Uint8Array): Promise<string> => (await readWord(bytes)).text
const author = { name: '要点', initials: 'YD', date: new Date('2027-01-01T00:00:00Z') }

const levels = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '（%2）'],
  ['decimal', '%3.'],
] as const

/** A document as another program writes it: lists, a table, tracked changes, a comment, a foot-note. */
const library = (): Promise<Uint8Array> => {
  const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    level: at,
    format,
    text,
    suffix: LevelSuffix.NOTHING,
  })
  const item = (at: number, ...children: ConstructorParameters<typeof TextRun>[0][]) =>
    new Paragraph({
      numbering: { reference: 'plan', level: at },
      children: children.map((each) => new TextRun(each)),
    })
  const cell = (...texts: readonly string[]) => new TableCell({ children: texts.map((text) => new Paragraph(text)) })
  const change = { id: 7, author: '李四', date: '2027-01-01T00:00:00Z' }
  return Packer.toBuffer(
    new Document({
      numbering: {
        config: [
          {
            reference: 'plan',
            levels: [
              level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
              level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
              level(2, LevelFormat.DECIMAL, '%3.'),
            ],
          },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('指防止一触而就。')] } },
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun({ text: '某市2027年工作要点', bold: true })] }),
            item(0, '加强统筹'),
            item(1, '严守', { text: '政治', bold: true }, '记录，压实责任。'),
            new Paragraph({
              children: [
                new TextRun('推进'),
                new DeletedTextRun({ text: '老办法', ...change }),
                new InsertedTextRun({ text: '新办法', ...change }),
                new TextRun('，落实到位'),
                new FootnoteReferenceRun(1),
                new TextRun('。'),
              ],
            }),
            item(0, '完善制度'),
            new Table({
              rows: [
                new TableRow({ children: [cell('序号'), cell('任务'), cell('单位')] }),
                new TableRow({ children: [cell('1'), cell('编制清单；', '报送清单'), cell('市教育局')] }),
              ],
            }),
          ],
        },
      ],
    }),
  )
}
const libraryText =
  '某市2027年工作要点\n一、加强统筹\n（一）严守政治记录，压实责任。\n推进新办法，落实到位。\n二、完善制度\n序号\t任务\t单位\n1\t编制清单；报送清单\t市教育局\n\n指防止一触而就。'

/** Headings that are numbered by their styles, as plans made from a template are. */
const styled = wordFile(
  `${paragraph(run('某市2027年工作要点'))}${[
    ['1', '总体要求'],
    ['2', '指导思想'],
    ['1', '重点任务'],
    ['2', '加强统筹'],
    ['3', '防止一触而就。'],
    ['4', '完善制度。'],
  ]
    .map(([style, text]) => paragraph(run(text as string), `<w:pStyle w:val="${style}"/>`))
    .join('')}${paragraph(run('不编号'), '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')}`,
  {
    numbering:
      list(
        5,
        levels.map(([format, text], i) => [format, text, `<w:pStyle w:val="${i + 1}"/><w:suff w:val="tab"/>`] as const),
      ) + listOf(3, 5),
    styles: `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>${[1, 2, 3]
      .map(
        (n) =>
          `<w:style w:type="paragraph" w:styleId="${n}"><w:name w:val="heading ${n}"/><w:pPr><w:numPr><w:ilvl w:val="${n - 1}"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`,
      )
      .join(
        '',
      )}<w:style w:type="paragraph" w:styleId="4"><w:name w:val="own"/><w:basedOn w:val="3"/><w:pPr/></w:style>`,
  },
)
const styledText =
  '某市2027年工作要点\n一、总体要求\n（一）指导思想\n二、重点任务\n（一）加强统筹\n1.防止一触而就。\n2.完善制度。\n不编号'

/** What comes in drafts that went through many hands. */
const rough = wordFile(
  [
    paragraph(`${run('一、')}<w:r><w:tab/></w:r>${run('甲&amp;乙')}<w:r><w:br/></w:r>${run('防止一触而就')}`),
    paragraph(
      `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('3')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('页')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>`,
    ),
    paragraph(
      `<w:hyperlink>${run('链接')}</w:hyperlink><w:smartTag>${run('标签')}</w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>${run('控件')}</w:sdtContent></w:sdt><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>${run('完')}`,
    ),
    paragraph(
      `${run('前')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>${paragraph(run('框中的字'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${paragraph(run('框中的字'))}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('后')}`,
    ),
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('上半')}</w:p>${paragraph(run('下半'))}`,
    '<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>',
    '<w:p/>',
    `<w:p><w:r><w:t>  两头的空格  </w:t></w:r><w:r><w:t xml:space="preserve"> 要</w:t></w:r></w:p>`,
  ].join(''),
)
const roughText = '一、甲&乙\n防止一触而就\n3页\n链接标签控件a+b完\n前后\n框中的字\n上半下半\n\n\n两头的空格 要'

describe('a Word document', () => {
  for (const name of readdirSync('test/word').filter((each) => each.endsWith('.docx'))) {
    it(`of LibreOffice is read as it is printed: ${name}`, async () => {
      assert.equal(
        `${await textOf(readFileSync(join('test/word', name)))}\n`.replace(/\n+$/, '\n'),
        readFileSync(join('test/word', name.replace('.docx', '.txt')), 'utf8'),
      )
    })
  }

  it('of a library is read with its lists, its table, its changes and its notes', async () => {
    assert.equal(await textOf(await library()), libraryText)
  })

  it('has the numbers of its headings’ styles', async () => {
    assert.equal(await textOf(styled), styledText)
  })

  it('has what is printed and nothing else', async () => {
    assert.equal(await textOf(rough), roughText)
  })

  it('counts its lists as Word does', async () => {
    const item = (id: number, level: number, text: string) => paragraph(run(text), numbered(id, level))
    const numbering =
      list(0, levels) +
      list(1, [
        ['decimal', '%1'],
        ['decimal', '%1.%2'],
        ['decimalEnclosedCircle', '%3'],
      ]) +
      list(2, [
        ['chineseLegalSimplified', '第%1条'],
        ['upperRoman', '%1-%2', '<w:isLgl/>'],
        ['bullet', '●'],
      ]) +
      listOf(1, 0) +
      listOf(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
      listOf(3, 1) +
      listOf(4, 2)
    const body = [
      ...[0, 1, 2, 2, 1, 2, 0, 2].map((level) => item(1, level, '甲')),
      item(2, 0, '重起'),
      item(1, 0, '接续'),
      ...[0, 1, 1, 2, 2, 0, 1].map((level) => item(3, level, '乙')),
      ...Array.from({ length: 11 }, () => item(4, 0, '丙')),
      item(4, 1, '丁'),
      item(4, 2, '点'),
    ]
    assert.deepEqual((await textOf(wordFile(body.join(''), { numbering }))).split('\n'), [
      ...['一、', '（一）', '1.', '2.', '（二）', '1.', '二、', '1.'].map((label) => `${label}甲`),
      '五、重起',
      '六、接续',
      ...['1 ', '1.1 ', '1.2 ', '①', '②', '2 ', '2.1 '].map((label) => `${label}乙`),
      ...['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '壹拾', '壹拾壹'].map((n) => `第${n}条丙`),
      '11-1 丁',
      '点',
    ])
  })
})

const documents = async (): Promise<readonly (readonly [string, Uint8Array])[]> => [
  ...readdirSync('test/word')
    .filter((name) => name.endsWith('.docx'))
    .map((name) => [name, readFileSync(join('test/word', name))] as const),
  ['library', await library()],
  ['styled', styled],
  ['rough', rough],
]

describe('comments in a Word document', () => {
  it('stand around their words; the text and every other part are as they were', async () => {
    for (const [name, bytes] of await documents()) {
      const word = await readWord(bytes)
      const lines = word.text.split('\n')
      const place = fc.tuple(fc.nat(lines.length - 1), fc.nat(60), fc.nat(12)).map(([line, from, length]) => {
        const end = lines[line]?.length ?? 0
        return { line, from: Math.min(from, end), to: Math.min(from + length, end), text: '改\n“&<>”' }
      })
      await fc.assert(
        fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 6 }), async (comments) => {
          const copy = word.withComments(comments, author)
          assert.equal((await readWord(copy)).text, word.text)
          const [before, after] = [unzipSync(bytes), unzipSync(copy)]
          const added = Object.keys(after).filter((each) => !(each in before))
          assert.ok(added.every((each) => each === 'word/comments.xml' || each === 'word/_rels/document.xml.rels'))
          for (const each of Object.keys(before)) {
            if (/document\.xml|comments\.xml|Content_Types/.test(each)) continue
            assert.deepEqual(after[each], before[each], each)
          }
          const document = strFromU8(after['word/document.xml'] as Uint8Array)
          const ids = [...strFromU8(after['word/comments.xml'] as Uint8Array).matchAll(/<w:comment [^>]*w:id="(\d+)"/g)]
          const own = ids.slice(-comments.length).map(([, id]) => id)
          for (const [i, { line, from, to }] of comments.entries()) {
            const marked = between(document, own[i] as string)
            assert.ok(marked !== undefined, `${name}: a comment without its place`)
            const words = lines[line]?.slice(from, to).replaceAll('\t', '') ?? ''
            // An automatic number is no text, and a row's words are marked in their first cell.
            if (words && marked && name !== 'rough')
              assert.ok(words.includes(marked) || marked.length === 1, `${name}: ${marked} for ${words}`)
          }
        }),
        { numRuns: 60 },
      )
    }
  })

  it('are added to those that are there', async () => {
    const bytes = readFileSync('test/word/lo-notes.docx')
    const word = await readWord(bytes)
    const copy = word.withComments([{ line: 1, from: 0, to: 2, text: '新' }], author)
    const comments = strFromU8(unzipSync(copy)['word/comments.xml'] as Uint8Array)
    assert.match(comments, /请核实/)
    assert.match(comments, /w:id="1" w:author="要点"/)
  })

  it('mark the words and no more, where a run has to be parted', async () => {
    const word = await readWord(rough)
    const line = word.text.split('\n').findIndex((each) => each.startsWith('两头'))
    const copy = word.withComments(
      [
        { line, from: 2, to: 4, text: '一' },
        { line: 0, from: 3, to: 4, text: '二' },
      ],
      author,
    )
    const document = strFromU8(unzipSync(copy)['word/document.xml'] as Uint8Array)
    assert.equal(between(document, '0'), '的空')
    assert.equal(between(document, '1'), '&amp;')
  })
})

/** The text between the marks of a comment, as it is written. */
function between(document: string, id: string): string | undefined {
  const match = new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`, 's').exec(
    document,
  )
  return match?.[1]?.replace(
    /<w:(?:delText|instrText)\b.*?<\/w:\w+>|<mc:AlternateContent>.*?<\/mc:AlternateContent>|<[^>]*>/gs,
    '',
  )
}

describe('a file that is no good Word document', () => {
  const refused = (bytes: Uint8Array, fault: string) =>
    assert.rejects(readWord(bytes), (error) => error instanceof WordError && error.fault === fault)
  const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const withDocument = (xml: string) => {
    const files = unzipSync(wordFile(''))
    return zipSync({ ...files, 'word/document.xml': strToU8(xml) })
  }

  it('is said to be what it is', async () => {
    const whole = wordFile(paragraph(run('甲')))
    await refused(new Uint8Array(), 'broken')
    await refused(strToU8('一、甲'), 'notWord')
    await refused(new Uint8Array([...compound, ...new Uint8Array(600)]), 'old')
    await refused(
      Buffer.concat([Buffer.from(compound), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    )
    for (const part of [10, 0.3, 0.6, 0.95])
      await refused(whole.subarray(0, part < 1 ? whole.length * part : part), 'broken')
    await refused(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'notWord')
    await refused(
      zipSync({ 'content.xml': strToU8('<a/>'), mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'notWord',
    )
    await refused(withDocument('<w:document><w:body><w:p></w:body>'), 'broken')
    await refused(withDocument('<html/>'), 'broken')
    const { 'word/document.xml': gone, ...rest } = unzipSync(whole)
    await refused(zipSync(rest), 'broken')
  })

  it('does not get what it is after: bombs, entities, depth', async () => {
    const big = new Uint8Array(20 << 20)
    await refused(zipSync(Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`${i}`, big]))), 'huge')
    await refused(zipSync({ ...unzipSync(wordFile('')), 'word/media/a': big }), 'huge')
    // It says that it is small.
    const lying = Buffer.from(zipSync({ ...unzipSync(wordFile('')), 'word/media/a': big }))
    for (let at = lying.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4, 'latin1'))
      if (lying.readUInt32LE(at + 24) === big.length) lying.writeUInt32LE(100, at + 24)
    await refused(lying, 'broken')
    await refused(withDocument('<w:a>'.repeat(100_000)), 'huge')
    const laughs = `<!DOCTYPE l [<!ENTITY a "${'ha'.repeat(100)}">${[...'bcdefgh'].map((x, i) => `<!ENTITY ${x} "${`&${'abcdefg'[i]};`.repeat(20)}">`).join('')}]>`
    await refused(
      withDocument(`${laughs}<w:document><w:body><w:p><w:r><w:t>&h;</w:t></w:r></w:p></w:body></w:document>`),
      'broken',
    )
  })
})

describe('yaodian with Word documents', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yaodian-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const yaodian = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...livingIn(folder), LC_ALL: 'C.UTF-8', FORCE_COLOR: undefined },
    })

  it('finds in each what it finds in its text, at the same places', async () => {
    for (const [name, bytes] of await documents()) {
      writeFileSync(join(folder, 'a.docx'), bytes)
      const { stdout: text } = yaodian('text', 'a.docx')
      writeFileSync(join(folder, 'a.plan'), text.replace(/\n$/, ''))
      const { files } = JSON.parse(yaodian('lint', '--format', 'json', 'a.docx', 'a.plan').stdout)
      assert.deepEqual(files[0].diagnostics, files[1].diagnostics, name)
      assert.ok(files[0].diagnostics.length > 0, name)
    }
  })

  it('writes what it found into a copy, and leaves the document alone', () => {
    copyFileSync('test/word/lo-levels.docx', join(folder, 'a.docx'))
    const before = readFileSync(join(folder, 'a.docx'))
    const { status, stderr } = yaodian('lint', '--comments', 'b.docx', 'a.docx')
    assert.equal(status, 1)
    assert.match(stderr, /^\d+ 条批注已写入 b\.docx\n$/)
    assert.deepEqual(readFileSync(join(folder, 'a.docx')), before)
    const comments = strFromU8(unzipSync(readFileSync(join(folder, 'b.docx')))['word/comments.xml'] as Uint8Array)
    assert.match(comments, /错误：“一触而就”应为“一蹴而就”<.*typo\/word/)
    assert.equal(yaodian('text', 'b.docx').stdout, yaodian('text', 'a.docx').stdout)
    assert.match(yaodian('lint', '--comments', 'a.docx', 'a.docx').stderr, /批注要写到另一个文件/)
    assert.equal(yaodian('lint', '--comments', 'c.docx', 'a.docx', 'b.docx').status, 2)
  })

  it('reads them for the outline, the owners and the check, and says that it does not rewrite them', () => {
    copyFileSync('test/word/lo-levels.docx', join(folder, 'a.docx'))
    assert.match(yaodian('outline', 'a.docx').stdout, /（二）推进数据共享/)
    assert.match(yaodian('owners', '--format', 'csv', 'a.docx').stdout, /市政务办/)
    assert.match(yaodian('check', 'a.docx').stdout, /还不能印发/)
    for (const command of ['fix', 'renumber']) {
      const { status, stderr } = yaodian(command, '--write', 'a.docx')
      assert.equal(status, 2)
      assert.match(stderr, /Word 文档不直接改写/)
    }
    writeFileSync(join(folder, 'b.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
    assert.match(yaodian('lint', 'b.doc').stderr, /是旧的 \.doc 或 \.wps 格式；请另存为 \.docx/)
  })
})
