import type {Document} from './document.ts'
import {oncePer} from './once.ts'
import type {PhaseHeading} from './phases.ts'
import type {Plan} from './plan.ts'
import type {PhaseKind, Preset, Title} from './preset.ts'
import {startingIn} from './ranges.ts'
import {openingOf} from './tasks/opening.ts'
import {storiesIn, storyFormsOf} from './tasks/stories.ts'
import {type TaskLine, taskLinesOf} from './tasks.ts'
import {matcherOf} from './titles.ts'

const none: readonly Title[] = []

const closingGloss = /[(（]([^()（）]+)[)）]\s*$/

const isCalled =
  (words: string) =>
  ({names}: PhaseKind): boolean =>
    matcherOf(names).matches(words)

/** The kinds that fit the name of a phase, or else the gloss that closes it, as in `Folders and tools (Setup)`. */
function kindsCalled(name: string, kinds: readonly PhaseKind[]): PhaseKind[] {
  const called = kinds.filter(isCalled(name))
  const gloss = closingGloss.exec(name)?.[1]
  return called.length > 0 || gloss === undefined ? called : kinds.filter(isCalled(gloss))
}

/** Whether phases are numbered in `form`, such as `3.{n}`: the first and most others; work may go on after them. */
function areNumbered(phases: readonly PhaseHeading[], form: Title): boolean {
  const beginning = form.slice(0, form.indexOf('{n}'))
  const alike = phases.filter(({number}) => number.startsWith(beginning))
  return alike[0] === phases[0] && alike.length * 2 > phases.length
}

/** Whether all tasks of the phase are tagged with stories that its heading names. */
function holdsItsStory(document: Document, {section}: PhaseHeading, forms: readonly string[]): boolean {
  const named = storiesIn(section.title, forms)
  const tasks = startingIn(taskLinesOf(document), section)
  const isOfStory = (task: TaskLine) =>
    document.chunks.recall(openingOf, task, forms)?.stories.some(story => named.includes(story)) === true
  return tasks.length > 0 && tasks.every(isOfStory)
}

/** The first kind that fits the name; of two, a heading such as `Foundational songs (User Story 1)` is what its tasks say. */
function kindByName(
  document: Document,
  phase: PhaseHeading,
  kinds: readonly PhaseKind[],
  storyForms: readonly string[],
): PhaseKind | null {
  const [first, ...others] = kindsCalled(phase.name, kinds)
  const story = first?.ofStories ? undefined : others.find(({ofStories}) => ofStories)
  return (story && holdsItsStory(document, phase, storyForms) ? story : first) ?? null
}

/** The sort that each of `phases`, all of a document, is of; null where the preset knows none that fits. */
export function kindsOf(document: Document, phases: readonly PhaseHeading[], preset: Preset): (PhaseKind | null)[] {
  const kinds = preset.phases?.kinds ?? []
  const ofNumbers = kinds.find(({numbers}) => numbers && areNumbered(phases, numbers))
  if (ofNumbers) return phases.map(() => ofNumbers)
  const storyForms = storyFormsOf(preset)
  return phases.map(phase => kindByName(document, phase, kinds, storyForms))
}

/** The ids of what a plan need not have because its phases are of a kind that does without. */
export const replacedIn = oncePer(
  ({phases}: Plan): ReadonlySet<string> => new Set(phases.flatMap(({kind}) => kind?.insteadOf ?? [])),
)

/** The sorts of phase that the preset asks for and that neither a phase, by its name, nor a part of the first one is. */
export function missingKinds(plan: Plan): PhaseKind[] {
  const {document, preset, phases, taskList} = plan
  const [first] = phases
  if (!first || document.unreadableFrom !== null) return []
  const replaced = replacedIn(plan)
  return (preset.phases?.kinds ?? []).filter(kind => {
    if (kind.expectation === 'optional' || replaced.has(kind.id)) return false
    const standIns = matcherOf(kind.standIns ?? none)
    const isThere = ({kind: own, name}: PhaseHeading & {kind: PhaseKind | null}) =>
      own === kind || isCalled(name)(kind) || standIns.matches(name)
    if (phases.some(isThere)) return false
    if (first.section.children.some(({title}) => isCalled(title)(kind))) return false
    return !(kind.ofStories && taskList.tasks.some(({phase, stories}) => phase !== null && stories.length > 0))
  })
}
