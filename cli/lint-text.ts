import {loadGrammars} from '../core/code/grammars.ts'
import {languagesIn} from '../core/code/languages-in.ts'
import {analyse, type LintOptions} from '../core/lint.ts'
import type {Answer} from './known-results.ts'

/** Lints a text; the same text twice costs nothing. */
export type Linter = (text: string) => Answer

/** Loads what it takes to lint `text`, and what fixes make of it. An outline costs time. */
export async function linterFor(text: string, options: LintOptions, wantsOutline: boolean): Promise<Linter> {
  await loadGrammars(languagesIn(text))
  const outlineOf = wantsOutline ? (await import('./reporters/outline.ts')).outlineOf : undefined
  const answers = new Map<string, Answer>()
  return current => {
    const known = answers.get(current)
    if (known) return known
    const analysis = analyse(current, options)
    const answer = {result: analysis.result, ...(outlineOf && {outline: outlineOf(current, analysis)})}
    answers.set(current, answer)
    return answer
  }
}
