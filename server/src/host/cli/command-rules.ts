import type { Locale } from '../../report/diagnostic.ts'
import { ruleList, ruleText } from '../../report/rule-text.ts'
import { rules } from '../../rules/index.ts'
import { paintFor, type When } from './colour.ts'
import { complain } from './files.ts'

type Options = { readonly lang: Locale; readonly color?: When }

/** Lists every rule. */
export function listRules({ lang, color }: Options): void {
  process.stdout.write(ruleList(rules, lang, paintFor(color)))
}

/** Explains a rule; where there is none of that name, names those that are nearest. */
export function explainRule(id: string, { lang, color }: Options): void {
  const rule = rules.find((each) => each.id === id)
  if (rule) {
    process.stdout.write(ruleText(rule, lang, paintFor(color)))
    return
  }
  const near = rules
    .map((each) => each.id)
    .filter((each) => each.startsWith(`${id}/`) || each.split('/').some((part) => id.includes(part)))
  const hint = near.length > 0 ? (lang === 'zh' ? `；是不是：${near.join('、')}` : `; perhaps: ${near.join(', ')}`) : ''
  complain(lang === 'zh' ? `没有“${id}”这条规则${hint}` : `there is no rule “${id}”${hint}`)
}
