import type {Plan} from './plan.ts'
import {finderAround, firstAtOrAfter} from './ranges.ts'

/** Tells of an offset whether it is in what the plan says is done, or is not done at all: a phase, an item that is ticked. */
export function doneWorkIn({document, phases}: Plan): (offset: number) => boolean {
  const {items} = document
  const phaseAt = finderAround(phases, ({section}) => section)
  return offset => {
    if ((phaseAt(offset)?.state ?? null) !== null) return true
    let item = items[firstAtOrAfter(items, offset + 1) - 1] ?? null
    while (item && !(item.checked === true && offset < item.end)) item = item.parent
    return item !== null
  }
}
