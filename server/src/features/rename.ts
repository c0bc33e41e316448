import {
  LSPErrorCodes,
  type PrepareRenameParams,
  PrepareRenameRequest,
  type PrepareRenameResult,
  type RenameParams,
  RenameRequest,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Line } from '../plan/line.ts'
import { readHan } from '../plan/numerals.ts'
import { readOrdinal, writeOrdinal } from '../plan/ordinal.ts'
import { parts } from '../plan/plan.ts'
import { ordinalEdits, referenceEdits } from '../plan/renumber.ts'
import { rangeOf, textEdit } from '../report/diagnostic.ts'
import { feature, type View } from './feature.ts'
import { linkAt, stepRange, targetAt } from './places.ts'
import { renameUnit } from './rename-unit.ts'
import { unitAt } from './units.ts'

/** The number at an ordinal or a reference, or a unit's name, ready to be written anew. */
export const prepareRename = feature<PrepareRenameParams, PrepareRenameResult | null>(
  {},
  PrepareRenameRequest.type,
  ({ plan }, { position }) => {
    const named = unitAt(plan, position)
    if (named) {
      const { from, to, name } = named.unit
      return { range: rangeOf(plan, { line: named.line, from, to }), placeholder: name }
    }
    const line = targetAt(plan, position)
    if (!line?.ordinal) return null
    const link = linkAt(plan, position)
    const { from, to, text } = line.ordinal
    return { range: link ? stepRange(plan, link) : rangeOf(plan, { line, from, to }), placeholder: text.trim() }
  },
)

/** Another number for an item, in its ordinal and in every reference to it; another name for a unit. */
export const rename = feature<RenameParams, WorkspaceEdit | null>(
  { renameProvider: { prepareProvider: true } },
  RenameRequest.type,
  (view, { position, newName }) => {
    const { plan, uri, version } = view
    const named = unitAt(plan, position)
    if (named) return renameUnit(view, named, unitName(view, newName))
    const line = targetAt(plan, position)
    if (!line?.ordinal) return null
    const ordinals = new Map([[line, writeOrdinal(line.ordinal, numberIn(view, newName))]])
    const part = parts(plan).find(({ lines }) => lines.includes(line as Line))
    const edits = [...ordinalEdits(ordinals), ...(part ? referenceEdits(part, ordinals) : [])]
    return { documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => textEdit(plan, edit)) }] }
  },
)

/** One name, of no list, its brackets in pairs: it has to be read as one again. */
function unitName({ locale }: View, newName: string): string {
  const name = newName.trim()
  const outside = name.replace(/（[^（）]+）|\([^()]+\)|〔[^〔〕]+〕/g, '')
  if (outside !== '' && !/[、，,；;：:。\s（）()〔〕[\]［］【】]/.test(outside)) return name
  const message = locale === 'zh' ? `“${name}”不是一个单位的名称` : `“${name}” is not the name of one unit`
  throw new ResponseError(LSPErrorCodes.RequestFailed, message)
}

/** 五, 5, 五、 or （五）: any way of writing a number. */
function numberIn({ locale }: View, name: string): number {
  const text = name.trim()
  const value = readOrdinal(text)?.value ?? (/^[0-9]{1,3}$/.test(text) ? Number(text) : readHan(text))
  if (value > 0 && value < 1000) return value
  const message = locale === 'zh' ? `“${name}”不是序号，请写“五”或“5”` : `“${name}” is no ordinal; write 五 or 5`
  throw new ResponseError(LSPErrorCodes.RequestFailed, message)
}
