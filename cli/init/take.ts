import {lstatSync} from 'node:fs'
import {join} from 'node:path'
import {causeOf} from '../../config/problem.ts'
import {makeFoldersFor} from '../make-folders.ts'
import {replaceFile} from '../replace-file.ts'
import {textOf} from './holding.ts'
import type {Change, Create, Failed, Step} from './step.ts'
import type {Surroundings} from './surroundings.ts'

/**
 * Does what `step` says: a file is written whole or not at all, and only where it still is as it was when the step was
 * made up. Returns the step, or how it failed.
 */
export function take(around: Surroundings, step: Step): Step {
  if (step.kind !== 'create' && step.kind !== 'change') return step
  const failed = (why: string): Failed => ({kind: 'failed', path: step.path, why})
  const file = join(around.root, step.path)
  if (hasChanged(around, step)) return failed('has changed meanwhile; it is left as it is, run again')
  const obstacle = makeFoldersFor(file)
  if (obstacle !== null) return failed(`cannot be written: ${obstacle}`)
  try {
    // A rename asks for no permission to write the file it replaces.
    if (step.kind === 'change') around.fs.accessSync(file, around.fs.constants.W_OK)
    replaceFile(file, step.kind === 'create' ? step.text : step.after)
    return step
  } catch (error) {
    return failed(`cannot be written: ${causeOf(error)}`)
  }
}

function hasChanged(around: Surroundings, step: Create | Change): boolean {
  if (step.kind === 'change') return textOf(around, step.path) !== step.before
  return lstatSync(join(around.root, step.path), {throwIfNoEntry: false}) !== undefined
}
