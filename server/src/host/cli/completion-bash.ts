import type { Completed, Shown, Value } from './completion.ts'

/** For bash from 3.2, which macOS has: what it cannot do it leaves out. Files are what bash itself completes where nothing is said. */
export function bash({ program, commands, rules, severities }: Completed): string {
  const { name } = program
  const values = commands.flatMap(({ name: command, flags }) =>
    flags
      .filter(({ value, isOptional }) => value !== undefined && !isOptional)
      .map(({ names, value }) => {
        const places = names.map((each) => `"${command} ${each}"`).join('|')
        return `    ${places}) ${put(value)} ;;`
      }),
  )
  const branch = (each: Shown, words: string) => `        ${each.name}) ${words} ;;`
  return `# bash: eval "$(${name} completion bash)"
_${name}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" at=$((COMP_CWORD - 1)) command="\${COMP_WORDS[1]}" words='' kind=words
  local rules='${rules.join(' ')}'
  COMPREPLY=()
  # --format=json comes as three words, and so does typo/word=off.
  if [ "$cur" = '=' ]; then cur=''; at=$COMP_CWORD; fi
  local prev="\${COMP_WORDS[at]}"
  if [ "$prev" = '=' ]; then
    case "\${COMP_WORDS[at-1]}" in -*) prev="\${COMP_WORDS[at-1]}" ;; esac
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${[...commands.map((each) => each.name), ...flagsOf(program)].join(' ')}'
  else
    case "$command $prev" in
    *' =') words='${severities.join(' ')}' ;;
${values.join('\n')}
    *) case "$cur" in
      -*) case "$command" in
${commands.map((each) => branch(each, `words='${flagsOf(each).join(' ')}'`)).join('\n')}
      esac ;;
      *) case "$command" in
${commands.map((each) => branch(each, put(each.argument ?? 'other'))).join('\n')}
      esac ;;
    esac ;;
    esac
  fi
  case $kind in
  file) return ;;
  folder) compopt +o default -o dirnames 2>/dev/null; return ;;
  setting) words="\${rules// /= }="; compopt -o nospace 2>/dev/null ;;
  esac
  compopt +o default 2>/dev/null
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _${name} ${name}
`
}

const flagsOf = ({ flags }: Shown): readonly string[] => flags.flatMap(({ names }) => names)

/** What the function goes by: words, or what kind of thing. */
const put = (value: Value | undefined): string =>
  typeof value === 'object' ? `words='${value.join(' ')}'` : `kind=${value}`
