/** The commands that everybody runs over and over, and that run most of the program. */
const usual = ['lint', 'check']

/** Whether arguments, as a process has them, are those of a usual command. */
export const isUsual = (argv: readonly string[]): boolean => usual.includes(argv[2] ?? '')
