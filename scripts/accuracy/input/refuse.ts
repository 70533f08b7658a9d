import {Problem} from '../../../config/problem.ts'

/** More messages than these are counted, not told. */
const mostMessages = 20

/** @throws {Problem} with `messages`, the first of many; nothing happens where there is none */
export function refuse(messages: readonly string[]): void {
  if (messages.length === 0) return
  const rest = messages.length - mostMessages
  throw new Problem(...(rest > 0 ? [...messages.slice(0, mostMessages), `and ${rest} more like these`] : messages))
}
