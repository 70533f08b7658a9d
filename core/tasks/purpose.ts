import {firstAtOrAfter} from '../document.ts'
import type {Plan} from '../plan.ts'
import type {Task} from './definitions.ts'

const noWords: readonly string[] = []

const patterns = new WeakMap<readonly string[], RegExp>()

/** Finds one of `words` in a text, those with `…` before them at its end and the others by `lead` in front of them. */
function patternOf(words: readonly string[], lead: string): RegExp {
  let pattern = patterns.get(words)
  if (!pattern) {
    const sources = words.map(word => {
      const source = word.replace(/^…/, '').replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')
      return word.startsWith('…') ? String.raw`${source}\s*(?:\([^()]*\))?\s*$` : `${lead}${source}(?![a-z])`
    })
    pattern = new RegExp(sources.join('|') || '(?!)', 'iu')
    patterns.set(words, pattern)
  }
  return pattern
}

/** Whether a task only runs, reads or judges what others write. */
export function isInspection({document, text, preset}: Plan, {words}: Task): boolean {
  const inspecting = preset.vocabulary.tasks?.inspecting ?? noWords
  return document.memory.recall(opensWith, text.slice(words.start, words.end), inspecting)
}

function opensWith(text: string, words: readonly string[]): boolean {
  return patternOf(words, String.raw`^[^\p{L}\p{N}]*`).test(text)
}

/** Whether a task writes tests, by its first words or the heading above it. */
export function isTest({document, text, preset}: Plan, {words, start, phase}: Task): boolean {
  const tests = preset.vocabulary.tasks?.tests ?? noWords
  const heading = document.headings[firstAtOrAfter(document.headings, start) - 1]
  const above = heading && heading !== phase?.section.heading ? text.slice(heading.title.start, heading.title.end) : ''
  const {memory} = document
  return (
    memory.recall(startsWithWord, text.slice(words.start, words.end), tests) || memory.recall(hasWord, above, tests)
  )
}

function startsWithWord(text: string, words: readonly string[]): boolean {
  return hasWord(text.split(/\s+/, 5).join(' '), words)
}

function hasWord(text: string, words: readonly string[]): boolean {
  return patternOf(words, String.raw`(?<![\p{L}\p{N}])`).test(text)
}
