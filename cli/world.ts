import type {FileSystem} from '../config/file-system.ts'
import type {LintedFile} from './reporters/reporter.ts'

export type Output = NodeJS.WritableStream & {isTTY?: boolean; columns?: number}

export type Input = AsyncIterable<Uint8Array | string> & {isTTY?: boolean}

/** Everything the command line knows of its surroundings; given by the bin, by a test or by an editor. */
export interface World {
  /** Arguments without `node` and script. */
  argv: readonly string[]
  /** Absolute path. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  stdout: Output
  stderr: Output
  /** Opened by the first call, which takes its time; absent where there is none to read. */
  stdin?: () => Input
  /** Default: the disk. */
  fs?: FileSystem
  /** Milliseconds since some moment. Default: since the process began. */
  now?: () => number
  /**
   * What a worker runs that lints in a thread of its own, and how many there may be; default: as many as help. Absent
   * where all has to be done in this thread.
   */
  lintWorkers?: {module: URL; count?: number}
  /** Is told the files of each run that lints. */
  tellLinted?(files: readonly LintedFile[]): void
  /** Ends what goes on until somebody ends it. Default: signals that the process gets. */
  end?: AbortSignal
}

/** The clock of `world`. */
export function timeIn({now}: World): () => number {
  return now ?? (() => performance.now())
}
