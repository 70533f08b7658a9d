import type * as nodeFs from 'node:fs'

/** What plan-lint needs of a disk; tests and editors put another one in its place. */
export type FileSystem = Pick<
  typeof nodeFs,
  | 'accessSync'
  | 'closeSync'
  | 'constants'
  | 'existsSync'
  | 'lstatSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'readSync'
  | 'realpathSync'
  | 'statSync'
> & {
  /** Whether somebody notes what is asked of it: then each path is asked for by itself, not by a list of its folder. */
  readonly isObserved?: boolean
}

/** A mark that changes when a file does, or comes, or goes. */
export function stateOf(fs: FileSystem, file: string): string {
  try {
    const {mtimeMs, size} = fs.statSync(file)
    return `${mtimeMs}-${size}`
  } catch {
    return 'absent'
  }
}
