import type {FileSystem} from '../config/file-system.ts'

export type Output = NodeJS.WritableStream & {isTTY?: boolean; columns?: number}

/** Everything the command line knows of its surroundings; given by the bin, by a test or by an editor. */
export interface World {
  /** Arguments without `node` and script. */
  argv: readonly string[]
  /** Absolute path. */
  cwd: string
  env: Readonly<Record<string, string | undefined>>
  stdout: Output
  stderr: Output
  /** Absent where there is none to read. */
  stdin?: AsyncIterable<Uint8Array | string> & {isTTY?: boolean}
  /** Default: the disk. */
  fs?: FileSystem
  /** Milliseconds since some moment. Default: since the process began. */
  now?: () => number
  /**
   * What a worker runs that lints in a thread of its own, and how many there may be; default: as many as help. Absent
   * where all has to be done in this thread.
   */
  lintWorkers?: {module: URL; count?: number}
  /** Ends what goes on until somebody ends it. Default: signals that the process gets. */
  end?: AbortSignal
}

/** The clock of `world`. */
export function timeIn({now}: World): () => number {
  return now ?? (() => performance.now())
}
