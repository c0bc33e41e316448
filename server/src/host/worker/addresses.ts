import type { Naming } from '../lsp/session.ts'

/**
 * Every file system of a browser's editor in one tree, a folder for each: vscode-vfs://github/a/b.plan is read as
 * /vscode-vfs:github/a/b.plan. Queries and fragments name no file of their own.
 */
export const addresses: Naming = {
  pathOf(uri) {
    const { scheme = '', authority = '', path = '' } = address.exec(uri)?.groups ?? {}
    if (scheme === '' || scheme === 'untitled') return undefined
    try {
      return `/${scheme}:${authority}${decodeURIComponent(path)}`
    } catch {
      return undefined
    }
  },
  uriOf(path) {
    const { scheme, authority = '', rest = '' } = inTree.exec(path)?.groups ?? {}
    if (scheme === undefined) return undefined
    const host = authority !== '' || scheme === 'file' ? `//${authority}` : ''
    return `${scheme}:${host}${rest.split('/').map(encodeURIComponent).join('/')}`
  },
}

const address = /^(?<scheme>[a-z][a-z0-9+.-]*):(?:\/\/(?<authority>[^/?#]*))?(?<path>\/[^?#]*)/i
const inTree = /^\/(?<scheme>[a-z][a-z0-9+.-]*):(?<authority>[^/]*)(?<rest>\/.*)?$/is
