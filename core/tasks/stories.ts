import {literally} from '../patterns.ts'
import type {Preset} from '../preset.ts'

const patterns = new WeakMap<readonly string[], RegExp>()

const noForms: readonly string[] = []

const number = String.raw`\d+[a-z]?(?![\p{L}\p{N}])`
const joint = String.raw`\s*(?:,|&|\+|\/|、|，|\band\b|및|와|과|和|与)\s*|[-–~]`

/** Finds a story's name with the further numbers that follow it: `US1`, `User Stories 2 and 3`, `US1-US4`. */
function patternOf(forms: readonly string[]): RegExp {
  let pattern = patterns.get(forms)
  if (!pattern) {
    const names = forms
      .map(form => literally(form.replace('{n}', '').trim()).replace(/\s+/g, '[\\s-]+'))
      .sort((a, b) => b.length - a.length)
    const name = String.raw`(?:${names.join('|')})[\s#-]*`
    pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])${name}${number}(?:(?:${joint})(?:${name})?${number})*`, 'giu')
    patterns.set(forms, pattern)
  }
  return pattern
}

/**
 * The numbers of the stories that `text` names by one of `forms` (`User Story {n}`, `US{n}`), each once and in order:
 * `1`, `1b`. A range such as `US1-US3` is all that lie in it.
 */
export function storiesIn(text: string, forms: readonly string[]): string[] {
  const stories = new Set<string>()
  for (const [names] of text.matchAll(patternOf(forms))) {
    for (const [, from = '', to = from] of names.matchAll(/(\d+[a-z]?)(?:[-–~][^\d]*(\d+[a-z]?))?/gi)) {
      const first = Number.parseInt(from, 10)
      const last = Number.parseInt(to, 10)
      if (to === from || last < first || last - first > 99) stories.add(from.toLowerCase())
      else for (let story = first; story <= last; story++) stories.add(String(story))
    }
  }
  return [...stories]
}

/** How stories are named in the plans of a preset. */
export function storyFormsOf({vocabulary}: Preset): readonly string[] {
  return vocabulary.tasks?.stories ?? noForms
}
