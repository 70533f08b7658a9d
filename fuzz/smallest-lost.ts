import type {Case, Child} from './child-process.ts'
import type {AnyKind} from './kinds/kind.ts'

/** Each of them may take as long as a case can. */
const mostTries = 40

/**
 * The smallest case that can be made of `lost` at which a process is lost as well, with what is wrong with it; no faults
 * where it was not the case, but the machine that was held up.
 */
export async function smallestLost(
  kind: AnyKind,
  lost: Pick<Case, 'value'>,
  child: Child,
): Promise<{value: unknown; faults: readonly string[]}> {
  let {value} = lost
  let faults = await faultsIn(kind, value, child)
  let tries = mostTries
  let isSmallest = faults.length === 0
  while (!isSmallest) {
    isSmallest = true
    for (const smaller of kind.smaller(value)) {
      if (tries-- <= 0) break
      const found = await faultsIn(kind, smaller, child)
      if (found.length === 0) continue
      value = smaller
      faults = found
      isSmallest = false
      break
    }
  }
  return {value, faults}
}

async function faultsIn(kind: AnyKind, value: unknown, child: Child): Promise<readonly string[]> {
  const outcome = await child.ask({kind: kind.name, value})
  return outcome.state === 'done' ? outcome.faults : [outcome.how]
}
