import type { Readable, Writable } from 'node:stream'
import { cancel, intro, isCancel, log, outro, select, text } from '@clack/prompts'
import { type Profile, profiles } from '../../lint/profile.ts'
import { profileNames } from '../../report/check-words.ts'
import type { Locale } from '../../report/diagnostic.ts'
import { regionNamed, yearNamed } from '../../report/guess.ts'
import { unitTableName } from '../../report/unit-table.ts'
import type { Answers } from './command-init.ts'
import { fromFolder, listProblem, type Seen } from './seen.ts'

/** A terminal to ask on. */
type Terminal = { readonly input?: Readable; readonly output?: Writable }

/** Asks what a yaodian.json should say, what was seen in the folder being the answers that Enter gives. Undefined where somebody breaks off. */
export async function ask(
  folder: string,
  seen: Seen,
  given: Answers,
  lang: Locale,
  terminal: Terminal = {},
): Promise<Answers | undefined> {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en)
  intro(
    say(
      '写 yaodian.json：↑↓ 选，回车确认；Ctrl+C 退出，什么都不写',
      'A yaodian.json: ↑↓ choose, Enter confirms; Ctrl+C ends, nothing is written',
    ),
    terminal,
  )
  log.message(summary(seen, lang), terminal)
  try {
    const region = given.region ?? (await askRegion())
    const year = given.year ?? (await askYear())
    const units = given.units ?? (await askUnits())
    const profile = given.profile ?? (await askProfile())
    outro(say('问完了', 'That is all'), terminal)
    return { region, units, profile, ...(year !== undefined && { year }) }
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error
    cancel(say('已取消，什么也没有写', 'Cancelled; nothing was written'), terminal)
    return undefined
  }

  async function askRegion(): Promise<readonly string[]> {
    const answer = await answered(
      text({
        ...terminal,
        message: say(
          '本地是哪里？（用来看出外地地名；没有就空着）',
          'Where is home? (tells places elsewhere; may be left empty)',
        ),
        placeholder: '浙江省 杭州市',
        initialValue: seen.region.join(' '),
        validate: (value = '') =>
          value.trim() === '' || regionNamed(value)
            ? undefined
            : say(
                '没有这个省、市、县；请写全称，从大到小，如：浙江省 杭州市',
                'No such place; full names, large to small: 浙江省 杭州市',
              ),
      }),
    )
    return regionNamed(answer ?? '') ?? []
  }

  async function askYear(): Promise<number | undefined> {
    const answer = await answered(
      text({
        ...terminal,
        message: say(
          '计划年度？（标题没有写年份的文稿按它算；可以空着）',
          'Planned year? (for titles that name none; may be left empty)',
        ),
        placeholder: String(new Date().getFullYear()),
        initialValue: String(seen.year ?? ''),
        validate: (value = '') =>
          value.trim() === '' || yearNamed(value)
            ? undefined
            : say('请写四位数的年份，如 2026', 'Four digits, as 2026'),
      }),
    )
    return yearNamed(answer ?? '')
  }

  async function askUnits(): Promise<string | false> {
    const { list, units } = seen
    const file = unitTableName[lang]
    const answer = await answered(
      select<'list' | 'write' | 'other' | 'none'>({
        ...terminal,
        showInstructions: false,
        message: say(
          '单位名单？（有了它，名单外的单位、旧名都会指出）',
          'A list of units? (others and old names are pointed out)',
        ),
        options: [
          ...(list === undefined ? [] : [{ value: 'list' as const, label: say(`用这里的 ${list}`, `Use ${list}`) }]),
          ...(units.length === 0 || list === file
            ? []
            : [
                {
                  value: 'write' as const,
                  label: say(
                    `把文稿里的 ${units.length} 个单位写入 ${file}`,
                    `Write the ${units.length} units that the documents name to ${file}`,
                  ),
                },
              ]),
          { value: 'other', label: say('用另一个文件（xlsx、csv、json）…', 'Use another file (xlsx, csv, json)…') },
          { value: 'none', label: say('不用名单', 'None') },
        ],
      }),
    )
    if (answer === 'other') return askFile()
    return answer === 'none' ? false : answer === 'list' ? (list ?? false) : file
  }

  /** Asks again until it can be the list. */
  async function askFile(): Promise<string> {
    const answer = await answered(
      text({
        ...terminal,
        message: say('名单的文件？（在这个文件夹里）', 'Which file? (below this folder)'),
        validate: (value = '') => (value.trim() === '' ? say('请写文件名', 'Name a file') : undefined),
      }),
    )
    const named = fromFolder(folder, answer.trim())
    const problem = await listProblem(folder, named, seen, say)
    if (problem === undefined) return named
    log.error(problem, terminal)
    return askFile()
  }

  async function askProfile(): Promise<Profile> {
    return answered(
      select({
        ...terminal,
        showInstructions: false,
        message: say('文稿到了哪一步？（随时可以改）', 'How far are the documents? (can be changed any time)'),
        initialValue: 'review' as Profile,
        options: profiles.map((value) => ({ value, label: `${profileNames[value][lang]}${hints[value][lang]}` })),
      }),
    )
  }
}

const hints: Readonly<Record<Profile, Readonly<Record<Locale, string>>>> = {
  draft: { zh: '：只查结构、序号和有把握的错字', en: ': structure, numbering and certain mistakes only' },
  review: { zh: '：通常选这个', en: ': the usual choice' },
  issue: {
    zh: '：全部都查；占位符、过期的时限算错误',
    en: ': everything; placeholders and past deadlines are errors',
  },
}

/** What was seen, in a sentence. */
function summary({ documents, region, year, units }: Seen, lang: Locale): string {
  if (documents === 0)
    return lang === 'zh' ? '这个文件夹里没有文稿，都要您来答。' : 'There are no documents here to go by.'
  const found = [
    region.join(''),
    year && (lang === 'zh' ? `${year} 年` : String(year)),
    units.length > 0 && (lang === 'zh' ? `${units.length} 个单位` : `${units.length} units`),
  ].filter(Boolean)
  if (lang === 'zh')
    return `读了 ${documents} 份文稿${found.length > 0 ? `：${found.join('，')}。回车就用看到的。` : '，没有看出什么。'}`
  return `Read ${documents} ${documents === 1 ? 'document' : 'documents'}${found.length > 0 ? `: ${found.join(', ')}. Enter takes what was seen.` : '.'}`
}

class BrokenOff extends Error {}

async function answered<T>(question: Promise<T>): Promise<Exclude<T, symbol>> {
  const answer = await question
  if (isCancel(answer)) throw new BrokenOff()
  return answer as Exclude<T, symbol>
}
