import {type BoundSection, eachSection, headingPlaces, labelPlaces, type Place} from './bind.ts'
import {type Command, commandsIn} from './commands.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {oncePer} from './once.ts'
import type {PhaseHeading} from './phases.ts'
import type {PhaseValidation, Title, Vocabulary} from './preset.ts'
import {firstAtOrAfter, haveAny, wholeOf} from './ranges.ts'
import type {Section} from './sections.ts'
import {numberPattern} from './titles.ts'

/** What a phase lacks to be validated: any such part, or a runnable command in it. */
export type Lack = 'validation' | 'command' | 'checkpoint'

/** What is done for each task is done for each phase, which is made of tasks. */
const everyPhase =
  /\b(?:each|every|all|per)[\s-]+(?:\w[\w-]{0,40}\s+)?(?:phase|stage|step|milestone)s?\b|\b(?:each|every|per)[\s-]+(?:task|PR|pull request)\b|(?:\b(?:after|before|for|at|on)\s+|\(\s*)(?:each|every)\s+commit\b|每个阶段|각\s*단계/i
/** Only what is done time and again: a script that runs all phases tests none of them. */
const timeAndAgain =
  /\b(?:after|before|for|with|on|at the end of|upon)\s+(?:completing\s+|finishing\s+)?(?:each|every)\s+(?:\w+\s+)?(?:phase|stage|step|milestone|task|commit)\b/gi
const checking = /\b(?:run|tests?|testing|verif\w+|checks?|validat\w+|pass|passes|gates?)\b/i
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
/** Of the whole document; what these say of no phase, they do not say of all. */
const overall: readonly Title[] = [
  'Testing Strategy',
  'Test Strategy',
  'Test Plan',
  'Testing',
  'Validation…',
  'Verification…',
  '…Definition of Done',
  '…Checks',
  'Quality Gates',
]

function placesIn(
  document: Document,
  titles: readonly Title[],
  within: Range,
  without: readonly Range[] = [],
): Place[] {
  const scope = {within, without}
  return [...headingPlaces(document, titles, scope), ...labelPlaces(document, titles, scope)]
}

function commandsUnder(document: Document, places: readonly Place[]): Command[] {
  return places.flatMap(place => commandsIn(document, {start: place.title.start, end: place.range.end}))
}

/** Whether a section ranks with the phase, so that it is no part of what another section says. */
function isBeside({sections}: Document, {form, range}: Place, phase: Section): boolean {
  return form === 'heading' && sections.some(({start, level}) => start === range.start && level <= phase.level)
}

/** How far behind a line such as `After each phase:` its command may stand, in characters. */
const reach = 400

/** Whether the document says outside its phases, under any title, what to run after each of them. */
function isToldForAll(document: Document, phases: readonly Range[]): boolean {
  const {text, source, headings} = document
  const lines = new Set([...text.matchAll(timeAndAgain)].map(({index}) => source.lineAt(index)))
  return [...lines].some(line => {
    const range = {start: source.lineStart(line), end: source.lineEnd(line)}
    const words = text.slice(range.start, range.end)
    if (haveAny(phases, range) || !checking.test(words)) return false
    const nextHeading = headings[firstAtOrAfter(headings, range.end)]?.start ?? text.length
    const isHeading = firstAtOrAfter(headings, range.start) < firstAtOrAfter(headings, range.end)
    const leadsOn = isHeading || /[:：][*_ \t]*$/.test(words)
    return commandsIn(document, leadsOn ? {...range, end: Math.min(range.end + reach, nextHeading)} : range).length > 0
  })
}

/** The validation sections outside all phases that have a command, and the phases they speak for. */
class OverallValidation {
  readonly #texts: readonly string[]
  readonly #isForAll: boolean
  readonly #isForOne: boolean
  readonly #numbers = new Map<string, ReadonlySet<string>>()

  constructor(document: Document, phases: readonly PhaseHeading[], vocabulary: Vocabulary) {
    const zones = phases.map(({section}) => section)
    const places = [vocabulary.validation, overall]
      .flatMap(titles => placesIn(document, titles, wholeOf(document.text), zones))
      .filter(place => commandsUnder(document, [place]).length > 0)
    this.#texts = places.map(({range}) => document.text.slice(range.start, range.end))
    this.#isForAll = this.#texts.some(words => everyPhase.test(words)) || isToldForAll(document, zones)
    this.#isForOne = phases.length === 1 && places.some(place => isBeside(document, place, zones[0] as Section))
  }

  covers({form, number}: PhaseHeading): boolean {
    return this.#isForAll || this.#isForOne || this.#numbersBehind(form.replace('{n}', '').trim()).has(number)
  }

  #numbersBehind(word: string): ReadonlySet<string> {
    let numbers = this.#numbers.get(word)
    if (!numbers) {
      numbers = new Set(this.#texts.flatMap(words => numbersBehind(word, words)))
      this.#numbers.set(word, numbers)
    }
    return numbers
  }
}

/** The numbers behind `word` in lists such as `Phases 1, 2 and 4-6`; of a range all that it holds. */
function numbersBehind(word: string, words: string): string[] {
  const joint = '(?:\\s*,\\s*(?:and\\s+)?|\\s*[&–-]\\s*|\\s+(?:and|to|through)\\s+)'
  const list = new RegExp(`${word}s?[\\s#-]*(${numberPattern}(?:${joint}${numberPattern})*)(?!\\w)`, 'gi')
  return [...words.matchAll(list)].flatMap(([, members = '']) =>
    members.split(/(?:(?<!\s)\s+)?(?:,\s*(?:and\s+)?|&\s*)|(?<!\s)\s+and\s+/).flatMap(rangeOf),
  )
}

function rangeOf(member: string): string[] {
  const [, from, to] = /^(\d+)\s*(?:[–-]|to|through)\s*(\d+)$/.exec(member) ?? []
  const length = Number(to) - Number(from) + 1
  return length > 0 && length < 100 ? Array.from({length}, (_, index) => String(Number(from) + index)) : [member]
}

const overallValidations = new WeakMap<readonly PhaseHeading[], OverallValidation>()

/** Whether a validation section of the whole document speaks for this phase too. */
function isCoveredByDocument(
  document: Document,
  phase: PhaseHeading,
  phases: readonly PhaseHeading[],
  vocabulary: Vocabulary,
): boolean {
  let validation = overallValidations.get(phases)
  if (!validation) {
    validation = new OverallValidation(document, phases, vocabulary)
    overallValidations.set(phases, validation)
  }
  return validation.covers(phase)
}

/** Whether a phase holds commands where they validate it. */
function hasCommands(document: Document, {name, section: {body}}: PhaseHeading, vocabulary: Vocabulary): boolean {
  if (aboutTesting.test(name) && commandsIn(document, body).length > 0) return true
  return [vocabulary.validation, acceptance].some(
    titles => commandsUnder(document, placesIn(document, titles, body)).length > 0,
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
  const [changing, ...others] = changingPhases(phases)
  if (changing !== phase || others.length > 0) return false
  return phases.some(other => other !== phase && hasCommands(document, other, vocabulary))
}

/** The phases that are one phase in parts with this one: `2.a` (its changes) and `2.b` (its tests). */
function partsOf({number, section}: PhaseHeading, phases: readonly PhaseHeading[]): PhaseHeading[] {
  const whole = /^(\d+)\.[A-Za-z]$/.exec(number)?.[1]
  if (!whole) return []
  return phases.filter(other => other.section.parent === section.parent && other.number.startsWith(`${whole}.`))
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
  const places = placesIn(document, vocabulary.validation, section.body)
  if (wanted === 'checkpoint') {
    const checkpoints = placesIn(document, vocabulary.checkpoints, section.body)
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
