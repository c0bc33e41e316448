import fc from 'fast-check'

/** Pieces of plan documents, of our own writing, that generated texts are put together from. */
const headings = ['总体要求', '重点任务', '保障措施', '强化责任落实', '优化服务']
const bodies = [
  '加强组织领导，明确任务分工。',
  '坚持问题导向。梳理清单，逐项整改。（责任单位：市教育局、市财政局）',
  '全面全面推进，严守政治记录。[委办公室、政策法规处，委属各单位]',
  '落实《实施方案》要求，开展“12.4”宣传,取得实效',
  '推进D的建设，以同志为核心',
  '𠮷林试点：一是摸底；二是整改。',
  '##paidbegin##',
  '',
  '　　',
]
const titles = ['2024年某市优化服务工作要点', '某市数字化改革实施方案', '附件1', '目　录', '附件：']

const ordinal = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((n) => `${'一二三四五六七八九十'.charAt((n - 1) % 10)}、`),
  fc.integer({ min: 1, max: 10 }).map((n) => `（${'一二三四五六七八九十'.charAt(n - 1)}）`),
  fc.integer({ min: 1, max: 30 }).map((n) => `${n}.`),
  fc.integer({ min: 1, max: 9 }).map((n) => `（${n}）`),
  fc.constantFrom('(二)', '3、', '（一）、', '①', '第一章 ', '1)', ''),
)
const line = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(ordinal, fc.constantFrom(...headings, ...bodies)).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom(...titles) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, ' ')) },
)
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')

/** Texts that look like plans, with every kind of line break, broken numbering and stray characters. */
export const planText = fc
  .array(fc.tuple(line, lineBreak), { maxLength: 40 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''))

/** Any text at all, lone surrogates and controls included. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 }).map((codes) => String.fromCharCode(...codes)),
  planText,
)

/** An edit: where it begins and how much it takes, as shares of the text, and what it puts there. */
export const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  share: fc.double({ min: 0, max: 0.3, noNaN: true }),
  put: fc.oneof(planText, fc.constantFrom('', '\n', '\r', '二、', '。', '“')),
})

export function apply(text: string, { at, share, put }: { at: number; share: number; put: string }): string {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + put + text.slice(from + Math.floor(share * (text.length - from)))
}
