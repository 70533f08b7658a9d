import {literally} from './patterns.ts'
import {plainTitle} from './titles.ts'

const patterns = new Map<string, RegExp>()

function patternOf(form: string): RegExp {
  let pattern = patterns.get(form)
  if (!pattern) {
    const source = literally(form)
      .replace(/\s+/g, '\\s+')
      // A wide colon brings its own space.
      .replace(/:(?:\\s\+)?/g, '\\s*(?:：\\s*|[:–—-]\\s+)')
      .replaceAll(literally('{name}'), '\\S.*')
    pattern = new RegExp(`^${source}$`, 'iu')
    patterns.set(form, pattern)
  }
  return pattern
}

/** Whether a title has one of `forms`, such as `Implementation Plan: {name}`; a dash does for a colon. */
export function hasTitleForm(title: string, forms: readonly string[]): boolean {
  const words = plainTitle(title)
  const bare = words.replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
  return forms.some(form => patternOf(form).test(words) || patternOf(form).test(bare))
}
