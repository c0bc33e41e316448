import unitEnds from '../../lexicon/unit-ends.tsv'
import { rows } from './rows.ts'

/** A unit named in a responsibility tag. Columns are UTF-16 code units in its line; the line's text there is what was written. */
export type Unit = {
  /** Made whole: in 委综合监督处、政策法规处 the second is 委政策法规处. */
  readonly name: string
  /** As it stands, without what it shares with the one before it. */
  readonly written: string
  /** 各有关部门, 委属各单位: names nobody in particular. */
  readonly collective: boolean
  /** Called 责任单位 beside one that leads: documents differ in whether who leads is named among them again. */
  readonly byDuty?: true
  readonly from: number
  readonly to: number
}

const collective =
  /^(?:各|相关|有关|其他|其它|全市|全省|全县|全区|全局|机关各|委属|局属|市直|省直|区直|县直|市级|省级|市属|省属|直属|所属|成员)|各(?:单位|部门|处室|科室|县|区|市|州|乡|镇|地|成员|有关|相关|直属)|(?:有关|相关)(?:部门|单位|处室|科室)|(?:部门|单位)$/
/** How names of units end; the strong ones hardly end anything else. */
const ends = rows(unitEnds).map((row) => row.split('\t'))
const strong = new Set(ends.filter(([, strength]) => strength === 'strong').map(([end]) => end))
const any = new Set(ends.map(([end]) => end))
const longestEnd = 3

const bracketed = /(?:（[^（）]*）|\([^()]*\)|〔[^〔〕]*〕)$/

/** Whether a name ends like a unit's, a bracket behind it left out: 市交通委（市道运局）. */
function endsLike(ends: ReadonlySet<string | undefined>, name: string): boolean {
  const core = /[）)〕]$/.test(name) ? name.replace(bracketed, '') : name
  for (let length = 1; length <= longestEnd; length++) if (ends.has(core.slice(-length))) return true
  return false
}

/** What stands in formulas and no name. */
const noName = /[×÷=＝≥≤%％<>]/

const readsLike = ({ name, collective }: Unit): boolean =>
  !noName.test(name) && (collective || (name.length <= 30 && name.length >= 2 && endsLike(any, name)))

/** Whether each name of a list reads like a unit, and one of them surely, unless a role word behind them says so. */
export const readLikeUnits = (units: readonly Unit[], hasRole: boolean): boolean =>
  units.length > 0 &&
  units.every(readsLike) &&
  (hasRole || units.some(({ name, collective }) => collective || endsLike(strong, name)))

/** Whether most of a list reads like units, which is enough where a role word stands behind it. */
export const readMostlyLikeUnits = (units: readonly Unit[]): boolean =>
  units.length > 0 && units.filter(readsLike).length * 2 >= units.length

const open = '（(〔[［【'
const close = '）)〕]］】'

/** Splits [from, to) at the separators that stand outside brackets. Yields [from, to, separator before it]. */
export function* split(
  text: string,
  from: number,
  to: number,
  separators: string,
): Generator<[number, number, string]> {
  let depth = 0
  let start = from
  let before = ''
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const char = text.charAt(i)
    if (open.includes(char)) depth++
    else if (close.includes(char)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && separators.includes(char)) {
      yield [start, i, before]
      before = char
      start = i + 1
    }
  }
  yield [start, to, before]
}

// 省发展改革委、工业和信息化厅: the prefix holds inside a 、 group and is said again after ，.
const prefix =
  /^(?:自治区|委|厅|省|市|县|区|州|盟|旗)(?=[^、，]{2,})(?!属|机关|直|级|区|场|政府$|委$|委员会$|纪委|人大|政协|州|县)/
const elides =
  /^(?!人行|民航|国网|南网|.*(?:银保监|证监|(?<!地方)金融监管|海关|海事|铁路|供电|电力|邮政|烟草|气象|地震)|自治区|省|市(?!场)|县|区|州|盟|旗|委|局|各|国|中(?!级)|全|人民(?!法院|检察院)|相关|有关|其他|(?!城市).{1,4}[市县区州省](?!场)).{2,}(?:局|厅|委|办|处|室|科|部|队|办公室|中心|委员会|院)$/

/** Behind a whole name, words that begin another: 市城管局及其他监管部门. */
const joined =
  /(?<=[局委厅办部院署行会队司处门位等])(?:以及|及|和|与)(?=其他|其它|各|相关|有关|省|市[^场]|县|区|国家|自治)/
/** 等 behind a whole name, with what sums the others up: 等有关单位. */
const andOthers = /(?<=[局委厅办部院署行会队处室府司心])等(?!级|待)[\s\S]*$/
/** 各市、州、县人民政府 is one name: these are its pieces. */
const levels = /^各(?:设区)?(?:省辖)?(?:[市州县区旗盟乡镇]|街道|地区){1,2}$/
const level = /^(?:[市州县区旗盟乡镇]级?|街道|地区|自治[州县区])(?:（[^）]*）)?(?:(?:人民)?政府|党委|党工委|管委会)?$/

/** The pieces of a list, with those of a name that holds separators itself put together again. */
function pieces(text: string, from: number, to: number): readonly (readonly [number, number, string])[] {
  const found: [number, number, string][] = []
  for (const [start, end, separator] of split(text, from, to, '、，,；;/／\u0020\u3000')) {
    const last = found.at(-1)
    const own = text.slice(start, end)
    if (
      last &&
      separator === '、' &&
      level.test(own) &&
      levels.test(text.slice(last[0], last[1]).split('、')[0] ?? '')
    ) {
      last[1] = end
      continue
    }
    const cut = joined.exec(own)
    if (cut) {
      found.push([start, start + cut.index, separator])
      found.push([start + cut.index + cut[0].length, end, '，'])
    } else found.push([start, end, separator])
  }
  return found
}

/** 市教育局（牵头）: the role of one of a list. */
const roleMark = /[（(](?:牵头|配合|负责|主办|协办)[）)]$/
/** What stands where a unit is still to be named. */
const nobody = new Set(['待定', '待明确', '暂无', '无', '—', '-', '/'])
const partyOrgan = /^(?:省|市|县|区|州|自治区党)委(?=.{2,4}部)/

/** The units of a list 甲、乙，丙等. */
export function readUnits(text: string, from: number, to: number): readonly Unit[] {
  const units: Unit[] = []
  let shared = ''
  let committee = ''
  for (const [start, end, separator] of pieces(text, from, to)) {
    const raw = text.slice(start, end)
    const lead = raw.length - raw.trimStart().length
    const written = raw
      .trim()
      .replace(/(?:等(?:部门|单位|有关部门|相关部门)?)$/, '')
      .replace(andOthers, '')
      .replace(/[。．.]$/, '')
      .replace(/^[0-9]{1,2}[.．、]/, '')
      .replace(roleMark, '')
      .replace(/^(?:由|和|及|以及|会同)/, (m) => (m === '和' ? m : ''))
    if (written === '' || nobody.has(written)) continue
    const at = start + lead + raw.trim().indexOf(written)
    if (separator !== '、') shared = ''
    const isCollective = collective.test(written)
    const own = prefix.exec(written)
    const party = partyOrgan.exec(written)
    if (own) shared = own[0]
    const elided = !own && shared !== '' && !isCollective && elides.test(written)
    // 市委组织部、宣传部 are both of the party committee, 市委办公室、教育局 are not.
    const whole = elided ? (committee && /^.{2,3}部$/.test(written) ? committee : shared) : ''
    committee = party ? party[0] : separator === '、' ? committee : ''
    units.push({ name: whole + written, written, collective: isCollective, from: at, to: at + written.length })
  }
  return units
}
