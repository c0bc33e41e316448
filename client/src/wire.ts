import { RequestType } from 'vscode-languageclient/node'

/** Does this text, at most `readsLikePlanLimit` UTF-16 units of it, read like a plan document? */
export const readsLikePlan = new RequestType<{ readonly text: string }, boolean, void>('yaodian/readsLikePlan')
export const readsLikePlanLimit = 20_000
