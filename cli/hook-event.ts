import {resolve} from 'node:path'
import {Problem} from '../config/problem.ts'
import {standardInput} from './standard-input.ts'
import type {World} from './world.ts'

/** A file that a coding agent has edited; absolute paths. */
export interface Edited {
  file: string
  /** The project that the agent works in. */
  project: string
}

/**
 * What the event on standard input is about; null for an event about no file.
 * @throws {Problem} when there is no event, or it is of another form
 */
export async function editedFile(world: Pick<World, 'stdin' | 'cwd' | 'env'>): Promise<Edited | null> {
  const event = parsed(new TextDecoder().decode((await standardInput(world)) ?? undefined))
  const {tool_input: input, cwd: folder} = event as {tool_input?: unknown; cwd?: unknown}
  const path = (input as {file_path?: unknown} | null | undefined)?.file_path
  if (typeof path !== 'string') return null
  const cwd = resolve(world.cwd, typeof folder === 'string' ? folder : '')
  // The folder of an event is the one that the agent has gone to, wherever that is.
  return {file: resolve(cwd, path), project: resolve(cwd, world.env.CLAUDE_PROJECT_DIR || '.')}
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
