import {oncePer} from '../once.ts'
import {type AnyScript, anyScript, literally, matchesIn} from '../patterns.ts'
import type {Preset} from '../preset.ts'

const noForms: readonly string[] = []

const number = String.raw`\d+(?:\.\d+)?[a-z]?(?![\p{L}\p{N}])`
const joint = String.raw`\s*(?:,|&|\+|\/|、|，|\band\b|및|와|과|和|与)\s*|[-–~]`

/** Finds a story's name with the further numbers that follow it: `US1`, `User Stories 2 and 3`, `US1-US4`. */
const patternOf = oncePer((forms: readonly string[]): AnyScript => {
  const names = forms
    .map(form => literally(form.replace('{n}', '').trim()).replace(/\s+/g, '[\\s-]+'))
    .sort((a, b) => b.length - a.length)
  const name = String.raw`(?:${names.join('|')})[\s#-]*`
  return anyScript(String.raw`(?<![\p{L}\p{N}])${name}${number}(?:(?:${joint})(?:${name})?${number})*`, 'gi')
})

const numbers = /(\d+(?:\.\d+)?[a-z]?)(?:[-–~][^\d]*(\d+(?:\.\d+)?[a-z]?))?/gi

/** All stories from one to another, whose numbers count up in their last part: `1` to `3`, `2.1` to `2.4`. */
function storiesFrom(from: string, to: string): string[] {
  const lead = /^\d+\./.exec(from)?.[0] ?? ''
  const first = Number.parseInt(from.slice(lead.length), 10)
  const last = to.startsWith(lead) ? Number.parseInt(to.slice(lead.length), 10) : Number.NaN
  if (to === from || !(last >= first && last - first < 100)) return [from]
  return Array.from({length: last - first + 1}, (_, index) => lead + String(first + index))
}

/**
 * The numbers of the stories that `text` names by one of `forms` (`User Story {n}`, `US{n}`), each once and in order:
 * `1`, `1b`, `2.3`. A range such as `US1-US3` is all that lie in it.
 */
export function storiesIn(text: string, forms: readonly string[]): string[] {
  if (!/\d/.test(text)) return []
  const stories = new Set<string>()
  for (const [names] of patternOf(forms).matchesIn(text)) {
    for (const [, from = '', to = from] of matchesIn(names, numbers)) {
      for (const story of storiesFrom(from.toLowerCase(), to.toLowerCase())) stories.add(story)
    }
  }
  return [...stories]
}

/** How stories are named in the plans of a preset. */
export function storyFormsOf({vocabulary}: Preset): readonly string[] {
  return vocabulary.tasks?.stories ?? noForms
}
