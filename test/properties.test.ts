import assert from 'node:assert/strict'
import fc from 'fast-check'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { change, draft, textBetween, textOf, untouched } from '../server/src/host/lsp/draft.ts'
import { defaults } from '../server/src/lint/config.ts'
import { applyEdits, firstFix, together } from '../server/src/lint/fix.ts'
import { linter } from '../server/src/lint/lint.ts'
import { repair } from '../server/src/lint/repair.ts'
import { walk } from '../server/src/plan/item.ts'
import { analyze, type Plan, parts, reread } from '../server/src/plan/plan.ts'
import { diagnostic } from '../server/src/report/diagnostic.ts'
import { outline } from '../server/src/report/outline.ts'
import { rules } from '../server/src/rules/index.ts'
import { anyText, apply, edit, planText } from './documents.ts'

const lint = linter(rules, defaults)
const said = (plan: Plan) => lint(plan).map((finding) => diagnostic(plan, finding, 'zh'))
const runs = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 400) }

describe('for every text', () => {
  it('reading and checking never throw, and no character is lost or invented', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plan = analyze(text)
        assert.deepEqual(
          plan.lines.map((line) => line.text),
          text.split(/\r\n|\n|\r/),
        )
        assert.equal(applyEdits(plan, []), text)
        said(plan)
        outline(plan)
      }),
      runs,
    )
  })

  it('every line stands in exactly one place of the tree', () => {
    fc.assert(
      fc.property(planText, (text) => {
        const plan = analyze(text)
        const placed = parts(plan).flatMap((part) => {
          const own = walk({ ...part, items: part.items.filter(({ kind }) => kind === 'item') })
          return own.flatMap(({ head, body }) => (head ? [head, ...body] : body))
        })
        assert.equal(placed.length, plan.lines.length)
        assert.equal(new Set(placed).size, plan.lines.length)
      }),
      runs,
    )
  })

  it('reading again after edits equals reading afresh, and so do the findings', () => {
    fc.assert(
      fc.property(planText, fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
        let now = text
        let plan = analyze(now)
        const incremental = linter(rules, defaults)
        for (const change of edits) {
          now = apply(now, change)
          plan = analyze(now, plan)
          const fresh = analyze(now)
          assert.deepEqual(plan.lines, fresh.lines)
          assert.deepEqual(plan.documents, fresh.documents)
          for (const [row, line] of plan.lines.entries()) assert.equal(plan.row.get(line), row)
          const afresh = linter(rules, defaults)
          assert.deepEqual(
            incremental(plan).map((finding) => diagnostic(plan, finding, 'zh')),
            afresh(fresh).map((finding) => diagnostic(fresh, finding, 'zh')),
          )
        }
      }),
      runs,
    )
  })

  it('reading only what an editor says that it changed equals reading afresh', () => {
    const event = fc.tuple(edit, fc.nat(3), fc.nat(3))
    fc.assert(
      fc.property(
        planText,
        fc.integer({ min: 1, max: 90 }),
        fc.array(event, { minLength: 1, maxLength: 6 }),
        (text, size, changes) => {
          const peer = TextDocument.create('untitled:a', 'plandoc', 1, text)
          let document = draft('untitled:a', 1, text, size)
          let plan = analyze(text)
          let left = untouched
          for (const [{ at, put }, rows, character] of changes) {
            const line = Math.floor(at * peer.lineCount)
            const event = { range: { start: { line, character }, end: { line: line + rows, character } }, text: put }
            TextDocument.update(peer, [event], 2)
            ;[document, left] = change(document, left, event, 2)
            assert.equal(textOf(document), peer.getText())
            // An editor's change is not always asked about before the next.
            if (character === 0) continue
            plan = reread(plan, { ...left, between: textBetween(document, left) }, () => textOf(document))
            left = untouched
            const fresh = analyze(peer.getText())
            assert.deepEqual([plan.text, plan.lines, plan.documents], [fresh.text, fresh.lines, fresh.documents])
          }
        },
      ),
      runs,
    )
  })

  it('an edit in one line keeps every other line and what did not change', () => {
    const text = Array.from({ length: 200 }, (_, i) => `${i + 1}.第${i + 1}件事。`).join('\n')
    const before = analyze(text)
    const after = analyze(text.replace('100.第', '100.改第'), before)
    assert.equal(after.lines.filter((line) => before.row.has(line)).length, 199)
    const kept = new Set(before.documents.flatMap((document) => walk(document)))
    assert.equal(after.documents[0]?.items.filter((item) => kept.has(item)).length, 199)
  })

  it('a blank line in front only moves rows', () => {
    fc.assert(
      fc.property(planText, (text) => {
        const moved = said(analyze(`\n${text}`)).map(({ rule, message, range }) => [
          rule,
          message,
          range.start.line - 1,
        ])
        assert.deepEqual(
          moved,
          said(analyze(text)).map(({ rule, message, range }) => [rule, message, range.start.line]),
        )
      }),
      runs,
    )
  })

  it('full- and half-width brackets build the same tree', () => {
    const shape = (text: string) =>
      JSON.stringify(outline(analyze(text)), (key, value) =>
        /^(ordinal|title|range|selectionRange)$/.test(key) ? undefined : value,
      )
    fc.assert(
      fc.property(planText, (text) => {
        const half = text.replace(/^（([一二三四五六七八九十]|\d)）/gm, '($1)')
        assert.equal(shape(half), shape(text))
      }),
      runs,
    )
  })

  it('certain fixes come to an end and leave nothing certain to fix', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const repaired = repair(text, lint)
        assert.equal(repair(repaired.text, lint).text, repaired.text)
      }),
      runs,
    )
  })

  it('applying every first fix again and again comes to an end', () => {
    fc.assert(
      fc.property(planText, (text) => {
        let plan = analyze(text)
        for (let round = 0; round < 30; round++) {
          const fixes = lint(plan).flatMap((finding) => firstFix(finding) ?? [])
          if (fixes.length === 0) return
          plan = analyze(applyEdits(plan, together(fixes)), plan)
        }
        assert.fail('still fixing after 30 rounds')
      }),
      runs,
    )
  })
})
