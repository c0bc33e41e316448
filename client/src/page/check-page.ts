// Runs in the page of the check, in a world of its own: shows what the editor sends and tells it what was pressed.
import type { Asked, Kept, Shown } from './check-messages.ts'

type Stage = Extract<Asked, { act: 'profile' }>['profile']
declare function acquireVsCodeApi(): {
  readonly postMessage: (asked: Asked) => void
  readonly setState: (kept: Kept) => void
}

const { postMessage, setState } = acquireVsCodeApi()
const main = document.querySelector('main') as HTMLElement
setState({ uri: main.dataset['uri'] ?? '' })
/** The point whose findings alone are shown. */
let point: string | undefined

window.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
  const { scrollY } = window
  const key = (document.activeElement as HTMLElement | null)?.dataset['key']
  const opened = new Set([...main.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['key']))
  main.innerHTML = data.main
  for (const details of main.querySelectorAll('details')) details.open = opened.has(details.dataset['key'])
  filter()
  // Who works on the page with the keyboard stays where he was.
  if (key) main.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true })
  window.scrollTo(0, scrollY)
})

document.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('button[data-act]')
  if (!button) return
  const { act, finding, fix, point: chosen } = button.dataset
  if (act === 'point') {
    point = point === chosen ? undefined : chosen
    filter()
    if (point !== undefined) main.querySelector('.found')?.scrollIntoView({ block: 'start' })
  } else if (act === 'fix') postMessage({ act, finding: Number(finding), fix: Number(fix) })
  else if (act === 'jump' || act === 'accept' || act === 'more') postMessage({ act, finding: Number(finding) })
  else if (act === 'fixAll' || act === 'export' || act === 'comments' || act === 'toPlan') postMessage({ act })
})

document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) postMessage({ act: 'profile', profile: target.value as Stage })
})

postMessage({ act: 'ready' })

/** Shows the findings of the chosen point alone, or all of them. */
function filter(): void {
  const buttons = [...main.querySelectorAll<HTMLElement>('button[data-act="point"]')]
  // What was chosen may have no findings any more.
  if (!buttons.some(({ dataset }) => dataset['point'] === point)) point = undefined
  for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset['point'] === point))
  for (const item of main.querySelectorAll<HTMLElement>('.found li'))
    item.hidden = point !== undefined && item.dataset['point'] !== point
}
