import {isUtf8} from 'node:buffer'
import type {FileSystem} from '../config/file-system.ts'
import {causeOf, Problem} from '../config/problem.ts'

export interface Document {
  /** Begins with the byte order mark where the file does, so that offsets fit the file. */
  text: string
  /** Whether bytes that are no UTF-8 stand in the text as U+FFFD. */
  isDamaged: boolean
}

/**
 * Reads a file as text; `shown` is what messages call it.
 * @throws {Problem} when the file cannot be read or holds no UTF-8 text at all
 */
export function readDocument(fs: FileSystem, file: string, shown: string): Document {
  let bytes: Buffer
  try {
    bytes = fs.readFileSync(file)
    if (isUtf16(bytes)) throw new Problem(`${shown}: is UTF-16; save it as UTF-8`)
    if (bytes.includes(0)) throw new Problem(`${shown}: is a binary file, no Markdown; leave it out`)
    return {text: bytes.toString('utf8'), isDamaged: !isUtf8(bytes)}
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(`${shown}: cannot be read: ${causeOf(error)}`)
  }
}

export function isUtf16(bytes: Buffer): boolean {
  const mark = bytes.subarray(0, 2).toString('hex')
  return mark === 'fffe' || mark === 'feff'
}
