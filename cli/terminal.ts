import {causeOf, errorCode, internalFault, Problem} from '../config/problem.ts'
import type {Output, World} from './world.ts'

/**
 * Controls, and the invisible characters that turn the direction of text. What a document or a file name holds of
 * them could steer a terminal or make it show something else than what is there. The tags, letters that no terminal
 * shows, would tell a model what no person sees.
 */
const steering =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it is about.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|(?:\udb40[\udc00-\udc7f])+/g

/** `text` on one line without anything a terminal would obey: controls become their pictures (␛ for ESC). */
export function harmless(text: string): string {
  return text.replace(steering, character => {
    const code = character.charCodeAt(0)
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    return code === 0x7f ? '\u2421' : '\ufffd'
  })
}

const hashes = /##(?=\[|vso\[|teamcity\[)/gi

/**
 * `text` without anything that the log of a CI service would obey: GitHub takes a line that begins with `::` for a
 * command, Azure, TeamCity and older runners of GitHub what follows `##`. One space makes it words again.
 */
export function commandless(text: string): string {
  const apart = (start: string, blanks: string, offset: number) => {
    const isAtLineStart = offset === 0 || text[offset - 1] === '\n' || /[\r\u2028\u2029]/.test(blanks)
    return isAtLineStart ? `${start} ` : start
  }
  return text.replace(/(?<![^\S\n])([^\S\n]*):(?=:)/g, apart).replace(hashes, '# #')
}

/** As `commandless`, of a line that has to stay as it is where it only looks like a command, as `::: note` does. */
export function commandlessLine(line: string): string {
  return line.replace(/^(\s*:)(?=:.*::)/, '$1 ').replace(hashes, '# #')
}

/** What the user says wins, then the environment (no-color.org, force-color.org), then what the output can show. */
export function wantsColor(asked: boolean | undefined, {env, stdout}: Pick<World, 'env' | 'stdout'>): boolean {
  if (asked !== undefined) return asked
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR)
  return stdout.isTTY === true && env.TERM !== 'dumb'
}

/**
 * Writes `text` and waits until it is out, so that a pipe never gets half a report. A reader that has gone away
 * (`plan-lint | head`) is no error.
 * @throws {Problem} when it cannot be written
 */
export function write(output: Output, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      if (errorCode(error) === 'EPIPE') resolve()
      else reject(new Problem(`the output cannot be written: ${causeOf(error)}`))
    }
    output.once('error', fail)
    output.write(text, error => {
      if (error) return fail(error)
      output.removeListener('error', fail)
      resolve()
    })
  })
}

/** Prints `text` for people, in which what documents and plugins say stays words. */
export function print({stdout}: Pick<World, 'stdout'>, text: string): Promise<void> {
  return write(stdout, commandless(text))
}

/** Tells each message on a line of its own on the error output. */
export async function complain({stderr}: Pick<World, 'stderr'>, messages: readonly string[]): Promise<void> {
  for (const message of messages) await write(stderr, commandless(`plan-lint: ${harmless(message)}\n`))
}

/** Tells what went wrong, and returns the words; `about` is put before a fault of plan-lint itself. */
export async function complainOf(
  {stderr, env}: Pick<World, 'stderr' | 'env'>,
  error: unknown,
  about = '',
): Promise<readonly string[]> {
  const messages = error instanceof Problem ? error.messages : [`${about}${internalFault(error)}`]
  await complain({stderr}, messages)
  const origin = error instanceof Problem ? error.cause : error
  if (env.PLAN_LINT_DEBUG && origin instanceof Error) {
    const lines = String(origin.stack).split('\n')
    await write(stderr, lines.map(line => commandless(`${harmless(line)}\n`)).join(''))
  }
  return messages
}
