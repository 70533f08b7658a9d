import {Writable} from 'node:stream'
import {endOf} from './end-of.ts'
import {splitterFor} from './reporters/cells.ts'
import {harmless} from './terminal.ts'
import {type Output, timeIn, type World} from './world.ts'

/** Milliseconds before anything is shown: what is over at once needs no progress. */
const patience = 1000
/** Milliseconds between two lines: more of them nobody can read, and a slow terminal would hold up the run. */
const pause = 100

const wiped = '\r\u001b[2K'

/** How far a long run is, in one line on a terminal that is written over and over. */
export interface Progress {
  /** Tells that `done` files are done, and the one that `path` names is next. */
  show(done: number, path: string): Promise<void>
  /** Leaves the terminal as it was. */
  wipe(): void
  /** The error output for all else; what is written there stays. */
  stderr: Output
}

/** The progress of a run over `total` files; none where nobody watches, or a line cannot be written over. */
export function progressOf(world: World, total: number): Progress | undefined {
  const {stderr, env} = world
  const isInCi = env.CI !== undefined && !['', '0', 'false'].includes(env.CI)
  if (!stderr.isTTY || isInCi || env.TERM === 'dumb') return undefined
  const now = timeIn(world)
  let next = now() + patience
  let isShown = false
  const wipe = () => {
    if (isShown) stderr.write(wiped)
    isShown = false
  }
  return {
    async show(done, path) {
      if (now() < next) return
      next = now() + pause
      const begin = `linting ${done + 1}/${total} `
      const name = harmless(path)
      // The last column stays free: some terminals go to the next line as soon as it is taken.
      const width = (stderr.columns ?? 80) - begin.length - 1
      stderr.write(`${wiped}${begin}${endOf(name, width, await splitterFor([name]))}`)
      isShown = true
    },
    wipe,
    stderr: below(stderr, wipe),
  }
}

/** An output that writes to `output` after `clear`. */
function below(output: Output, clear: () => void): Output {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      clear()
      output.write(chunk, error => done(error))
    },
  })
  return Object.assign(stream, {isTTY: true, ...(output.columns === undefined ? {} : {columns: output.columns})})
}
