// node scripts/make-archive.mjs FOLDER COUNT: an archive of plan documents to measure with, 500 a folder, the same each time;
// one in five has a mistake or two, and one in fifty is GB18030.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import iconv from 'iconv-lite'

const digits = '一二三四五六七八九十'
const places = ['东', '南', '西', '北', '中', '新', '城', '江'].map((name) => `${name}江市`)
const matters = [
  '营商环境',
  '政务公开',
  '乡村振兴',
  '安全生产',
  '教育',
  '民政',
  '数字政府',
  '城市更新',
  '知识产权',
  '就业',
]
const verbs = ['完善', '推进', '加强', '优化', '健全', '落实', '建立', '规范']
const objects = [
  '工作机制',
  '基础设施建设',
  '服务体系',
  '人才培养',
  '监督管理',
  '数据共享',
  '宣传引导',
  '制度建设',
  '项目管理',
  '信息公开',
]
const ways = [
  '压实各方责任',
  '强化部门协同',
  '细化工作举措',
  '定期调度通报',
  '建立问题清单',
  '组织开展业务培训',
  '做好总结评估',
]
const aims = ['提高工作质量', '确保取得实效', '方便群众办事', '形成长效机制', '提升服务水平']
const units = [
  '市教育局',
  '市财政局',
  '市民政局',
  '市数据局',
  '市人力资源社会保障局',
  '市住房城乡建设局',
  '市发展改革委',
  '市市场监管局',
]
const mistakes = [
  (text) => text.replace('（二）', '（三）'),
  (text) => text.replace('落实', '落实落实'),
  (text) => text.replace('，', ','),
  (text) => text.replace('确保取得实效', '防止一触而就'),
  (text) => text.replace(/。（责任单位：.*?）/, '。'),
]

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
function chance(seed) {
  let state = seed
  return (n) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % n
  }
}

/** The nth document. */
export function documentOf(n) {
  const pick = chance(n + 1)
  const one = (list) => list[pick(list.length)]
  const sentence = () => `${one(verbs)}${one(objects)}，${one(ways)}，${one(aims)}`
  const lines = [
    `${one(places)}${2020 + pick(8)}年${one(matters)}工作要点`,
    `为做好全年工作，${sentence()}，制定本要点。`,
  ]
  for (let i = 0; i < 3 + pick(5); i++) {
    lines.push(`${digits[i]}、${one(verbs)}${one(objects)}`)
    for (let k = 0; k < 2 + pick(4); k++) {
      lines.push(`（${digits[k]}）${one(verbs)}${one(objects)}。${sentence()}。`)
      for (let m = 1; m <= 2 + pick(4); m++)
        lines.push(`${m}.${sentence()}；${sentence()}。（责任单位：${one(units.slice(4))}、${one(units.slice(0, 4))}）`)
    }
  }
  const text = `${lines.join('\n')}\n`
  return pick(5) === 0 ? mistakes.reduce((now, mistake) => (pick(3) === 0 ? mistake(now) : now), text) : text
}

export function makeArchive(folder, count) {
  const paths = []
  for (let n = 0; n < count; n++) {
    const below = join(folder, String(Math.floor(n / 500)).padStart(3, '0'))
    if (n % 500 === 0) mkdirSync(below, { recursive: true })
    const path = join(below, `${n}.plan`)
    writeFileSync(path, n % 50 === 7 ? iconv.encode(documentOf(n), 'gb18030') : documentOf(n))
    paths.push(path)
  }
  return paths
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder, count = '1000'] = process.argv
  if (!folder) throw new Error('which folder?')
  console.log(`${makeArchive(folder, Number(count)).length} documents`)
}
