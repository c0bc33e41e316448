import type { Completed, Flag, Shown, Value } from './completion.ts'

/** For zsh's own _arguments; eval'ed after compinit, or as a file _yaodian in $fpath. */
export function zsh({ program, commands, rules, severities }: Completed): string {
  const { name } = program
  const each = commands.map(
    (command) => `    ${command.name})\n      _arguments ${specs(command, name).join(' \\\n        ')} ;;`,
  )
  return `#compdef ${name}
# zsh: eval "$(${name} completion zsh)"
_${name}_setting() {
  if compset -P '*='; then compadd -- ${severities.join(' ')}
  else compadd -S= -- ${rules.join(' ')}; fi
}
_${name}() {
  local context state line
  local -a commands=(
${commands.map((command) => `    '${command.name}:${words(command.about)}'`).join('\n')}
  )
  _arguments -C ${program.flags.flatMap((flag) => flagSpecs(flag, name)).join(' ')} '1: :->command' '*:: :->rest'
  case $state in
  command) _describe command commands ;;
  rest) case $words[1] in
${each.join('\n')}
  esac ;;
  esac
}
if [ "$funcstack[1]" = _${name} ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`
}

const specs = ({ flags, argument }: Shown, name: string): readonly string[] => [
  ...flags.flatMap((flag) => flagSpecs(flag, name)),
  ...(argument === undefined ? [] : [`'${argument === 'file' ? '*' : '1'}:${action(argument, name)}'`]),
]

/** An option under each of its names; one excludes the other, and only severities are said more than once. */
function flagSpecs({ names, about, value, isOptional }: Flag, program: string): readonly string[] {
  const others = value === 'setting' ? '*' : names.length > 1 ? `(${names.join(' ')})` : ''
  return names.map((name) => {
    const takes = value === undefined ? '' : isOptional ? '=-' : name.startsWith('--') ? '=' : '+'
    const then = value === undefined ? '' : `${isOptional ? '::' : ':'}${action(value, program)}`
    return `'${others}${name}${takes}[${words(about)}]${then}'`
  })
}

const actions = { file: 'file:_files', folder: 'folder:_files -/', other: ' : ' } as const

const action = (value: Value, program: string): string =>
  typeof value === 'object'
    ? ` :(${value.join(' ')})`
    : value === 'setting'
      ? `rule:_${program}_setting`
      : actions[value]

/** In single quotes, where brackets, colons and backslashes mean something. */
const words = (text: string): string =>
  text.replace(/['[\]:\\]/g, (mark) => (mark === "'" ? '’' : `\\${mark}`)).replace(/\n/g, ' ')
