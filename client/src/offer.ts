import {
  ConfigurationTarget,
  commands,
  Disposable,
  languages,
  StatusBarAlignment,
  type StatusBarItem,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import type { Answers } from './answers.ts'
import { documentsOf } from './documents.ts'
import { message } from './messages.ts'
import { treatAsPlan } from './plain-text.ts'
import { isProse } from './prose.ts'
import type { Server } from './server.ts'
import { settled } from './settled.ts'
import { readsLikePlan, readsLikePlanLimit } from './wire.ts'

/** In the status bar, an offer to check the plain text before the user as a plan document, if it reads like one. */
export function offerForPlainText(server: Server, answers: Answers): Disposable {
  const item = statusBarItem()
  const reads = rememberedByVersion((text) => server.ask(readsLikePlan, { text }))

  let offered: TextDocument | undefined

  const look = async () => {
    const document = window.activeTextEditor?.document
    const plan = document && mayOffer(document, answers) && (await reads(document))
    // Meanwhile another editor may have come to the front, or the question been answered.
    if (document !== window.activeTextEditor?.document) return
    offered = plan && mayOffer(document, answers) ? document : undefined
    if (offered) item.show()
    else item.hide()
  }
  const [lookSoon, forget] = settled(look)
  look()
  return Disposable.from(
    item,
    { dispose: forget },
    commands.registerCommand(item.command as string, async () => {
      if (offered) await choose(offered, answers)
      await look()
    }),
    window.onDidChangeActiveTextEditor(look),
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) lookSoon()
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('yaodian.offerPlainText')) look()
    }),
  )
}

function statusBarItem(): StatusBarItem {
  const item = window.createStatusBarItem('offer', StatusBarAlignment.Right, 100)
  item.name = message('offerName')
  item.text = `$(checklist) ${message('offer')}`
  item.tooltip = message('offerTooltip')
  item.accessibilityInformation = { label: message('offerLabel'), role: 'button' }
  // Not in the manifest: without the offer the command is of no use, and the palette need not list it.
  item.command = 'yaodian.answerOffer'
  return item
}

/** Asks what to do with a text that was offered, and does it. */
async function choose(document: TextDocument, answers: Answers): Promise<void> {
  const choices = [
    { label: message('accept'), detail: message('acceptDetail'), run: () => treatAsPlan(document, answers) },
    { label: message('decline'), detail: message('declineDetail'), run: () => answers.remember(document, 'other') },
    { label: message('never'), detail: message('neverDetail'), run: () => setOffers(false) },
  ]
  const choice = await window.showQuickPick(choices, { placeHolder: message('choose') })
  await choice?.run()
}

const offers = () => workspace.getConfiguration('yaodian').get('offerPlainText', true)
const setOffers = (on: boolean) =>
  workspace.getConfiguration('yaodian').update('offerPlainText', on, ConfigurationTarget.Global)

function mayOffer(document: TextDocument, answers: Answers): boolean {
  return (
    offers() &&
    languages.match(documentsOf('plaintext'), document) > 0 &&
    answers.of(document) === undefined &&
    isProse(document.getText())
  )
}

/** Asks once for each version of a document, and no more once the answer was yes: typing does not take it back. */
function rememberedByVersion(ask: (text: string) => Promise<boolean | undefined>) {
  const known = new WeakMap<TextDocument, { readonly version: number; readonly answer: boolean | undefined }>()
  return async (document: TextDocument): Promise<boolean | undefined> => {
    const before = known.get(document)
    const { version } = document
    if (before && (before.answer || before.version === version)) return before.answer
    const answer = await ask(document.getText().slice(0, readsLikePlanLimit))
    known.set(document, { version, answer })
    return answer
  }
}
