import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import { whenAsked } from './slices.ts'

/**
 * Does a piece of work for a client that asks again by itself: behind what has come meanwhile, and not at all where
 * that makes it stale.
 */
export async function newest<T>(
  version: () => number | undefined,
  token: CancellationToken,
  work: () => T,
): Promise<Awaited<T>> {
  const asked = version()
  await new Promise<void>(whenAsked)
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
  if (version() !== asked) throw new ResponseError(LSPErrorCodes.ContentModified, 'Changed meanwhile')
  return await work()
}
