/**
 * A third less memory after some hundred edits, for a millisecond or two more an edit. V8 takes them only when a process
 * starts. `npm run bench` measures the server with them.
 */
export const serverFlags: readonly string[] = ['--max-semi-space-size=2', '--optimize-for-size']

/**
 * What glibc's allocator takes from the environment: large pieces, as the phrases are read from, go back to the machine when
 * they are let go. A sixth less memory, and nothing anywhere else.
 */
export const serverEnvironment: Readonly<Record<string, string>> = {
  MALLOC_MMAP_THRESHOLD_: '1000000',
  MALLOC_TRIM_THRESHOLD_: '1000000',
}
