// What no extension can see or do: the page around the editor. code-server/vscode.mjs answers; desktop VS Code has nobody who does.

const address = process.env['E2E_PAGE']

/** Whether somebody answers for the page. */
export const hasPage = address !== undefined

type Seen = { readonly text: string; readonly label: string | null }

/** The text and the label for screen readers of each element of the workbench that a CSS selector finds. */
export const see = (selector: string): Promise<readonly Seen[]> => ask('see', selector) as Promise<readonly Seen[]>

/** The same in the page of a webview. */
export const seeInside = (selector: string): Promise<readonly Seen[]> =>
  ask('seeInside', selector) as Promise<readonly Seen[]>
export const clickInside = (selector: string): Promise<unknown> => ask('clickInside', selector)

export const press = (keys: string): Promise<unknown> => ask('press', keys)
export const type = (text: string): Promise<unknown> => ask('type', text)

/** A picture of the workbench into the folder E2E_SHOTS, if that is set. */
export const picture = async (name: string): Promise<unknown> => (hasPage ? ask('screenshot', name) : undefined)

async function ask(verb: string, argument: string): Promise<unknown> {
  if (!address) throw new Error('nobody answers for the page here')
  const reply = await fetch(address, { method: 'POST', body: JSON.stringify({ verb, argument }) })
  const { answer, error } = (await reply.json()) as { answer?: unknown; error?: string }
  if (error !== undefined) throw new Error(error)
  return answer
}
