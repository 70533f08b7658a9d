import type {LintRequest} from '../lint-request.ts'
import {styleFor} from '../style.ts'
import {commandless, write} from '../terminal.ts'
import type {World} from '../world.ts'
import type {Statistics} from './statistics.ts'
import {statisticsShown} from './table.ts'

/** Prints what the run took beside the report, which programs may read. */
export async function tellStatistics(
  world: World,
  statistics: Statistics,
  {color}: Pick<LintRequest, 'color'>,
): Promise<void> {
  const paths = statistics.files.map(({path}) => path)
  const style = await styleFor({...world, stdout: world.stderr}, color, paths)
  await write(world.stderr, commandless(`\n${statisticsShown(statistics, style)}`))
}
