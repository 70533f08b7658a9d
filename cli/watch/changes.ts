import {join} from 'node:path'
import type {FileSystem} from '../../config/file-system.ts'
import {isWithin} from '../../config/paths.ts'
import type {Bell} from './bell.ts'
import {type Dependencies, leadsToPlans} from './dependencies.ts'
import type {MemoryResults} from './memory-results.ts'

/** Milliseconds without a change after which a save, which may be several, counts as done. */
const calm = 50
/** Milliseconds after which changes are looked for that no disk has told of. */
const patience = 2000

/** What a report was made of. */
export interface Drawn {
  disk: FileSystem
  dependencies: Dependencies
  memory: MemoryResults
  /** Files and folders that the run itself writes; absolute. */
  own: ReadonlySet<string> & {add(path: string): unknown}
}

/** Waits until the report is no longer true, and returns the paths that have changed; none once `signal` is aborted. */
export async function changesOf(drawn: Drawn, bell: Bell, signal: AbortSignal): Promise<string[]> {
  while (!signal.aborted) {
    if (newIn(drawn).length > 0) {
      await bell.quiet(calm, signal)
      // Half a save may have undone the other.
      const changes = newIn(drawn)
      if (changes.length > 0) return changes
    }
    // Most of what happens beside plans is not about them, and to look at all of them has its price.
    if (await bell.wait(patience, signal)) await bell.quiet(calm, signal)
  }
  return []
}

/** What has changed, but for what the run itself has written, and plans that were saved as they were. */
function newIn(drawn: Drawn): string[] {
  const {disk, dependencies, memory} = drawn
  return dependencies.changed().filter(path => {
    if (isOwn(path, drawn)) return false
    if (!memory.hasTold(path, textIn(disk, path))) return true
    dependencies.accept(path)
    return false
  })
}

/** Whether the run itself writes `path`, or it is a folder that holds nothing else that may lead to plans. */
function isOwn(path: string, {disk, own}: Pick<Drawn, 'disk' | 'own'>): boolean {
  const all = [...own]
  if (all.some(written => isWithin(path, written))) return true
  if (!all.some(written => isWithin(written, path))) return false
  const entries = entriesOf(disk, path)
  return entries.filter(leadsToPlans).every(({name}) => isOwn(join(path, name), {disk, own}))
}

function entriesOf(disk: FileSystem, folder: string) {
  try {
    return disk.readdirSync(folder, {withFileTypes: true})
  } catch {
    return []
  }
}

function textIn(disk: FileSystem, path: string): string | null {
  try {
    return disk.readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
