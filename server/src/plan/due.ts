import { readHan } from './numerals.ts'

/** How exactly a deadline is set; the last four name no day. */
export type Precision =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  /** 每月, 每季度: again and again. */
  | 'recurring'
  /** 持续推进, 长期坚持: without an end. */
  | 'ongoing'
  /** 立行立改: at once. */
  | 'now'
  /** 尽快, 适时: nobody can be held to it. */
  | 'vague'

/** When something is due. `year` is missing where the plan's own is meant; month and day are the last of the time named. */
export type Due = {
  readonly precision: Precision
  readonly year?: number
  /** 明年, 今年: counted from the plan's year. */
  readonly yearsOn?: number
  readonly month?: number
  readonly day?: number
}

/** A day of the calendar, months and days from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

const number = '[0-9]{1,2}|[一二三四五六七八九十]{1,3}'
const year = '(?:(?<year>[0-9]{4})年|(?<on>今年|本年度?|当年|明年|次年))?'

/** The last day of a month is 0: which one it is, the year says. */
const thirds: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20, 下旬: 0 }

type Groups = Readonly<Record<string, string | undefined>>
type Form = { readonly pattern: RegExp; readonly read: (groups: Groups) => Omit<Due, 'year' | 'yearsOn'> }

const forms: readonly Form[] = [
  {
    pattern: new RegExp(`^${year}(?<month>${number})月(?<day>${number})[日号]`),
    read: ({ month, day }) => ({ precision: 'day', month: value(month), day: value(day) }),
  },
  {
    pattern: new RegExp(`^${year}(?<month>${number})月(?:份)?(?<third>上旬|中旬|下旬)?`),
    read: ({ month, third }) => ({ precision: 'month', month: value(month), day: thirds[third ?? '下旬'] ?? 0 }),
  },
  {
    pattern: new RegExp(`^${year}第?(?<quarter>[一二三四1-4])季度`),
    read: ({ quarter }) => ({ precision: 'quarter', month: value(quarter) * 3, day: 0 }),
  },
  {
    pattern: new RegExp(`^${year}(?<half>[上下])半年`),
    read: ({ half }) => ({ precision: 'half', month: half === '上' ? 6 : 12, day: 0 }),
  },
  {
    pattern: new RegExp(`^(?:${year}(?:年?[底末内]|年?终|全年|年度)|(?<bare>[0-9]{4})年)`),
    read: () => ({ precision: 'year', month: 12, day: 31 }),
  },
  {
    pattern: /^(?:每(?:[年月周日]|季度?|半年|两[年月]|旬)|按[月季年]|定期|逐[月年])/,
    read: () => ({ precision: 'recurring' }),
  },
  { pattern: /^(?:持续|长期|常态化?|全年(?:推进|实施)|贯穿)/, read: () => ({ precision: 'ongoing' }) },
  { pattern: /^(?:立行立改|立即|即时|即知即改|随时|即日)/, read: () => ({ precision: 'now' }) },
  { pattern: /^(?:尽快|尽早|适时|近期|抓紧|及时)/, read: () => ({ precision: 'vague' }) },
]

const value = (text = ''): number => (/[0-9]/.test(text) ? Number(text) : readHan(text))
const yearsOn: Readonly<Record<string, number>> = { 明年: 1, 次年: 1 }

/** 2023年12月底前, 第三季度, 年底前, 每月, 持续推进 → when that is; undefined where a text begins with no time. */
export function readDue(text: string): Due | undefined {
  // Of a span, and of several steps, the last: 2026年1月至6月; 3月启动，12月完成.
  const [first, ...others] = text.split(/[至到—–~～，,；;]|(?<=[日月年季度])[-－]/).map(readOne)
  const last = others.findLast((due) => due?.month !== undefined)
  if (!last) return first ?? others.find((due) => due !== undefined)
  const { year: own } = first ?? {}
  return own !== undefined && last.year === undefined && last.yearsOn === undefined ? { ...last, year: own } : last
}

function readOne(text: string): Due | undefined {
  const words = text.normalize('NFKC').replace(/^[\s　]*(?:力争|争取|确保|原则上|最迟|不迟于|于|在|至|到)?[\s　]*/, '')
  for (const { pattern, read } of forms) {
    const groups = pattern.exec(words)?.groups
    if (!pattern.test(words)) continue
    const { year: named, bare, on } = groups ?? {}
    const digits = named ?? bare
    return {
      ...read(groups ?? {}),
      ...(digits && { year: Number(digits) }),
      ...(on && { yearsOn: yearsOn[on] ?? 0 }),
    }
  }
  return undefined
}

/** The last day on which something is due, of a plan for a year; undefined where no day is meant or none exists. */
export function lastDay(
  { year: own, yearsOn: on = 0, month, day }: Due,
  planYear: number | undefined,
): Day | undefined {
  const inYear = own ?? (planYear === undefined ? undefined : planYear + on)
  if (inYear === undefined || month === undefined || day === undefined || month < 1 || month > 12) return undefined
  const last = daysIn(inYear, month)
  if (day > last) return undefined
  return { year: inYear, month, day: day === 0 ? last : day }
}

/** How many days a month has. */
export const daysIn = (inYear: number, month: number): number => new Date(Date.UTC(inYear, month, 0)).getUTCDate()

/** 2023-12-31, which sorts as the days do. */
export const isoDay = ({ year: y, month, day }: Day): string =>
  `${y}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
