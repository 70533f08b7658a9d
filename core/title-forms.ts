import {literally} from './patterns.ts'
import {plainTitle} from './titles.ts'

/** A form of titles such as `Implementation Plan: {name}`, for titles in lower case. */
class TitleForm {
  readonly #form: string
  readonly #words: readonly string[]
  #pattern: RegExp | null = null

  constructor(form: string) {
    this.#form = form.toLowerCase()
    this.#words = this.#form.split(/\{name\}|[\s:]+/)
  }

  /** Most forms share not even their words with a title, and their patterns take long to be made ready. */
  fits(title: string): boolean {
    if (!this.#words.every(word => title.includes(word))) return false
    this.#pattern ??= this.#makePattern()
    return this.#pattern.test(title)
  }

  #makePattern(): RegExp {
    const source = literally(this.#form)
      .replace(/\s+/g, '\\s+')
      // A wide colon brings its own space.
      .replace(/:(?:\\s\+)?/g, '\\s*(?:：\\s*|[:–—-]\\s+)')
      .replaceAll(literally('{name}'), '\\S.*')
    return new RegExp(`^${source}$`)
  }
}

const known = new Map<string, TitleForm>()

function formOf(written: string): TitleForm {
  let form = known.get(written)
  if (!form) {
    form = new TitleForm(written)
    known.set(written, form)
  }
  return form
}

/** Whether a title has one of `forms`, such as `Implementation Plan: {name}`; a dash does for a colon. */
export function hasTitleForm(title: string, forms: readonly string[]): boolean {
  // A pattern that takes no heed of case takes several times as long to be made ready.
  const words = plainTitle(title).toLowerCase()
  const bare = words.replace(/\s*[(（][^()（）]*[)）]\s*$/, '')
  const hasForm = (title: string) => forms.some(form => formOf(form).fits(title))
  return hasForm(words) || (bare !== words && hasForm(bare))
}
