import type {FileSystem} from '../config/file-system.ts'

/** Larger files are made by programs, or are no text; in bytes. */
const largest = 2 ** 21

/** For one file after the other, as most of the time for a small one would go into a place to put it. */
let bytes: Buffer | undefined

/**
 * What a file at `path` (absolute) holds, as text; null where it holds none, or too much. How large it is tells itself, so
 * that the disk is asked no more than it must be.
 * @throws when the file cannot be read
 */
export function readText(fs: FileSystem, path: string): string | null {
  bytes ??= Buffer.allocUnsafeSlow(largest + 1)
  const file = fs.openSync(path, 'r')
  let length = 0
  try {
    for (let read = -1; read !== 0 && length <= largest; length += read)
      read = fs.readSync(file, bytes, length, bytes.length - length, null)
  } finally {
    fs.closeSync(file)
  }
  if (length > largest) return null
  const held = bytes.subarray(0, length)
  return held.includes(0) ? null : held.toString('utf8')
}
