import type {Answer} from '../known-results.ts'
import {linterFor} from '../lint-text.ts'
import {ownCatalogue} from '../own-catalogue.ts'
import type {Task} from './pool.ts'

/** Lints the text of a task with the rules and presets of plan-lint; undefined where one breaks down. */
export async function answerTo({text, preset, settings, wantsOutline}: Task): Promise<Answer | undefined> {
  try {
    const lint = await linterFor(text, {...(await ownCatalogue()), preset, settings}, wantsOutline)
    return lint(text)
  } catch {
    // Whoever asked finds the same fault, and knows how to tell it.
    return undefined
  }
}
