import type {Plan} from './plan.ts'
import {firstAtOrAfter} from './ranges.ts'

/** Tells of an offset whether it is in what the plan says is done, or is not done at all: a phase, an item that is ticked. */
export function doneWorkIn({document, phases}: Plan): (offset: number) => boolean {
  const {items} = document
  const sections = phases.map(({section}) => section)
  return offset => {
    const phase = phases[firstAtOrAfter(sections, offset + 1) - 1]
    if (phase && phase.state !== null && offset < phase.section.end) return true
    let item = items[firstAtOrAfter(items, offset + 1) - 1] ?? null
    while (item && !(item.checked === true && offset < item.end)) item = item.parent
    return item !== null
  }
}
