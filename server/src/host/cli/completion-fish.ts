import type { Completed, Flag, Shown, Value } from './completion.ts'

/** For fish from 3.0. */
export function fish({ program, commands, rules, severities }: Completed): string {
  const { name } = program
  const first = `complete -c ${name} -n __fish_use_subcommand`
  const lines = commands.flatMap((command) => {
    const seen = `complete -c ${name} -n '__fish_seen_subcommand_from ${command.name}'`
    return [
      `${first} -a ${command.name} -d ${quoted(command.about)}`,
      ...(command.argument === undefined ? [] : [`${seen} ${then(command.argument, name)}`]),
      ...flagLines(command, seen, name),
    ]
  })
  return `# fish: ${name} completion fish | source
function __${name}_setting
  set -l given (commandline -ct | string replace -- --rule= '')
  if string match -q '*=*' -- $given
    printf '%s\\n' (string replace -r '=.*' '' -- $given)={${severities.join(',')}}
  else
    printf '%s=\\n' ${rules.join(' ')}
  end
end
complete -c ${name} -f
${[...flagLines(program, first, name), ...lines].join('\n')}
`
}

const flagLines = ({ flags }: Shown, seen: string, program: string): readonly string[] =>
  flags.map(({ names, about, value, isOptional }: Flag) => {
    const called = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`))
    // -x: nothing else, and never files, which the command itself may take.
    const takes = value === undefined || isOptional ? '' : ` ${value === 'file' ? '-r' : '-x'} ${then(value, program)}`
    return `${seen} ${called.join(' ')}${takes} -d ${quoted(about)}`
  })

const actions = { file: '-F', folder: "-a '(__fish_complete_directories)'", other: '-f' } as const

/** What may stand there. */
const then = (value: Value, program: string): string =>
  typeof value === 'object'
    ? `-a ${quoted(value.join(' '))}`
    : value === 'setting'
      ? `-a '(__${program}_setting)'`
      : actions[value]

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, ' ')}'`
