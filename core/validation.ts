import {type BoundSection, eachSection, headingPlaces, labelPlaces, type Place} from './bind.ts'
import {type Command, commandsIn} from './commands.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {PhaseHeading} from './phases.ts'
import type {PhaseValidation, Title, Vocabulary} from './preset.ts'
import {numberPattern} from './titles.ts'

/** What a phase lacks to be validated: any such part, or a runnable command in it. */
export type Lack = 'validation' | 'command' | 'checkpoint'

const everyPhase = /\b(?:each|every|all|per)\s+(?:\w+\s+)?(?:phase|stage|step|milestone)s?\b|每个阶段|각\s*단계/i
const aboutTesting =
  /^(?:(?:manual|final|build|integration|e2e|end-to-end|full|unit|system|acceptance|regression|performance|benchmark|load|security|release)\W+)*(?:and\s+)?(?:manual\s+)?(?:test(?:s|ing)?|validation|verification|verify|smoke(?: tests?)?|qa)\b|검증|테스트|验证|测试/i
const acceptance: readonly Title[] = ['Acceptance Criteria', 'Tests', 'Testing', 'Test Plan', 'Run', 'Commands to Run']
const overall: readonly Title[] = ['Testing Strategy', 'Test Strategy', 'Test Plan', 'Testing', 'Validation Plan']

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

/** The validation sections outside all phases that have a command, and the phases they speak for. */
class OverallValidation {
  readonly #texts: readonly string[]
  readonly #isForAll: boolean
  readonly #numbers = new Map<string, ReadonlySet<string>>()

  constructor(document: Document, phases: readonly PhaseHeading[], vocabulary: Vocabulary) {
    const body = {start: 0, end: document.text.length + 1}
    const zones = phases.map(({section}) => section)
    this.#texts = [vocabulary.validation, overall]
      .flatMap(titles => placesIn(document, titles, body, zones))
      .filter(place => commandsUnder(document, [place]).length > 0)
      .map(({range}) => document.text.slice(range.start, range.end))
    this.#isForAll = this.#texts.some(words => everyPhase.test(words))
  }

  covers({form, number}: PhaseHeading): boolean {
    return this.#isForAll || this.#numbersBehind(form.replace('{n}', '').trim()).has(number)
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
    members.split(/\s*,\s*(?:and\s+)?|\s*&\s*|\s+and\s+/).flatMap(rangeOf),
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
  if (commandsUnder(document, places).length > 0) return null
  if (aboutTesting.test(phase.name) && commandsIn(document, section.body).length > 0) return null
  if (commandsUnder(document, placesIn(document, acceptance, section.body)).length > 0) return null
  if (isCoveredByDocument(document, phase, phases, vocabulary)) return null
  return places.length > 0 ? 'command' : 'validation'
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
