import type {FileSystem} from '../config/file-system.ts'
import type {Plugin} from '../core/plugin.ts'
import type {KnownResults} from './known-results.ts'

/** What a run that is one of many in this process takes over from those before it. */
export interface Session {
  /** The results so far, as far as they are good with these plugins. */
  resultsFor(plugins: readonly Plugin[]): KnownResults
  /** A mark of the state of a module, for the run to import it anew once it has changed. */
  stateOf(file: string): string
  /** The disk, for what the run looks at that its results do not depend on. */
  disk: FileSystem
  /** Hears of a file or folder that the run itself writes. */
  own(path: string): void
  /** Ends the run before its time. */
  signal: AbortSignal
}
