import { stringify } from 'csv-stringify/sync'
import type { Locale } from './diagnostic.ts'

/** A file of units where nobody names another. */
export const unitTableName: Readonly<Record<Locale, string>> = { zh: '单位名单.csv', en: 'units.csv' }

const headings: Readonly<Record<Locale, readonly string[]>> = {
  zh: ['名称', '简称', '曾用名', '上级', '统称'],
  en: ['Name', 'Short names', 'Former names', 'Parent', 'Collective'],
}

/** A table of units as the configuration reads it and Excel opens it. */
export const unitTable = (units: readonly string[], locale: Locale): string =>
  stringify([[...headings[locale]], ...units.map((name) => [name, '', '', '', ''])], { bom: true })
