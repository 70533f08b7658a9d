import {resolve} from 'node:path'
import {shownPath} from '../config/paths.ts'
import {Baseline} from './baseline.ts'
import type {LoadedWorld} from './commands/command.ts'
import type {LintRequest} from './lint-request.ts'
import type {LintedFile} from './reporters/reporter.ts'
import {counted} from './reporters/words.ts'
import {complain} from './terminal.ts'

/** The baseline of one run. */
export interface BaselineRun {
  /** `linted`, read from `file`, without the findings that are put up with. */
  without(file: string, linted: LintedFile): LintedFile
  /**
   * Updates the baseline if asked to, and tells what has become of its findings.
   * @throws {Problem} when it cannot be written
   */
  close(): Promise<void>
}

/**
 * Opens the baseline that the user names.
 * @throws {Problem} when it cannot be read
 */
export function openBaseline(world: LoadedWorld, {file, update}: NonNullable<LintRequest['baseline']>): BaselineRun {
  const {fs, cwd} = world
  const path = resolve(cwd, file)
  const shown = shownPath(cwd, path)
  const baseline = Baseline.read(fs, path, shown, update)
  return {
    without: (linted, result) => baseline.without(linted, result),
    async close() {
      const {added, gone} = baseline
      if (update) {
        baseline.update(fs, path, shown)
        await complain(world, [`${shown}: ${counted(added, 'finding')} added, ${gone} taken out`])
      } else if (gone > 0) {
        const are = gone === 1 ? 'finding is' : 'findings are'
        await complain(world, [`${shown}: ${gone} ${are} there no more; take them out with --update-baseline`])
      }
    },
  }
}
