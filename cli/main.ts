import nodeFs from 'node:fs'
import {didYouMean} from '../config/did-you-mean.ts'
import {Problem} from '../config/problem.ts'
import {parseArguments} from './arguments.ts'
import {commands, isCommand} from './commands/commands.ts'
import {colorAsked} from './project-options.ts'
import {complainOf, wantsColor, write} from './terminal.ts'
import type {World} from './world.ts'

/**
 * The command line. Exit code: 0 clean, 1 findings at or above the fail level, 2 bad usage, bad configuration,
 * unreadable file, internal fault, or nothing to check.
 */
export async function main(world: World): Promise<number> {
  try {
    const fs = world.fs ?? nodeFs
    const words = withHelpAsOption(world.argv)
    const [first, ...rest] = words
    const [name, argv] = isCommand(first) ? [first, rest] : (['lint', words] as const)
    if (first !== undefined && !isCommand(first) && /^[a-z]+$/i.test(first)) {
      const {assertNoSlip} = await import('./command-slip.ts')
      assertNoSlip(first, {fs, cwd: world.cwd})
    }
    const command = await commands[name].load()
    const given = parseArguments(argv, command, `plan-lint ${name}`)
    if (given.values.help) {
      const {help, overview} = await import('./help.ts')
      const color = wantsColor(colorAsked(argv), world)
      await write(world.stdout, isCommand(first) ? await help(name, command, color) : overview(color))
      return 0
    }
    if (given.values.version) {
      await write(world.stdout, `${(await import('./package.ts')).version}\n`)
      return 0
    }
    return await command.run({...world, fs}, given)
  } catch (error) {
    await complainOf(world, error)
    return 2
  }
}

/** `help` and `help explain` are other ways to write `--help` and `explain --help`. */
function withHelpAsOption(argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv
  if (first !== 'help') return argv
  const unknown = rest.find(word => !isCommand(word) && !word.startsWith('-'))
  if (unknown === undefined) return [...rest, '--help']
  const near = didYouMean(unknown, Object.keys(commands))
  throw new Problem(`unknown command "${unknown}"${near || '; "plan-lint --help" lists them all'}`)
}
