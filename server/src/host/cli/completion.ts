import type { Argument, Command, Option } from 'commander'
import { severities } from '../../lint/severity.ts'
import { rules } from '../../rules/index.ts'
import { encodings } from '../encoding.ts'
import { bash } from './completion-bash.ts'
import { fish } from './completion-fish.ts'
import { zsh } from './completion-zsh.ts'

/** What may stand at a place: one of some words, a rule and its severity, the name of a file or folder, or what nobody can guess. */
export type Value = readonly string[] | 'setting' | 'file' | 'folder' | 'other'

/** An option. `isOptional`: its value may be left out, and then stands behind `=` only. */
export type Flag = {
  readonly names: readonly string[]
  readonly about: string
  readonly value: Value | undefined
  readonly isOptional: boolean
}

/** A command, or the program itself, with what may follow it. */
export type Shown = {
  readonly name: string
  readonly about: string
  readonly flags: readonly Flag[]
  readonly argument: Value | undefined
}

/** What a script is made of. */
export type Completed = {
  readonly program: Shown
  readonly commands: readonly Shown[]
  /** Rules and their families, which a severity can be set for. */
  readonly rules: readonly string[]
  readonly severities: readonly string[]
}

const scripts = { bash, zsh, fish } as const
export type Shell = keyof typeof scripts
export const shells = Object.keys(scripts) as readonly Shell[]

/** A shell's script that completes commands, options and what follows them, from the program's own table of them. */
export function completionScript(program: Command, shell: Shell): string {
  const help = program.createHelp()
  const all = help.visibleCommands(program)
  const names = all.map((command) => command.name())
  const shown = (command: Command): Shown => ({
    name: command.name(),
    about: command.summary() || command.description(),
    flags: help.visibleOptions(command).map((option) => flag(option, names)),
    argument: argument(command.registeredArguments[0], names),
  })
  const families = ids.map((id) => id.replace(/\/.*/, ''))
  return scripts[shell]({
    program: shown(program),
    commands: all.map(shown),
    rules: [...new Set([...families, ...ids])],
    severities: [...severities, 'off'],
  })
}

const ids = rules.map(({ id }) => id)

/** What a value is, by what help calls it: <file>, [path...]. */
const kinds: Readonly<Record<string, Value>> = {
  file: 'file',
  path: 'file',
  list: 'file',
  copy: 'file',
  folder: 'folder',
  rule: ids,
  'id=severity': 'setting',
  encoding: encodings,
}

const flag = (option: Option, commands: readonly string[]): Flag => {
  const called = /[<[]([^>\].]+)/.exec(option.flags)?.[1]
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    about: option.description,
    value: called === undefined ? undefined : kindOf(called, option, commands),
    isOptional: option.optional,
  }
}

const argument = (first: Argument | undefined, commands: readonly string[]): Value | undefined =>
  first && kindOf(first.name(), first, commands)

function kindOf(
  called: string,
  { argChoices }: { readonly argChoices?: string[] | undefined },
  commands: readonly string[],
): Value {
  return argChoices ?? (called === 'command' ? commands : (kinds[called] ?? 'other'))
}
