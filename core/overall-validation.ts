import {everywhere, type Place, titledPlaces} from './bind.ts'
import {type Command, commandsIn} from './commands.ts'
import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import type {PhaseHeading} from './phases.ts'
import type {Title, Vocabulary} from './preset.ts'
import {firstAtOrAfter, haveAny} from './ranges.ts'
import type {Section} from './sections.ts'
import {numberPattern} from './titles.ts'

/** What is done for each task is done for each phase, which is made of tasks. */
const everyPhase =
  /\b(?:each|every|all|per)[\s-]+(?:\w[\w-]{0,40}\s+)?(?:phase|stage|step|milestone)s?\b|\b(?:each|every|per)[\s-]+(?:task|PR|pull request)\b|(?:\b(?:after|before|for|at|on)\s+|\(\s*)(?:each|every)\s+commit\b|每个阶段|각\s*단계/i
/** Only what is done time and again: a script that runs all phases tests none of them. */
const timeAndAgain =
  /\b(?:after|before|for|with|on|at the end of|upon)\s+(?:completing\s+|finishing\s+)?(?:each|every)\s+(?:\w+\s+)?(?:phase|stage|step|milestone|task|commit)\b/gi
const checking = /\b(?:run|tests?|testing|verif\w+|checks?|validat\w+|pass|passes|gates?)\b/i
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

/** The commands in `places`, those in their titles too. */
export function commandsUnder(document: Document, places: readonly Place[]): Command[] {
  return places.flatMap(place => commandsIn(document, {start: place.title.start, end: place.range.end}))
}

/** Whether a section ranks with the phase, so that it is no part of what another section says. */
function isBeside({sections}: Document, {form, range}: Place, phase: Section): boolean {
  const section = sections[firstAtOrAfter(sections, range.start)]
  return form === 'heading' && section?.start === range.start && section.level <= phase.level
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
      .flatMap(titles => titledPlaces(document, titles, everywhere(document, zones)))
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
export function isCoveredByDocument(
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
