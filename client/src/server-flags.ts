/**
 * A third less memory after some hundred edits, for a millisecond or two more an edit. V8 takes them only when a process
 * starts. `npm run bench` measures the server with them.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=2', '--optimize-for-size']
