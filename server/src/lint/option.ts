import type { Message } from './message.ts'

export type OptionValue = string | number | boolean | readonly string[]

/** Something about a rule that yaodian.json may set: `{ "rules": { "duplicate/near": { "similarity": 0.9 } } }`. */
export type Option<T extends OptionValue = OptionValue> = {
  readonly name: string
  readonly default: T
  readonly about: Message
  /** Of a number. */
  readonly least?: number
  readonly most?: number
  /** Of a string: what it may be. */
  readonly values?: readonly string[]
}

/** What an option of a rule is set to. */
export type Options = <T extends OptionValue>(option: Option<T>) => T
