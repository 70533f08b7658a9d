import {resolve} from 'node:path'
import {causeOf, Problem} from '../config/problem.ts'
import type {LoadedWorld} from './commands/command.ts'
import {isUtf16} from './read.ts'
import {standardInput} from './standard-input.ts'

/**
 * The paths in the list of that name, `-` being standard input: one on each line, without blank lines and lines that
 * begin with `#`; or, as programs write them, all with a NUL after each.
 * @throws {Problem} when the list cannot be read, or names nothing: that must not stand for everything
 */
export async function listedPaths(world: LoadedWorld, name: string): Promise<string[]> {
  if (name === '') throw new Problem('"@" names no list; write @<file>, or @- for one on standard input')
  const shown = name === '-' ? 'standard input' : name
  const bytes = name === '-' ? await typed(world) : read(world, name)
  if (isUtf16(bytes)) throw new Problem(`${shown}: the list is UTF-16; save it as UTF-8`)
  const text = new TextDecoder().decode(bytes)
  const paths = text.includes('\0') ? text.split('\0') : lines(text)
  const named = paths.filter(path => path !== '')
  if (named.length > 0) return named
  throw new Problem(`${shown}: the list names no file, so there is nothing to check`)
}

function lines(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => !line.startsWith('#'))
}

async function typed(world: LoadedWorld): Promise<Buffer> {
  const bytes = await standardInput(world)
  if (bytes !== null) return bytes
  throw new Problem('no list on standard input; write: git ls-files -z plans | plan-lint @-')
}

function read({fs, cwd}: LoadedWorld, name: string): Buffer {
  try {
    return fs.readFileSync(resolve(cwd, name))
  } catch (error) {
    const hint = `for what is itself called "@${name}" write ./@${name}`
    throw new Problem(`${name}: the list cannot be read: ${causeOf(error)}; ${hint}`)
  }
}
