import type { Command, Option } from 'commander'
import { severities } from '../../lint/severity.ts'
import { rules } from '../../rules/index.ts'

/** The shells that there are scripts for. */
export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What follows an option: one of some words, a rule and its severity, or the name of a file. */
type Value = readonly string[] | 'rule' | 'file' | undefined
type Flag = { readonly names: readonly string[]; readonly about: string; readonly value: Value }
type Shown = {
  readonly name: string
  readonly about: string
  readonly flags: readonly Flag[]
  readonly argument: Value
}

const ids = rules.map(({ id }) => id)
const families = [...new Set(ids.map((id) => id.replace(/\/.*/, '')))]

/** A shell's script that completes commands, options and what follows them, from the program's own table of them. */
export const completionScript = (program: Command, shell: Shell): string =>
  scripts[shell](program.commands.map(shown), program.name())

const shown = (command: Command): Shown => {
  const [first] = command.registeredArguments
  return {
    name: command.name(),
    about: command.summary() || command.description(),
    flags: [...command.options.map(flag), { names: ['-h', '--help'], about: '', value: undefined }],
    argument: first?.argChoices ?? (first?.name() === 'rule' ? ids : 'file'),
  }
}

const flag = (option: Option): Flag => ({
  names: [option.short, option.long].filter((name) => name !== undefined),
  about: option.description,
  value:
    option.required || option.optional
      ? (option.argChoices ?? (option.long === '--rule' ? 'rule' : 'file'))
      : undefined,
})

const bash = (commands: readonly Shown[], name: string): string => {
  const after = commands.flatMap(({ name: command, flags }) =>
    flags.flatMap(({ names, value }) =>
      names.flatMap((each) =>
        value === undefined || value === 'file'
          ? []
          : [
              `    '${command} ${each}') words='${(value === 'rule' ? [...families, ...ids].map((id) => `${id}=`) : value).join(' ')}' ;;`,
            ],
      ),
    ),
  )
  const own = commands.map(
    ({ name: command, flags }) => `    ${command}) words='${flags.flatMap(({ names }) => names).join(' ')}' ;;`,
  )
  const first = commands.flatMap(({ name: command, argument }) =>
    Array.isArray(argument) ? [`    ${command}) words='${argument.join(' ')}' ;;`] : [],
  )
  return `# bash: eval "$(${name} completion bash)"
_${name}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=''
  COMPREPLY=()
  if [ "$cur" = '=' ]; then cur=''; prev='='; fi
  if [ "$COMP_CWORD" -eq 1 ]; then words='${commands.map(({ name: command }) => command).join(' ')}'
  elif [ "$prev" = '=' ]; then words='${severities.join(' ')} off'
  else
    case "$command $prev" in
${after.join('\n')}
    *) case "$cur" in
      -*) case "$command" in
${own.join('\n')}
      esac ;;
      *) case "$command" in
${first.join('\n')}
      esac ;;
    esac ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  case "\${COMPREPLY[0]}" in *=) compopt -o nospace ;; esac
}
complete -o default -F _${name} ${name}
`
}

/** In single quotes, for zsh's _arguments, where these mean something. */
const zshWords = (text: string): string =>
  text.replace(/['[\]:\\]/g, (mark) => (mark === "'" ? '’' : `\\${mark}`)).replace(/\n/g, ' ')

const zshValue = (value: Value): string =>
  value === undefined
    ? ''
    : value === 'file'
      ? ':file:_files'
      : value === 'rule'
        ? ':rule:_yaodian_rules'
        : `: :(${value.join(' ')})`

const zsh = (commands: readonly Shown[], name: string): string => `#compdef ${name}
# zsh: eval "$(${name} completion zsh)"
_${name}_rules() {
  if compset -P '*='; then compadd ${severities.join(' ')} off
  else compadd -S= -- ${[...families, ...ids].join(' ')}; fi
}
_${name}() {
  local context state line
  local -a commands=(
${commands.map(({ name: command, about }) => `    '${command}:${zshWords(about)}'`).join('\n')}
  )
  _arguments -C '1: :->command' '*:: :->rest'
  case $state in
  command) _describe command commands ;;
  rest) case $words[1] in
${commands
  .map(
    ({ name: command, flags, argument }) =>
      `    ${command}) _arguments ${flags.flatMap(({ names, about, value }) => names.map((each) => `'${each}[${zshWords(about)}]${zshValue(value)}'`)).join(' ')} '*${Array.isArray(argument) ? `: :(${argument.join(' ')})` : ':file:_files'}' ;;`,
  )
  .join('\n')}
  esac ;;
  esac
}
compdef _${name} ${name}
`

const fishWords = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, ' ')}'`

const fish = (commands: readonly Shown[], name: string): string => {
  const lines = commands.flatMap(({ name: command, about, flags, argument }) => {
    const seen = `complete -c ${name} -n '__fish_seen_subcommand_from ${command}'`
    return [
      `complete -c ${name} -f -n __fish_use_subcommand -a ${command} -d ${fishWords(about)}`,
      ...(Array.isArray(argument) ? [`${seen} -f -a ${fishWords(argument.join(' '))}`] : []),
      ...flags.map(({ names, about: says, value }) => {
        const flagNames = names.map((each) => (each.startsWith('--') ? `-l ${each.slice(2)}` : `-s ${each.slice(1)}`))
        const words =
          value === 'rule'
            ? [...families, ...ids].flatMap((id) => [...severities, 'off'].map((one) => `${id}=${one}`))
            : value
        const follows =
          value === undefined
            ? ''
            : value === 'file'
              ? ' -r'
              : ` -x -a ${fishWords((words as readonly string[]).join(' '))}`
        return `${seen} ${flagNames.join(' ')}${follows}${says ? ` -d ${fishWords(says)}` : ''}`
      }),
    ]
  })
  return `# fish: ${name} completion fish | source\n${lines.join('\n')}\n`
}

const scripts: Readonly<Record<Shell, (commands: readonly Shown[], name: string) => string>> = { bash, zsh, fish }
