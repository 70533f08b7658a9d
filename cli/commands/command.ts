import type {FileSystem} from '../../config/file-system.ts'
import type {World} from '../world.ts'

export interface Option {
  type: 'string' | 'boolean'
  short?: string
  /** What its value is called in the help. */
  value?: string
  /** What the value is called that a boolean may have, written with `=`. */
  optionalValue?: string
  /** May be given several times; its values are a list. */
  multiple?: true
  /** Another option, on whose line and with whose words the help shows this one. */
  with?: string
  help: string
}

/** In the order of the help. */
export type Options = Readonly<Record<string, Option>>

type Value<O extends Option> = O['type'] extends 'boolean'
  ? boolean | (O extends {optionalValue: string} ? string : never)
  : O extends {multiple: true}
    ? string[]
    : string

/** The options of a command as the user gave them; those not given are absent. */
export type Values<O extends Options> = {readonly [Name in keyof O]?: Value<O[Name]>}

export interface Arguments<O extends Options = Options> {
  values: Values<O>
  positionals: readonly string[]
  /** The last of these, which stand after `--` and mean nothing but themselves. */
  literals: readonly string[]
  /** What the user wrote, for options of which the last one wins. */
  argv: readonly string[]
}

export type LoadedWorld = World & {fs: FileSystem}

/** One thing that `plan-lint` does. */
export interface CommandDefinition<O extends Options> {
  /** What follows its name on the command line, a line for each way to use it. */
  usage: readonly string[]
  /** What it does, for the top of its help: `finds what is wrong`. */
  summary: string
  options: O
  /** The same options under the headings of the help; absent where there is one heading for all. */
  optionGroups?: Readonly<Record<string, Options>>
  /** Options that it does not know are those of somebody else, and passed over. */
  allowsUnknown?: boolean
  /** What stands below the options in its help. */
  notes?(): Promise<string>
  /**
   * Returns the exit code.
   * @throws {Problem} for the user to put right; exit code 2
   */
  run(world: LoadedWorld, given: Arguments<O>): Promise<number>
}

/** A command as the command line holds it, the types of its options erased. */
export type Command = CommandDefinition<Options>

/** Makes a command of its definition; the compiler knows the options that its `run` is given. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  return {...definition, run: (world, given) => definition.run(world, given as Arguments<O>)}
}
