import { likeness } from '../../lexicon/unit-list.ts'
import type { Rule } from '../../lint/rule.ts'
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
  const near = nearest(id)
    .map((each) => (lang === 'zh' ? `${each.id}（${each.title.zh}）` : `${each.id} (${each.title.en})`))
    .join(lang === 'zh' ? '、' : ', ')
  const list = lang === 'zh' ? 'yaodian rules 列出所有规则' : 'yaodian rules lists them all'
  const hint = lang === 'zh' ? `；${near ? `是不是：${near}` : list}` : `; ${near ? `perhaps: ${near}` : list}`
  complain(lang === 'zh' ? `没有“${id}”这条规则${hint}` : `there is no rule “${id}”${hint}`)
}

const likeEnough = 0.4
/** So far behind the likest, others are not meant. */
const asLike = 0.15
const mostOffered = 3

/** The rules of a family or with some words in their title, else those with names or titles most like one. */
function nearest(name: string): readonly Rule[] {
  const meant = rules.filter(({ id, title }) => id.startsWith(`${name}/`) || title.zh.includes(name))
  if (meant.length > 0) return meant
  const ranked = rules
    .map((rule) => ({ rule, like: likenessOf(name, rule) }))
    .filter(({ like }) => like >= likeEnough)
    .sort((a, b) => b.like - a.like)
  const least = (ranked[0]?.like ?? 0) - asLike
  return ranked
    .filter(({ like }) => like >= least)
    .slice(0, mostOffered)
    .map(({ rule }) => rule)
}

const likenessOf = (name: string, { id, title }: Rule): number =>
  Math.max(...[id, ...id.split('/'), title.zh].map((each) => likeness(name, each)))
