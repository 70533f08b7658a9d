import nodeFs from 'node:fs'
import {parseArguments} from './arguments.ts'
import {commands, isCommand} from './commands/commands.ts'
import {complainOf, write} from './terminal.ts'
import type {World} from './world.ts'

/**
 * The command line. Exit code: 0 clean, 1 findings at or above the fail level, 2 bad usage, bad configuration,
 * unreadable file, internal fault, or nothing to check.
 */
export async function main(world: World): Promise<number> {
  try {
    const [first, ...rest] = world.argv
    const [name, argv] = isCommand(first) ? [first, rest] : (['lint', world.argv] as const)
    const command = await commands[name].load()
    const called = name === 'lint' ? 'plan-lint' : `plan-lint ${name}`
    const given = parseArguments(argv, command, called)
    if (given.values.help) {
      const {help} = await import('./help.ts')
      await write(world.stdout, await help(name, command))
      return 0
    }
    if (given.values.version) {
      await write(world.stdout, `${(await import('./package.ts')).version}\n`)
      return 0
    }
    return await command.run({...world, fs: world.fs ?? nodeFs}, given)
  } catch (error) {
    await complainOf(world, error)
    return 2
  }
}
