import {type AnyScript, anyScript, literally} from '../patterns.ts'
import type {Plan} from '../plan.ts'
import {firstAtOrAfter} from '../ranges.ts'
import type {Task} from './definitions.ts'

const noWords: readonly string[] = []

const patterns = new WeakMap<readonly string[], AnyScript>()

/** Finds one of `words` in a text, those with `…` before them at its end and the others by `lead` in front of them. */
function patternOf(words: readonly string[], lead: string): AnyScript {
  let pattern = patterns.get(words)
  if (!pattern) {
    const sourceOf = (word: string) => literally(word.replace(/^…/, ''))
    const any = (some: readonly string[]) => some.map(sourceOf).join('|') || '(?!)'
    const atEnd = words.filter(word => word.startsWith('…'))
    const others = words.filter(word => !word.startsWith('…'))
    const source = String.raw`${lead}(?:${any(others)})(?![a-z])|(?:${any(atEnd)})\s*(?:\([^()]*\)\s*)?$`
    pattern = anyScript(source, 'i')
    patterns.set(words, pattern)
  }
  return pattern
}

/** The words that begin tasks which write nothing. */
function inspectingWords({preset}: Plan): readonly string[] {
  return preset.vocabulary.tasks?.inspecting ?? noWords
}

/** Whether a task only runs, reads or judges what others write. */
export function isInspection(plan: Plan, {words}: Task): boolean {
  return plan.document.chunks.recall(opensWith, words, inspectingWords(plan))
}

/** Whether a text opens with one of `words`. */
export function opensWith(text: string, words: readonly string[]): boolean {
  return patternOf(words, String.raw`^[^\p{L}\p{N}]*`).test(text)
}

/** Whether a task writes tests, by its first words or the heading above it. */
export function isTest({document, preset}: Plan, {words, start, phase}: Task): boolean {
  const tests = preset.vocabulary.tasks?.tests ?? noWords
  const heading = document.headings[firstAtOrAfter(document.headings, start) - 1]
  const isAbove = heading !== undefined && heading !== phase?.section.heading
  const {chunks} = document
  return chunks.recall(startsWithWord, words, tests) || (isAbove && chunks.recall(hasWord, heading.title, tests))
}

function startsWithWord(text: string, words: readonly string[]): boolean {
  return hasWord(text.split(/\s+/, 5).join(' '), words)
}

/** Whether a text names one of `words`. */
export function hasWord(text: string, words: readonly string[]): boolean {
  return patternOf(words, String.raw`(?<![\p{L}\p{N}])`).test(text)
}
