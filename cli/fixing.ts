import writeFileAtomic from 'write-file-atomic'
import type {FileSystem} from '../config/file-system.ts'
import {causeOf, Problem} from '../config/problem.ts'
import {type FixResult, fixUntilStable, withSuggestionsAsFixes} from '../core/fixes.ts'
import {type LintOptions, lint} from '../core/lint.ts'
import {readDocument} from './read.ts'

/** Which changes are made: those that are safe, or those too that a finding suggests without a choice. */
export type FixMode = 'safe' | 'suggested'

/** The text with its findings fixed, as far as they can be; the grammars of its code have to be loaded. */
export function fixedText(text: string, options: LintOptions, mode: FixMode): FixResult {
  return fixUntilStable(text, current => {
    const {findings} = lint(current, options)
    return mode === 'safe' ? findings : withSuggestionsAsFixes(findings)
  })
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
export function writeBack(fs: FileSystem, file: string, shown: string, {before, after}: Change): void {
  const {text} = readDocument(fs, file, shown)
  if (text !== before) throw new Problem(`${shown}: has changed while it was linted; it is not fixed, run again`)
  try {
    // A rename asks for no permission to write the file it replaces.
    fs.accessSync(file, fs.constants.W_OK)
    writeFileAtomic.sync(file, after)
  } catch (error) {
    throw new Problem(`${shown}: cannot be written: ${causeOf(error)}`)
  }
}
