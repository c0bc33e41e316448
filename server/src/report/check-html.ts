import { type Profile, profiles } from '../lint/profile.ts'
import css from './check.css'
import { apart, type Check, type Checked, type CheckedPoint } from './check.ts'
import { countsText, factRows, profileNames, say, states, told, verdictOf, verdictSigns } from './check-words.ts'
import type { Locale } from './diagnostic.ts'
import { visible } from './excerpt.ts'
import { Html, html } from './html.ts'
import { pageName } from './rule-page.ts'
import { severityNames } from './severity-names.ts'

/** How the page is used: `live` beside the document, where its buttons do something; `pages` is where the rules' pages are. */
export type CheckView = {
  readonly locale: Locale
  readonly live?: boolean
  /** It is a Word document's text, which is only read: what would mend it is said, and cannot be pressed. */
  readonly word?: boolean
  readonly pages?: string | undefined
}

/** The check of a document as the inside of a page. Nothing of the document is in it but as text. */
export function checkMain(check: Check, view: CheckView): string {
  return document(check, view, 'f').text
}

/** Nothing is loaded, nothing runs and nothing is sent; the page's own style is all there is. */
const csp = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Whole checks as a file that prints, without any script. */
export function checkPage(checks: readonly Check[], view: CheckView): string {
  const { locale } = view
  const ready = checks.filter(({ verdict }) => verdict !== 'not').length
  const title =
    checks.length === 1 ? checks[0]?.title || checks[0]?.name : say(locale, 'documents', checks.length, ready)
  return html`<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(csp)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${checkStyle}
</head>
<body>
${checks.length > 1 && html`<p class="all">${title}</p>`}
${checks.map((check, i) => html`<article>${document(check, view, `d${i}f`)}</article>\n`)}
</body>
</html>
`.text
}

const checkStyle = new Html(`<style>${css}</style>`)

function document(check: Check, view: CheckView, prefix: string): Html {
  const { locale, live, word } = view
  const { name, title, verdict, counts, points, findings, accepted } = check
  const own = findings.map((each, i) => ({ ...each, id: `${prefix}${i}`, index: i }))
  const open = own.filter(({ found }) => found.severity !== 'hint')
  const hints = own.filter(({ found }) => found.severity === 'hint')
  const { shown, more } = apart(open)
  const certain = findings.some(
    ({ found }) => found.severity === 'error' && found.fixes.some(({ preferred }) => preferred),
  )
  return html`<header>
<p class="name">${visible(name)}</p>
<h1>${visible(title) || say(locale, 'untitled')}</h1>
<p class="verdict ${verdict}" role="status"><span class="sign" aria-hidden="true">${verdictSigns[verdict]}</span>
<strong>${verdictOf(check, locale)}</strong> <span class="counts">${countsText(counts, locale)}</span></p>
${stage(check, view)}
${
  live &&
  html`<p class="actions">
${
  word &&
  html`<button data-act="comments">${say(locale, 'comments')}</button>
<button data-act="toPlan">${say(locale, 'toPlan')}</button>`
}
${certain && !word && html`<button data-act="fixAll">${say(locale, 'certain')}</button>`}
<button data-act="export">${say(locale, 'export')}</button></p>`
}
</header>
<section>
<h2>${say(locale, 'checklist')}</h2>
<ul class="points">${points.map((point, i) => pointItem(point, i, own.find((each) => each.point === i)?.id, view))}</ul>
</section>
<section class="found">
<h2>${say(locale, 'findings')}${open.length > 0 && html` <small>${open.length}</small>`}</h2>
${open.length === 0 ? html`<p>${say(locale, 'none')}</p>` : html`<ol>${shown.map((each) => finding(each, view))}</ol>`}
${more.map(
  ({
    title: name,
    rule,
    findings: own,
  }) => html`<details data-key="more-${rule}"><summary>${say(locale, 'moreOf', name, own.length)}</summary>
<ol>${own.map((each) => finding(each, view))}</ol></details>`,
)}
${
  hints.length > 0 &&
  html`<details data-key="hints"><summary>${say(locale, 'hints')} <small>${hints.length}</small></summary>
<ol>${hints.map((each) => finding(each, view))}</ol></details>`
}
</section>
${
  accepted.length > 0 &&
  html`<section class="accepted"><h2>${say(locale, 'accepted')} <small>${accepted.length}</small></h2><ul>${accepted.map(
    (each) => html`<li><p>${visible(each.found.message)} <code>${each.found.rule}</code></p>
<p class="where">${where(each, locale)}${[each.date, visible(each.note)].filter(Boolean).map((said) => html` · ${said}`)}</p>${quote(each)}</li>`,
  )}</ul></section>`
}
<section class="facts">
<h2>${say(locale, 'facts')}</h2>
<dl>${factRows(check, locale).map(([term, value]) => html`<div><dt>${visible(term)}</dt><dd>${visible(value)}</dd></div>`)}</dl>
</section>`
}

function stage({ profile, day }: Check, { locale, live }: CheckView): Html {
  const name = (each: Profile) => profileNames[each][locale]
  if (!live) return html`<p class="stage">${say(locale, 'checked', name(profile))} · ${day}</p>`
  return html`<p class="stage"><label>${say(locale, 'stage')}
<select data-act="profile">${profiles.map(
    (each) => html`<option value="${each}"${each === profile && html` selected`}>${name(each)}</option>`,
  )}</select></label> · ${day}</p>`
}

function pointItem(
  { title, state, counts }: CheckedPoint,
  i: number,
  first: string | undefined,
  { locale, live }: CheckView,
): Html {
  const said = countsText(counts, locale, [...told, 'hint']) || states[state].name[locale]
  const text = html`<span class="sign" aria-hidden="true">${states[state].sign}</span> <span>${title}</span> <small>${said}</small>`
  if (first === undefined) return html`<li class="${state}">${text}</li>`
  // Beside the document a point shows its own findings alone; on paper it leads to the first of them.
  return live
    ? html`<li class="${state}"><button data-act="point" data-point="${i}" data-key="p${i}" aria-pressed="false">${text}</button></li>`
    : html`<li class="${state}"><a href="#${first}">${text}</a></li>`
}

type Numbered = Checked & { readonly id: string; readonly index: number }

function finding(each: Numbered, view: CheckView): Html {
  const { found, title, id, index, point } = each
  const { locale, live, word, pages } = view
  const { rule, severity, message, fixes, range } = found
  const name = html`<code>${rule}</code> ${title}`
  return html`<li id="${id}" class="${severity}" data-point="${point}">
<p class="says"><span class="level">${severityNames[severity][locale]}</span> ${visible(message)}</p>
<p class="where">${
    live
      ? html`<button data-act="jump" data-finding="${index}" data-key="j${range.start.line}:${range.start.character}${rule}">${where(each, locale)}</button>`
      : where(each, locale)
  } · ${pages ? html`<a href="${pages}/${pageName(rule)}">${name}</a>` : name}</p>
${quote(each)}
${
  live
    ? html`${word && mend(found)}<p class="acts">${(word ? [] : fixes).map(
        (fix, i) =>
          html`<button data-act="fix" data-finding="${index}" data-fix="${i}">${visible(fix.title)}</button> `,
      )}<button data-act="accept" data-finding="${index}">${say(locale, 'accept')}</button>${!word && html` <button data-act="more" data-finding="${index}">${say(locale, 'more')}</button>`}</p>`
    : mend(found)
}
</li>`
}

const mend = ({ fixes: [first] }: Checked['found']): Html | undefined =>
  first && html`<p class="mend">→ ${visible(first.title)}</p>`

const where = ({ found, place }: Checked, locale: Locale): string =>
  [say(locale, 'line', found.range.start.line + 1), visible(place)].filter(Boolean).join(' ')

/** How much of a sentence is shown on each side of the words. */
const side = 60
const longestWords = 160

function quote({ excerpt: { before, words, after } }: Checked): Html {
  const start = before.length > side ? `…${before.slice(-side)}` : before
  const end = after.length > side ? `${after.slice(0, side)}…` : after
  const marked = words.length > longestWords ? `${words.slice(0, longestWords)}…` : words
  return html`<blockquote>${visible(start)}<mark>${visible(marked) || '▏'}</mark>${visible(end)}</blockquote>`
}
