import type {LoadedWorld} from './commands/command.ts'
import type {Handled} from './lint-file.ts'
import {counted} from './reporters/words.ts'
import {complain, write} from './terminal.ts'

/** Prints what `--fix` would do, ready to be applied; how much that is goes beside it. */
export async function showDiff(world: LoadedWorld, handled: readonly Handled[]): Promise<void> {
  await write(world.stdout, handled.map(({diff}) => diff).join(''))
  const changing = handled.filter(({diff}) => diff !== '')
  const fixed = changing.reduce((sum, file) => sum + file.fixed, 0)
  const files = counted(changing.length, 'file')
  const told = fixed === 0 ? 'nothing would change' : `${counted(fixed, 'finding')} would be fixed in ${files}`
  await complain(world, [told])
}
