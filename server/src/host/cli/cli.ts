import { Argument, Command, Option } from 'commander'
import pkg from '../../../../package.json' with { type: 'json' }
import { columns } from '../../report/columns.ts'
import { ownerFormats } from '../../report/owner-formats.ts'
import { told } from '../told.ts'
import { usualCache } from './cache.ts'
import { completionScript, type Shell, shells } from './completion.ts'
import { locale, say } from './locale.ts'
import {
  color,
  encoding,
  format,
  lang,
  lintFormat,
  paths,
  profile,
  readColumns,
  readCount,
  readJobs,
  readRegion,
  readYear,
  rule,
} from './options.ts'
import { errorInChinese, examplesOf, usageInChinese, valuesInChinese } from './usage.ts'

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
}

const program = new Command('yaodian')
  .description(say('计划公文校核：序号、责任单位、错别字、标点', 'Checks Chinese government plan documents'))
  .version(pkg.version, '-V, --version', say('版本号', 'print the version'))
  .helpOption('-h, --help', say('显示帮助', 'show help'))
  .helpCommand('help [command]', say('显示某个命令的帮助', 'help of a command'))
  .configureHelp({
    helpWidth: 80,
    displayWidth: columns,
    styleTitle: (title) => say(titles[title] ?? title, title),
    subcommandTerm: (command) => command.name(),
    ...(locale !== 'en' && {
      optionDescription: valuesInChinese,
      argumentDescription: valuesInChinese,
      styleUsage: usageInChinese,
    }),
  })
  .configureOutput({
    outputError: (text, write) => write(`yaodian: ${say(errorInChinese(text), text.replace(/^error: /, ''))}`),
  })
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('lint')
  .summary(say('检查文件', 'check files'))
  .description(
    say(
      '检查文件、文件夹里的 .plan、.gongwen、.txt、.docx，或通配符所指的文件；\n.gitignore 和 .yaodianignore 里的不查。\n退出码：0 没有警告以上的问题，1 有，2 有文件读不了（其余照常检查）。',
      'Checks files, the .plan, .gongwen, .txt and .docx of folders, or what globs name;\nwhat .gitignore and .yaodianignore leave out is left out.\nExit status: 0 nothing at warning or above, 1 something,\n2 a file could not be read (the others are checked all the same).',
    ),
  )
  .argument('[path...]', say('文件、文件夹或通配符', 'files, folders or globs'))
  .addOption(profile())
  .addOption(rule())
  .option('--stdin', say('检查标准输入的内容', 'check what comes by standard input'))
  .option('--stdin-name <file>', say('当作这个文件', 'as if it were this file'))
  .option(
    '--files-from <file>',
    say('从文件读文件名，一行一个；- 是标准输入', 'names of files, a line each; - is stdin'),
  )
  .addOption(encoding())
  .option('--quiet', say('只列错误和警告', 'errors and warnings only'))
  .option('--max-warnings <n>', say('容许几个警告', 'so many warnings may pass'), readCount)
  .option('--unused', say('也列出接受过、现已没有的问题', 'list accepted findings that are gone, too'))
  .option('--jobs <n>', say('同时用几个线程', 'so many threads side by side'), readJobs)
  .option('--unordered', say('先查完的先输出', 'write each file as it is done'))
  .option(
    '--cache [file]',
    say(`记住结果，没改的文件下次不再查（${usualCache}）`, `remember, and skip what did not change (${usualCache})`),
  )
  .option('--comments <copy>', say('把问题写成批注，另存一份 Word 文档', 'a copy of a Word document with comments'))
  .addOption(lintFormat())
  .addOption(color())
  .addOption(lang())
  .action(async (files: string[], { stdin, stdinName, cache, comments, ...options }, command: Command) => {
    if (files.length === 0 && !stdin && options.filesFrom === undefined)
      command.error(say('要检查哪些文件？写出文件或文件夹，或用 --stdin', 'which files? name some, or use --stdin'), {
        exitCode: 2,
      })
    const [only] = files
    if (comments !== undefined && (only === undefined || files.length > 1))
      command.error(say('--comments 一次只写一个 Word 文档', '--comments takes one Word document'), { exitCode: 2 })
    await (await import('./command-lint.ts')).lintFiles(files, {
      ...options,
      ...(cache && { cache: cache === true ? usualCache : cache }),
      ...(stdin && { stdinName: stdinName ?? say('标准输入.plan', 'stdin.plan') }),
    })
    if (comments !== undefined && only !== undefined)
      await (await import('./command-comments.ts')).writeComments(only, comments, options)
  })

program
  .command('check')
  .summary(say('发文前检查：能不能印发', 'is it ready to issue?'))
  .description(
    say(
      '发文前检查：逐项核对，说明能不能印发、还差什么；--report 另存一页可打印的报告。\n退出码：0 可以，1 还不可以，2 有文件读不了。',
      'The check before a document goes out: ready, or not yet and why. --report writes\na page that prints. Exit status: 0 ready, 1 not ready, 2 a file could not be read.',
    ),
  )
  .argument(...paths)
  .addOption(profile().default('issue'))
  .option('--report <file>', say('报告写到文件（.html、.md）', 'write a report (.html, .md)'))
  .addOption(encoding())
  .addOption(format())
  .addOption(color())
  .addOption(lang())
  .action(async (files: string[], options) => (await import('./command-check.ts')).checkFiles(files, options))

program
  .command('text')
  .summary(say('把 Word 文档转成文本', 'a Word document as text'))
  .description(
    say(
      '把 Word 文档转成文本：一段一行，表格一行一行，自动编号写成文字，修订视为接受。',
      'A Word document as text: a paragraph or a row of a table a line, automatic numbers\nwritten out, tracked changes accepted.',
    ),
  )
  .argument('<file>', say('Word 文档（.docx）', 'a Word document (.docx)'))
  .option('-o, --output <file>', say('写到文件', 'write to a file'))
  .addOption(lang())
  .action(async (file: string, options) => (await import('./command-text.ts')).writeText(file, options))

program
  .command('rules')
  .summary(say('列出所有规则', 'list every rule'))
  .description(say('列出所有规则', 'List every rule'))
  .addOption(color())
  .addOption(lang())
  .action(async (options) => (await import('./command-rules.ts')).listRules(options))

program
  .command('explain')
  .summary(say('说明一条规则：为什么、依据、例子', 'explain a rule: why, its source, examples'))
  .description(say('说明一条规则：为什么、依据、例子', 'Explain a rule: why, its source, examples'))
  .argument('<rule>', say('规则，如 ordinal/skip', 'a rule, as ordinal/skip'))
  .addOption(color())
  .addOption(lang())
  .action(async (id: string, options) => (await import('./command-rules.ts')).explainRule(id, options))

program
  .command('outline')
  .summary(say('列出大纲、责任单位和时限', 'print the outline with owners and deadlines'))
  .description(say('列出大纲、责任单位和时限', 'Print the outline with owners and deadlines'))
  .argument(...paths)
  .addOption(encoding())
  .addOption(format())
  .addOption(color())
  .addOption(lang())
  .action(async (files: string[], options) => (await import('./command-outline.ts')).outlineFiles(files, options))

program
  .command('fix')
  .summary(say('改正有把握的错误', 'apply certain fixes'))
  .description(
    say(
      '改正有把握的错误。不带 --write 时只显示改动。',
      'Applies certain fixes. Without --write prints a diff instead.',
    ),
  )
  .argument(...paths)
  .option('--write', say('写回文件，编码、换行照旧', 'write the files, encoding and line ends as they are'))
  .addOption(encoding())
  .addOption(profile())
  .addOption(lang())
  .action(async (files: string[], options) => (await import('./command-fix.ts')).fixFiles(files, options))

program
  .command('renumber')
  .summary(say('重新编号，引用跟着改', 'number anew, references follow'))
  .description(
    say(
      '按次序重新编号，引用跟着改；层次、写法和各级是否连续编号照文档原样。\n不带 --write 时只显示改动。',
      'Numbers every level in order; references follow. Levels, glyphs, and whether\na level starts again or runs on stay as the document has them.\nWithout --write prints a diff instead.',
    ),
  )
  .argument(...paths)
  .option('--standard', say('写法也改为规范的：1、→ 1.，(一) → （一）', 'standard form, too: 1、→ 1., (一) → （一）'))
  .option('--write', say('写回文件，编码、换行照旧', 'write the files, encoding and line ends as they are'))
  .addOption(encoding())
  .addOption(lang())
  .action(async (files: string[], options) => (await import('./command-renumber.ts')).renumberFiles(files, options))

program
  .command('owners')
  .summary(say('列出责任清单', 'list who answers for what'))
  .description(
    say(
      '列出每项任务的牵头单位、配合单位和完成时限；条目自己没有写的，随上级。\n用 --check 时，与改过的清单对照。',
      'Lists each task with who leads, who supports and when it is due; what an item\ndoes not say itself it has from the heading above. With --check compares a list\nthat came back edited.',
    ),
  )
  .argument(...paths)
  .addOption(
    new Option('--by <by>', say('按条目、单位或时限分列', 'a list for each'))
      .choices(['item', 'unit', 'deadline'])
      .default('item'),
  )
  .addOption(
    new Option('--format <format>', say('格式，默认看 -o 的扩展名', 'format; by the ending of -o otherwise')).choices([
      'json',
      ...Object.keys(ownerFormats),
    ]),
  )
  .option('--columns <names>', say('各列，如“序号,工作任务,牵头单位”', 'columns, parted by commas'), readColumns)
  .option('-o, --output <file>', say('写到文件', 'write to a file'))
  .option('--check <list>', say('与一份清单（xlsx、csv）对照', 'compare with a list (xlsx, csv)'))
  .addOption(encoding())
  .addOption(lang())
  .action(async (files: string[], options) => (await import('./command-owners.ts')).listOwners(files, options))

program
  .command('init')
  .summary(say('为一个文件夹写 yaodian.json', 'a yaodian.json for a folder'))
  .description(
    say(
      '为一个文件夹写 yaodian.json：先看里面的文稿，再问几个问题。已有的不会改动。\n不在终端里，或加 --yes，就不问，按选项和文稿来写。',
      'Writes a yaodian.json for a folder: reads its documents, then asks a few things.\nWhat is there stays. With --yes, or without a terminal, nothing is asked.',
    ),
  )
  .argument('[folder]', say('文件夹', 'the folder'), '.')
  .option('--region <names>', say('本地，如“浙江省 杭州市”', 'where this is, as “浙江省 杭州市”'), readRegion)
  .option('--year <year>', say('计划年度', 'the year of the plans'), readYear)
  .option(
    '--units <file>',
    say('单位名单；没有这个文件就从文稿里收集', 'the units; collected where there is no such file'),
  )
  .addOption(profile())
  .option('-y, --yes', say('不提问', 'ask nothing'))
  .addOption(lang())
  .action(async (folder: string, options) => (await import('./command-init.ts')).initFolder(folder, options))

program
  .command('learn')
  .summary(say('从本单位已印发的文件学习用语', 'learn from issued documents'))
  .description(
    say(
      '从本单位已印发的文件（文件夹里的 .txt、.plan）学习用语，疑似错别字就少误报、多查出。\n只在本机上进行；写出的文件只有字词的次数，没有原文。',
      'Learns what your issued documents (.txt and .plan in folders) say, so that fewer\nwords are called wrong and more mistakes found. Nothing leaves the machine; the\nfile has counts and no text.',
    ),
  )
  .argument('<path...>', say('文件夹或文件', 'folders or files'))
  .option('-o, --output <file>', say('写到文件', 'write to a file'), 'yaodian-phrases.gz')
  .addOption(lang())
  .action(async (found: string[], options) => (await import('./command-learn.ts')).learnFrom(found, options))

program
  .command('completion')
  .summary(say('命令行的自动补全', 'completion for a shell'))
  .description(
    say(
      '打印命令行自动补全的脚本：补命令、选项、规则、级别和文件名。',
      'Prints a script that completes commands, options, rules, severities and files.',
    ),
  )
  .addArgument(new Argument('<shell>', say('哪种 shell', 'which shell')).choices(shells))
  .action((shell: Shell) => {
    process.stdout.write(completionScript(program, shell))
  })

program
  .command('lsp')
  .summary(say('语言服务器，供编辑器使用', 'language server for editors'))
  .description(say('语言服务器，供编辑器使用', 'Language server for editors'))
  .option('--stdio', say('经标准输入输出通信', 'speak over stdin and stdout'))
  .action(async () => (await import('../lsp/serve.ts')).serve())

for (const command of [program, ...program.commands])
  command.addHelpText('after', examplesOf(command.name(), locale !== 'en', columns))
for (const command of program.commands)
  command.showHelpAfterError(
    say(`用法见 yaodian ${command.name()} --help`, `yaodian ${command.name()} --help says more`),
  )

// `yaodian lint … | head` ends the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit()
  throw error
})

// Alone, it says what there is to say.
program.parseAsync(process.argv.length > 2 ? process.argv : [...process.argv, '--help']).catch((error: unknown) => {
  process.stderr.write(`yaodian: ${told(error)[locale]}\n`)
  process.exitCode = 2
})
