import {parseArguments} from '../cli/arguments.ts'
import {complainOf, print} from '../cli/terminal.ts'
import type {World} from '../cli/world.ts'
import {Problem} from '../config/problem.ts'
import {readCase} from './case-file.ts'
import {Child} from './child-process.ts'
import type {AnyKind} from './kinds/kind.ts'
import {type Asked, command, help, options, runAsked} from './options.ts'
import {run} from './run.ts'

/** The cases to try. */
export interface Cases {
  /** Address of a module that exports `kinds`. */
  module: string
  /** Seconds that one case may take before it counts as endless. */
  limit: number
}

/**
 * Tries cases at random, or one again. Exit code: 0 nothing is wrong, 1 something is, 2 bad usage.
 */
export async function fuzz(world: World, {module, limit}: Cases): Promise<number> {
  const {kinds}: {kinds: readonly AnyKind[]} = await import(module)
  const child = new Child(module, limit)
  try {
    const {values, positionals} = parseArguments(world.argv, {options}, command)
    const names = kinds.map(({name}) => name)
    if (values.help) {
      await print(world, help(names))
      return 0
    }
    if (positionals.length > 0) throw new Problem(`"${positionals[0]}" is no option; "${command} --help" lists them`)
    const asked = values as Asked
    if (asked.repeat !== undefined) return await repeat(world, asked.repeat, kinds, child)
    return await run(world, kinds, runAsked(asked, names), child)
  } catch (error) {
    await complainOf(world, error)
    return 2
  } finally {
    child.close()
  }
}

async function repeat(world: World, path: string, kinds: readonly AnyKind[], child: Child): Promise<number> {
  const {kind, value} = readCase(world.cwd, path)
  if (!kinds.some(({name}) => name === kind)) throw new Problem(`${path}: there are no cases called "${kind}" now`)
  const outcome = await child.ask({kind, value})
  const faults = outcome.state === 'done' ? outcome.faults : [outcome.how]
  await print(world, faults.length === 0 ? 'no fault\n' : `${faults.join('\n')}\n`)
  return faults.length === 0 ? 0 : 1
}
