import nodeFs from 'node:fs'
import {parseCommandLine} from './arguments.ts'
import {complainOf, write} from './terminal.ts'
import type {World} from './world.ts'

/**
 * The command line. Exit code: 0 clean, 1 findings at or above the fail level, 2 bad usage, bad configuration,
 * unreadable file, internal fault, or nothing to check.
 */
export async function main(world: World): Promise<number> {
  try {
    const command = parseCommandLine(world.argv)
    switch (command.command) {
      case 'help':
        await write(world.stdout, (await import('./help.ts')).help())
        return 0
      case 'version':
        await write(world.stdout, `${(await import('./package.ts')).version}\n`)
        return 0
      case 'lsp':
        return await serveEditor()
      case 'lint': {
        const {run} = await import('./run.ts')
        return await run({...world, fs: world.fs ?? nodeFs}, command)
      }
    }
  } catch (error) {
    await complainOf(world, error)
    return 2
  }
}

/** Ends with the process: the editor says when. */
async function serveEditor(): Promise<never> {
  const [{serveEditor: serve}, {version}] = await Promise.all([import('../hosts/lsp/stdio.ts'), import('./package.ts')])
  serve(version)
  return new Promise(() => {})
}
