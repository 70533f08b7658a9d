import {callOf} from '../calling.ts'
import {textOf} from '../holding.ts'
import type {Setup} from '../part.ts'
import type {Step} from '../step.ts'
import type {PlanPatterns} from './plan-patterns.ts'

/** A line for the script that husky runs; a script that is there may end anywhere, so that a person has to add it. */
export function huskyStep(path: string, {included, excluded}: PlanPatterns, {around}: Setup): Step {
  const globs = [...included.map(glob => `':(glob)${glob}'`), ...excluded.map(glob => `':(exclude,glob)${glob}'`)]
  const staged = `git diff --cached --name-only --diff-filter=ACMR -z -- ${globs.join(' ')}`
  const text = `${staged} | xargs -0 -r ${callOf(around)}\n`
  const before = textOf(around, path)
  if (before === null) return {kind: 'create', path, text}
  if (typeof before !== 'string') return before
  if (before.includes('plan-lint')) return {kind: 'settled', path, why: 'has it already'}
  return {kind: 'left', path, why: 'is a script; add this line where it shall run', paste: text}
}
