import {resolve} from 'node:path'
import {Problem} from '../config/problem.ts'
import {standardInput} from './standard-input.ts'
import type {World} from './world.ts'

/**
 * The absolute path of the file that the event on standard input is about; null for an event about none.
 * @throws {Problem} when there is no event, or it is of another form
 */
export async function editedFile(world: Pick<World, 'stdin' | 'cwd'>): Promise<string | null> {
  const event = parsed(new TextDecoder().decode((await standardInput(world)) ?? undefined))
  const {tool_input: input, cwd: folder} = event as {tool_input?: unknown; cwd?: unknown}
  const path = (input as {file_path?: unknown} | null | undefined)?.file_path
  return typeof path === 'string' ? resolve(typeof folder === 'string' ? folder : world.cwd, path) : null
}

function parsed(text: string): object {
  try {
    const event: unknown = JSON.parse(text)
    if (typeof event === 'object' && event !== null) return event
  } catch {
    // Told below.
  }
  throw new Problem('no event of a hook on standard input; "plan-lint hook" is for the settings of a coding agent')
}
