import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {firstAtOrAfter} from '../ranges.ts'

/**
 * A test for places on which rules about tasks are silent: lines of the template, which are told as such, and what
 * stands where a broken fence hides part of the document.
 */
export function silentPlaces(plan: Plan): (place: Range) => boolean {
  const samples = plan.leftovers.templateText
  const {source} = plan.document
  return ({start}) => {
    if (plan.isUnreadable(start)) return true
    const line = source.lineAt(start)
    const sample = samples[firstAtOrAfter(samples, source.lineStart(line))]
    return sample !== undefined && sample.start < source.lineEnd(line)
  }
}
