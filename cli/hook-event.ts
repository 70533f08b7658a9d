import {resolve} from 'node:path'
import {Problem} from '../config/problem.ts'
import type {World} from './world.ts'

/**
 * The absolute path of the file that the event on standard input is about; null for an event about none.
 * @throws {Problem} when there is no event, or it is of another form
 */
export async function editedFile({stdin, cwd}: Pick<World, 'stdin' | 'cwd'>): Promise<string | null> {
  const event = parsed(await textOf(stdin))
  const {tool_input: input, cwd: folder} = event as {tool_input?: unknown; cwd?: unknown}
  const path = (input as {file_path?: unknown} | null | undefined)?.file_path
  return typeof path === 'string' ? resolve(typeof folder === 'string' ? folder : cwd, path) : null
}

async function textOf(stdin: World['stdin']): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stdin ?? [])
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, {stream: true})
  return text + decoder.decode()
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
