import {oncePer} from './once.ts'
import type {PhaseHeading} from './phases.ts'
import type {Plan} from './plan.ts'
import type {PhaseKind, Preset, Title} from './preset.ts'
import {matcherOf} from './titles.ts'

const isCalled =
  (words: string) =>
  ({names}: PhaseKind): boolean =>
    matcherOf(names).matches(words)

function beginsWith(number: string, form: Title): boolean {
  return number.startsWith(form.slice(0, form.indexOf('{n}')))
}

/** The sort that each of `phases`, all of a document, is of; null where the preset knows none that fits. */
export function kindsOf(phases: readonly PhaseHeading[], preset: Preset): (PhaseKind | null)[] {
  const kinds = preset.phases?.kinds ?? []
  const ofNumbers = kinds.find(({numbers}) => numbers && phases.every(({number}) => beginsWith(number, numbers)))
  if (ofNumbers) return phases.map(() => ofNumbers)
  return phases.map(({name}) => kinds.find(isCalled(name)) ?? null)
}

/** The ids of what a plan need not have because its phases are of a kind that does without. */
export const replacedIn = oncePer(
  ({phases}: Plan): ReadonlySet<string> => new Set(phases.flatMap(({kind}) => kind?.insteadOf ?? [])),
)

/** The sorts of phase that the preset asks for and that no phase is of, by its name. */
export function missingKinds(plan: Plan): PhaseKind[] {
  const {document, preset, phases, taskList} = plan
  if (phases.length === 0 || document.unreadableFrom !== null) return []
  const replaced = replacedIn(plan)
  return (preset.phases?.kinds ?? []).filter(kind => {
    if (kind.expectation === 'optional' || replaced.has(kind.id)) return false
    if (phases.some(phase => isCalled(phase.name)(kind))) return false
    return !(kind.ofStories && taskList.tasks.some(({phase, stories}) => phase !== null && stories.length > 0))
  })
}
