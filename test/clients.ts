import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientCapabilities } from 'vscode-languageserver'

/** An editor's client: what it is, where its capabilities were read, and what it announces. */
export type Client = {
  readonly client: string
  readonly source: string
  readonly capabilities: ClientCapabilities
}

const folder = 'test/clients'

/** The clients that test/clients has, by the name of the file. */
export const clients = Object.fromEntries(
  readdirSync(folder).map((name) => [name.replace('.json', ''), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
) as Readonly<Record<string, Client>> & { readonly vscode: Client }
