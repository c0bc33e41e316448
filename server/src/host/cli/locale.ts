import type { Locale } from '../../report/diagnostic.ts'

/** Chinese, unless the terminal's own language is set and another. */
export function terminalLocale(): Locale {
  const set = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || ''
  return /^(?:zh|C\b|POSIX|$)/.test(set) ? 'zh' : 'en'
}

/** The language of the program's own words; known before the command line is read, since help is in it. */
export const locale: Locale = asked() ?? terminalLocale()

function asked(): Locale | undefined {
  const { argv } = process
  const at = argv.indexOf('--lang')
  const said = at < 0 ? argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length) : argv[at + 1]
  return said === 'zh' || said === 'en' ? said : undefined
}

export const say = (zh: string, en: string): string => (locale === 'en' ? en : zh)
