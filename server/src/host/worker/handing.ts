import { type Connection, RequestType } from 'vscode-languageserver'
import { addresses } from './addresses.ts'

/** What a client hands over of its file systems, by paths as `addresses` has them. */
export type Handing = {
  /** The bytes of a file, null where there is none. */
  readonly file: (path: string) => Promise<Uint8Array | null>
  readonly folder: (path: string) => Promise<readonly Entry[]>
}

type Entry = { readonly name: string; readonly isFolder: boolean }

const readFile = new RequestType<{ uri: string }, Uint8Array | null, void>('yaodian/readFile')
const readFolder = new RequestType<{ uri: string }, readonly Entry[], void>('yaodian/readFolder')

/** A message between workers is copied as it is: bytes need not be written as text. What has no address is not there. */
export const handingBy = (connection: Connection): Handing => ({
  async file(path) {
    const uri = addresses.uriOf(path)
    return uri === undefined ? null : connection.sendRequest(readFile, { uri })
  },
  async folder(path) {
    const uri = addresses.uriOf(path)
    return uri === undefined ? [] : connection.sendRequest(readFolder, { uri })
  },
})
