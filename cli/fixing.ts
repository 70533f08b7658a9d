import type {FileSystem} from '../config/file-system.ts'
import {causeOf, Problem} from '../config/problem.ts'
import {type FixResult, fixUntilStable} from '../core/fixes.ts'
import type {LoadedWorld} from './commands/command.ts'
import {type FixMode, fixesOf} from './fix-mode.ts'
import type {Answer} from './known-results.ts'
import type {LintRequest} from './lint-request.ts'
import type {Linter} from './lint-text.ts'
import {readDocument} from './read.ts'
import {replaceFile} from './replace-file.ts'
import {wantsColor} from './terminal.ts'

/** A file that is to be fixed. */
export interface Fixable {
  /** Absolute. */
  file: string
  /** What messages call it. */
  path: string
  /** What it held when it was read. */
  text: string
  /** Whether that is not all: bytes that are no UTF-8 stand in it as U+FFFD. */
  isDamaged: boolean
}

export interface Fixed extends FixResult {
  /** What is said of `text`. */
  answer: Answer
  /** The change as a unified diff where it is only shown; else empty. */
  diff: string
}

/**
 * Fixes a file, or shows what that would change and leaves it as it is.
 * @throws {Problem} when it cannot be written
 */
export async function fixFile(
  world: LoadedWorld,
  {file, path, text, isDamaged}: Fixable,
  lint: Linter,
  {mode, diff, color, standIn}: {mode: FixMode} & Pick<LintRequest, 'diff' | 'color' | 'standIn'>,
): Promise<Fixed> {
  const {text: after, fixed} = fixedText(text, lint, mode)
  if (diff) {
    const {unifiedDiff} = await import('./diff.ts')
    return {text, answer: lint(text), fixed, diff: unifiedDiff(path, text, after, wantsColor(color, world))}
  }
  if (after !== text) {
    if (isDamaged) throw new Problem(`${path}: holds bytes that are no UTF-8 and would be lost; it is not fixed`)
    if (standIn) standIn.takeFixed(after)
    else writeBack(world.fs, file, path, {before: text, after})
  }
  return {text: after, answer: lint(after), fixed, diff: ''}
}

/** The text with its findings fixed, as far as they can be. */
function fixedText(text: string, lint: Linter, mode: FixMode): FixResult {
  return fixUntilStable(text, current => fixesOf(lint(current).result.findings, mode))
}

interface Change {
  /** What the file held when it was linted. */
  before: string
  after: string
}

/**
 * Puts `after` into a file in one step, so that whoever reads it meets the old text or the new one. Mode and owner stay;
 * of a link the file that it leads to is written.
 * @throws {Problem} when the file has changed meanwhile, or cannot be written; then it is as it was
 */
function writeBack(fs: FileSystem, file: string, shown: string, {before, after}: Change): void {
  const {text} = readDocument(fs, file, shown)
  if (text !== before) throw new Problem(`${shown}: has changed while it was linted; it is not fixed, run again`)
  try {
    // A rename asks for no permission to write the file it replaces.
    fs.accessSync(file, fs.constants.W_OK)
    replaceFile(file, after)
  } catch (error) {
    throw new Problem(`${shown}: cannot be written: ${causeOf(error)}`)
  }
}
