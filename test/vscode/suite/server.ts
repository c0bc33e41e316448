import type { ChildProcess } from 'node:child_process'

/** The language servers that run: the suite shares the extension host, which is their parent. */
export const servers = (): readonly ChildProcess[] =>
  (process as unknown as { _getActiveHandles: () => readonly unknown[] })
    ._getActiveHandles()
    .filter(isProcess)
    .filter(({ spawnargs, exitCode }) => exitCode === null && spawnargs.some((arg) => arg.endsWith('server.cjs')))

const isProcess = (handle: unknown): handle is ChildProcess =>
  typeof handle === 'object' && handle !== null && 'spawnargs' in handle
