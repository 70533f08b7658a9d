import {sep} from 'node:path'
import {shownPath} from '../../config/paths.ts'
import {list} from '../reporters/words.ts'
import {complain, write} from '../terminal.ts'
import type {World} from '../world.ts'

const cleared = '\u001b[2J\u001b[H'

/** Makes room for a new report, and says why it comes: for `changed`, absolute paths. */
export async function announce(world: World, changed: readonly string[]): Promise<void> {
  const {stdout, env, cwd} = world
  if (stdout.isTTY && env.TERM !== 'dumb') await write(stdout, cleared)
  const paths = outermost(changed).map(path => shownPath(cwd, path) || '.')
  if (paths.length > 0) await complain(world, [`${list(paths)} changed`])
}

/** `paths` in order, without those inside of others. */
function outermost(paths: readonly string[]): string[] {
  return [...new Set(paths)].filter(path => !paths.some(other => path.startsWith(`${other}${sep}`))).sort()
}
