import {Writable} from 'node:stream'
import type {Output} from '../../cli/world.ts'

/** An output that keeps what is written to it, and is a terminal where it has `columns`. */
export interface Sink extends Output {
  bytes(): Buffer
}

/** `onText` hears all the text so far whenever there is more. */
export function sink(columns?: number, onText?: (text: string) => void): Sink {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(chunk)
      onText?.(Buffer.concat(chunks).toString())
      done()
    },
  })
  return Object.assign(stream, {bytes: () => Buffer.concat(chunks), ...(columns && {isTTY: true, columns})})
}
