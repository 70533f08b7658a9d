import type {World} from '../world.ts'

/** How what would go on for ever comes to its end. */
export interface Ending {
  signal: AbortSignal
  /** Gives the signals back to the system. */
  close(): void
}

const names = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Hears of Ctrl+C and other ways to end a process, and of an output that nobody reads any more. Whoever presses Ctrl+C
 * twice ends the process on the spot.
 */
export function listenForEnd({stdout, end}: Pick<World, 'stdout' | 'end'>): Ending {
  const controller = new AbortController()
  const abort = () => controller.abort()
  const abortOrLeave = () => {
    abort()
    // Who reads a pipe, and does not go on reading, would be waited for.
    if ('writableNeedDrain' in stdout && stdout.writableNeedDrain) process.exit(0)
  }
  stdout.on('error', abort)
  if (end) end.addEventListener('abort', abort)
  else for (const name of names) process.once(name, abortOrLeave)
  return {
    signal: controller.signal,
    close() {
      stdout.removeListener('error', abort)
      end?.removeEventListener('abort', abort)
      for (const name of names) process.removeListener(name, abortOrLeave)
    },
  }
}
