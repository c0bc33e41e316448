import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver'
import { Line } from '../plan/line.ts'
import type { Plan } from '../plan/plan.ts'
import { references } from '../plan/reference.ts'
import { feature } from './feature.ts'

/** What the grammar cannot know: which words are units, deadlines in tags, and references to places of the document. */
const tokenTypes = ['unit', 'deadline', 'reference'] as const
type TokenType = (typeof tokenTypes)[number]

type Token = { readonly from: number; readonly to: number; readonly type: TokenType }

const options = { legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] }, full: true, range: true }

export const semanticTokens = feature<SemanticTokensParams, SemanticTokens>(
  { semanticTokensProvider: options },
  SemanticTokensRequest.type,
  ({ plan }) => tokensIn(plan, 0, plan.lines.length - 1),
)

export const semanticTokensRange = feature<SemanticTokensRangeParams, SemanticTokens>(
  {},
  SemanticTokensRangeRequest.type,
  ({ plan }, { range }) => tokensIn(plan, range.start.line, range.end.line),
)

function tokensIn(plan: Plan, from: number, to: number): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  for (let row = Math.max(from, 0); row <= to && row < plan.lines.length; row++) {
    for (const token of tokensOf(plan.lines[row] as Line))
      builder.push(row, token.from, token.to - token.from, tokenTypes.indexOf(token.type), 0)
  }
  return builder.build()
}

/** A line's tokens in order; of two that meet, the first stays, for clients take none that overlap. */
const tokensOf = Line.once((line): readonly Token[] => {
  const found: Token[] = []
  for (const { lead, support, deadline } of line.tags) {
    for (const { from, to } of [...lead, ...support]) found.push({ from, to, type: 'unit' })
    if (deadline) found.push({ from: deadline.from, to: deadline.to, type: 'deadline' })
  }
  for (const { from, to } of references(line)) found.push({ from, to, type: 'reference' })
  if (found.length === 0) return none
  found.sort((a, b) => a.from - b.from)
  return found.filter(({ from }, i) => i === 0 || (found[i - 1] as Token).to <= from)
})

const none: readonly Token[] = []
