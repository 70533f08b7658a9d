import {Problem} from '../../config/problem.ts'
import {complainOf} from '../terminal.ts'
import type {Check, Diagnosis, Fault} from './check.ts'
import {NoAnswer} from './child.ts'
import type {Surroundings} from './surroundings.ts'

/** `absent` where the project has nothing of the kind, `unchecked` where the doctor could not look. */
export type Status = 'passed' | 'warning' | 'failed' | 'unchecked' | 'absent'

/** What came of one check. */
export interface Examined {
  check: string
  status: Status
  /** Empty where the status is `absent`. */
  summary: string
  problems: readonly Fault[]
}

/** Makes one check after the other. */
export async function* examined(checks: readonly Check[], surroundings: Surroundings): AsyncGenerator<Examined> {
  for (const {name, examine} of checks) {
    try {
      const diagnosis = await examine(surroundings)
      yield diagnosis
        ? {check: name, status: statusOf(diagnosis), summary: diagnosis.summary, problems: diagnosis.faults}
        : {check: name, status: 'absent', summary: '', problems: []}
    } catch (error) {
      const isProblem = error instanceof Problem
      // A fault of our own in one check is no reason to leave out the others.
      const messages = isProblem ? error.messages : await complainOf(surroundings.world, error, `${name}: `)
      const problems = messages.map((message): Fault => ({severity: 'error', message}))
      yield isProblem && !(error instanceof NoAnswer)
        ? {check: name, status: 'failed', summary: 'cannot be read', problems}
        : {check: name, status: 'unchecked', summary: 'could not be looked at', problems}
    }
  }
}

function statusOf({faults}: Diagnosis): Status {
  if (faults.some(({severity}) => severity === 'error')) return 'failed'
  return faults.length > 0 ? 'warning' : 'passed'
}

/** 0 where nothing is wrong, 1 where something is, 2 where the doctor could not look, or found nothing to look at. */
export function exitCodeOf(all: readonly Examined[]): number {
  if (all.every(({status}) => status === 'absent')) return 2
  if (all.some(({status}) => status === 'unchecked')) return 2
  return all.some(({status}) => status === 'failed') ? 1 : 0
}
