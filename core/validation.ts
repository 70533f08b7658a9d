import {type BoundSection, eachSection, titledPlaces} from './bind.ts'
import {commandsIn} from './commands.ts'
import type {Document} from './document.ts'
import {addTo} from './grouped.ts'
import {oncePer} from './once.ts'
import {commandsUnder, isCoveredByDocument} from './overall-validation.ts'
import type {PhaseHeading} from './phases.ts'
import type {PhaseValidation, Title, Vocabulary} from './preset.ts'

/** What a phase lacks to be validated: any such part, or a runnable command in it. */
export type Lack = 'validation' | 'command' | 'checkpoint'

const aboutTesting =
  /^(?:(?:manual|final|build|integration|e2e|end-to-end|full|unit|system|acceptance|regression|performance|benchmark|load|security|release)\W+)*(?:and\s+)?(?:manual\s+)?(?:test(?:s|ing)?|validation|verification|verify|smoke(?: tests?)?|qa)\b|검증|테스트|验证|测试/i
/** Titles that tell in words of their own how to see that the work is done; they do where commands stand below them. */
const acceptance: readonly Title[] = [
  '…Acceptance…',
  '…Verification',
  'Verification…',
  'Verify…',
  '…Validation',
  'Validation…',
  'Validate…',
  '…Criteria…',
  '…Gate…',
  '…Definition of Done…',
  'Done When…',
  '…Checks',
  'Tests',
  'Testing',
  'Test Plan',
  'Test Cases',
  'Run',
  'Run…Tests…',
  'Run…Test Suite…',
  'Running the Tests',
  'How to Test…',
  'Commands to Run',
]

/** Whether a phase holds commands where they validate it. */
function hasCommands(document: Document, {name, section: {body}}: PhaseHeading, vocabulary: Vocabulary): boolean {
  if (aboutTesting.test(name) && commandsIn(document, body).length > 0) return true
  return [vocabulary.validation, acceptance].some(
    titles => commandsUnder(document, titledPlaces(document, titles, {within: body, without: []})).length > 0,
  )
}

/** The phases that do not only test what the others change. */
const changingPhases = oncePer((phases: readonly PhaseHeading[]) => phases.filter(phase => !onlyTests(phase)))

/** Whether this is the only phase that changes anything, and another tests it with commands. */
function isTestedByAnother(
  document: Document,
  phase: PhaseHeading,
  phases: readonly PhaseHeading[],
  vocabulary: Vocabulary,
): boolean {
  const changing = changingPhases(phases)
  if (changing.length !== 1 || changing[0] !== phase) return false
  return phases.some(other => other !== phase && hasCommands(document, other, vocabulary))
}

/** Phases by what their numbers begin with up to the first dot, such as `2` of `2.a` and `2.10`. */
const phasesByWhole = oncePer((phases: readonly PhaseHeading[]) => {
  const byWhole = new Map<string, PhaseHeading[]>()
  for (const phase of phases) {
    const dot = phase.number.indexOf('.')
    if (dot >= 0) addTo(byWhole, phase.number.slice(0, dot), phase)
  }
  return byWhole
})

/** The phases that are one phase in parts with this one: `2.a` (its changes) and `2.b` (its tests). */
function partsOf({number, section}: PhaseHeading, phases: readonly PhaseHeading[]): PhaseHeading[] {
  const whole = /^(\d+)\.[A-Za-z]$/.exec(number)?.[1]
  if (!whole) return []
  const alike = phasesByWhole(phases).get(whole) ?? []
  return alike.filter(other => other.section.parent === section.parent)
}

/**
 * What `phase` lacks to be validated in the way its preset asks, or null. A phase that says of itself that it is
 * skipped or done lacks nothing.
 */
export function lackOf(
  document: Document,
  phase: PhaseHeading,
  phases: readonly PhaseHeading[],
  wanted: PhaseValidation,
  vocabulary: Vocabulary,
): Lack | null {
  if (wanted === 'none' || phase.state !== null) return null
  const {section} = phase
  const scope = {within: section.body, without: []}
  const places = titledPlaces(document, vocabulary.validation, scope)
  if (wanted === 'checkpoint') {
    const checkpoints = titledPlaces(document, vocabulary.checkpoints, scope)
    return places.length > 0 || checkpoints.length > 0 ? null : 'checkpoint'
  }
  if (hasCommands(document, phase, vocabulary)) return null
  if (isCoveredByDocument(document, phase, phases, vocabulary)) return null
  if (partsOf(phase, phases).some(part => hasCommands(document, part, vocabulary))) return null
  if (isTestedByAnother(document, phase, phases, vocabulary)) return null
  return places.length > 0 || onlyTests(phase) ? 'command' : 'validation'
}

/** Whether a phase by its name only tests what the others changed: `Final Validation`. */
export function onlyTests({name}: PhaseHeading): boolean {
  return aboutTesting.test(name)
}

/** The validation part among the parts of a phase, and all that is in it. */
export function validationParts(parts: readonly BoundSection[]): BoundSection[] {
  const validation = parts.filter(({spec}) => spec.id === 'validation')
  return eachSection(validation).map(({section}) => section)
}
