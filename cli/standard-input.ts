import {causeOf, Problem} from '../config/problem.ts'
import type {World} from './world.ts'

/**
 * All that comes on standard input; null where that is a keyboard, on which nobody would know what to type.
 * @throws {Problem} when it cannot be read
 */
export async function standardInput(world: Pick<World, 'stdin'>): Promise<Buffer | null> {
  const stdin = world.stdin?.()
  if (!stdin || stdin.isTTY) return null
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  } catch (error) {
    throw new Problem(`standard input: cannot be read: ${causeOf(error)}`)
  }
  return Buffer.concat(chunks)
}
