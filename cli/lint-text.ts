import {loadGrammars} from '../core/code/grammars.ts'
import {languagesIn} from '../core/code/languages-in.ts'
import {analyse, type LintOptions} from '../core/lint.ts'
import type {Answer} from './known-results.ts'

/** Lints a text; the same text twice costs nothing. */
export type Linter = (text: string) => Answer

/** What is wanted besides the findings; each costs time. */
export interface Wants {
  wantsOutline: boolean
  /** What was asked of the repository, and what it said. */
  wantsAsked: boolean
}

/** Loads what it takes to lint `text`, and what fixes make of it. */
export async function linterFor(text: string, options: LintOptions, wants: Wants): Promise<Linter> {
  await loadGrammars(languagesIn(text))
  const outlineOf = wants.wantsOutline ? (await import('./reporters/outline.ts')).outlineOf : undefined
  const {workspace} = options
  const noted = wants.wantsAsked && workspace ? (await import('../repository/asked.ts')).noted : undefined
  const answers = new Map<string, Answer>()
  return current => {
    const known = answers.get(current)
    if (known) return known
    const notes = workspace && noted?.(workspace)
    const analysis = analyse(current, notes ? {...options, workspace: notes.workspace} : options)
    const answer = {
      result: analysis.result,
      ...(outlineOf && {outline: outlineOf(current, analysis)}),
      ...(notes && {asked: notes.asked()}),
    }
    answers.set(current, answer)
    return answer
  }
}
