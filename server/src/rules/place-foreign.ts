import { type Place, type PlaceFound, placeNamed, placesIn } from '../lexicon/places.ts'
import type { Config } from '../lint/config.ts'
import { type Found, onlyOf, rule } from '../lint/rule.ts'
import { has } from '../plan/characters.ts'
import { type Part, titleOf } from '../plan/item.ts'
import { Line } from '../plan/line.ts'
import { any, sign } from '../plan/signs.ts'

/** What is said of whoever is to act somewhere. */
const acting = any(sign('省市区县州盟旗', '各人市政行范辖'), sign('局委会', '、，。；）)牵负要会'))

export const placeForeign = rule({
  id: 'place/foreign',
  scope: 'part',
  severity: 'information',
  stage: 'review',
  title: { zh: '外地地名', en: 'A place elsewhere' },
  message: {
    zh: '“{0}”在{1}，不是本地（{2}），是不是照抄时留下的',
    en: '“{0}” is in {1}, not here ({2}): left from what was copied?',
  },
  why: {
    zh: '借鉴外地的文稿，最难堪的是把外地的地名印了出来。本地由 yaodian.json 的 region 写明，没有写的看标题和落款。',
    en: 'What is most awkward of a copied plan is the other place’s name in it. Home is what yaodian.json calls region, else what the title names.',
  },
  source: '核稿惯例；行政区划代码（2023）',
  rank: 'practice',
  good: [
    '杭州市2024年工作要点\n一、学习借鉴上海市经验，与合肥市深化合作，对口支援阿克苏地区。\n二、杭州市教育局、浙江省教育厅指导，余杭区人民政府落实。',
    '某市2024年工作要点\n一、合肥市教育局负责。',
  ],
  bad: [
    '杭州市2024年工作要点\n一、«合肥市»各部门要加强组织领导。\n! “合肥市”在安徽省，不是本地（浙江省），是不是照抄时留下的',
    '杭州市2024年工作要点\n一、加强领导。（责任单位：«合肥市»教育局）\n! “合肥市”在安徽省，不是本地（浙江省），是不是照抄时留下的',
  ],
  shows: [acting],
  sees: onlyOf((line) => placesOf(line).length > 0),
  *check(part, config): Generator<Found> {
    const home = homeOf(part, config)
    if (!home) return
    for (const line of part.lines) {
      for (const place of placesOf(line)) {
        const { name, province, from, to } = place
        if (province === home || !isAgent(line, place)) continue
        const severity = line.tags.some((tag) => from >= tag.from && to <= tag.to) ? 'warning' : 'information'
        yield { line, from, to, severity, args: [name, name === province ? '外省' : province, home] }
      }
    }
  },
})

const none: readonly PlaceFound[] = []

const placesOf = (line: Line): readonly PlaceFound[] => (has(line, acting) && line.role !== 'row' ? read(line) : none)

const read = Line.once((line): readonly PlaceFound[] => placesIn(line.text))

/** The province of the configuration's region, or of what the title or the signature names. */
function homeOf(part: Part, { region }: Config): string | undefined {
  const set = region.map(placeNamed).find((place): place is Place => place !== undefined)
  if (set) return set.province
  const named = [...placesIn(titleOf(part)), ...part.closing.flatMap(({ text }) => placesIn(text))]
  const provinces = new Set(named.map(({ province }) => province))
  return provinces.size === 1 ? named[0]?.province : undefined
}

/** Who is to do something: 合肥市各部门, 合肥市教育局, 合肥市人民政府; not where something is, or whom one learns from. */
const agent =
  /^(?:各(?!地)|人民政府(?!关于|令|办公厅?关于)|市?政府(?!关于|令)|行政区域内|范围内|辖区内|[\u4e00-\u9fa5]{2,8}(?:局|委|委员会)(?:[、，；。）)]|牵头|负责|要|会同))/
const elsewhere =
  /学习|借鉴|对口|支援|协作|合作|帮扶|结对|赴|前往|来自|联合|协同|联动|毗邻|共建|交界|长三角|京津冀|粤港澳|经验|模式|以.{0,6}为例|如|等地|等省|等市|根据|依据|按照|《/

function isAgent({ text }: Line, { from, to }: PlaceFound): boolean {
  if (!agent.test(text.slice(to, to + 14))) return false
  const start = Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from), text.lastIndexOf('，', from)) + 1
  return (
    !elsewhere.test(text.slice(start, from)) &&
    !/^[^，。；]{0,20}(?:经验|模式|合作|等地|等省|等市|》)/.test(text.slice(to, to + 30))
  )
}
