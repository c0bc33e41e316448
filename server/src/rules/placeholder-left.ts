import type { Config } from '../lint/config.ts'
import { type Found, onlyOf, replace, rule } from '../lint/rule.ts'
import { formLine, isForm } from '../plan/form.ts'
import { type Kind, type Placeholder, placeholdersOf, shown } from './placeholders.ts'

/** More of one kind than this are one finding: each would hide the others. */
const together = 2

export const placeholderLeft = rule({
  id: 'placeholder/left',
  scope: 'part',
  severity: 'warning',
  atIssue: 'error',
  stage: 'review',
  title: { zh: '占位符未替换', en: 'Placeholder left' },
  message: { zh: '占位符“{0}”尚未替换', en: 'Placeholder “{0}” is still there' },
  why: {
    zh: '脱敏稿以 D 代“党”、以 XX 代地名、以 AAA 代平台名，还会漏掉姓名；起草时留的提示和空白，印发前必须逐一补上。申请表、承诺书、模板里供人填写的空白不报告，落款日期和文号到印发时才算错。',
    en: 'Desensitised drafts write D for 党, XX for a place, AAA for a product, and lose names; a writer’s notes and gaps must be filled before issue. What readers fill in is left alone.',
  },
  source: '核稿惯例',
  rank: 'practice',
  good: [
    '一、对A、B、C、D类企业实行分级管理。',
    '一、整治D级危房，研发3D打印设备。',
    '一、以习近平同志为核心的党中央',
    '一、信用等级为AAA级的企业',
    '一、站点统一命名为“XX区××街道便民服务站”。',
    '一、治理机制有待完善，月还款额＝本金×月利率。',
    '附件1\n志愿服务承诺书\n本人____自愿参加服务活动。\n年　月　日',
    '附件：1.重点项目清单（略）',
  ],
  bad: [
    '一、在«XX»市推广经验\n! 占位符“XX”尚未替换',
    '一、始终与«以同志为核心»的党中央保持一致\n! “以同志为核心”漏了姓名\n= 一、始终与以习近平同志为核心的党中央保持一致',
    '一、加强«D»员教育，发挥D组织作用\n! 以“D”代“党”，共 2 处，应改回\n= 一、加强党员教育，发挥党组织作用',
    '一、自2024年«X月X日»起施行，«【待补充】»\n! 占位符“X月X日”尚未替换\n! 提示“【待补充】”尚未处理',
    '一、安排资金«____»万元。\n! “____”没有填写',
    '某市人民政府\n«2024年　月　日»\n! “2024年　月　日”没有填写',
  ],
  shows: [shown],
  sees: onlyOf((line) => line.text.length <= formLine || placeholdersOf(line).length > 0),
  *check(part, { profile }) {
    const groups = new Map<string, Placeholder[]>()
    for (const line of part.lines) {
      for (const one of placeholdersOf(line)) {
        const key = one.kind === 'party' ? 'party' : one.words
        const group = groups.get(key)
        if (group) group.push(one)
        else groups.set(key, [one])
      }
    }
    if (groups.size === 0) return
    const meant = isForm(part)
    for (const group of groups.values()) {
      const [first] = group as [Placeholder]
      if (first.kind === 'party') yield partyFinding(group, first)
      else if (first.kind === 'name') for (const one of group) yield nameFinding(one)
      else if (meant) continue
      else if (first.kind === 'mark' && group.length > together) yield manyFinding(group, first)
      else for (const one of group) yield finding(one, profile)
    }
  },
})

const messages: Readonly<Partial<Record<Kind, Found['message']>>> = {
  note: { zh: '提示“{0}”尚未处理', en: 'The note “{0}” is still there' },
  pending: { zh: '“{0}”没有填写', en: '“{0}” is not filled in' },
  blank: { zh: '“{0}”没有填写', en: '“{0}” is not filled in' },
  omitted: { zh: '“{0}”：请确认此处可以略去', en: '“{0}”: may this be left out?' },
}

function finding({ line, from, to, kind, words, text }: Placeholder, profile: Config['profile']): Found {
  const message = messages[kind]
  // The day and the number come last: until then their place is rightly empty.
  const quiet = kind === 'omitted' || (kind === 'pending' && profile !== 'issue')
  return {
    line,
    from,
    to,
    args: [words],
    ...(message && { message }),
    ...(quiet && { severity: 'information' }),
    ...(text && { fixes: [replace({ line, from, to }, text, false)] }),
  }
}

const nameFinding = ({ line, from, to, words, text }: Placeholder): Found => ({
  line,
  from,
  to,
  severity: 'error',
  message: { zh: `“${words}”漏了姓名`, en: `“${words}” has lost a name` },
  fixes: [replace({ line, from, to }, text, false)],
})

const manyFinding = (group: readonly Placeholder[], { line, from, to, words }: Placeholder): Found => ({
  line,
  from,
  to,
  message: {
    zh: `占位符“${words}”共 ${group.length} 处尚未替换`,
    en: `Placeholder “${words}” stands in ${group.length} places`,
  },
})

const partyFinding = (group: readonly Placeholder[], { line, from, to }: Placeholder): Found => ({
  line,
  from,
  to,
  message: { zh: `以“D”代“党”，共 ${group.length} 处，应改回`, en: `“D” stands for “党” in ${group.length} places` },
  fixes: [
    {
      title: { zh: `把 ${group.length} 处“D”改回“党”`, en: `Write “党” for “D” in all ${group.length} places` },
      preferred: true as const,
      edits: group,
    },
  ],
})
