import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {saysNothingToDo} from './nothing-to-do.ts'
import {oncePer} from './once.ts'
import {literally} from './patterns.ts'
import {atCommonLevel, fullest, nameTheSame} from './phase-lists.ts'
import {statesOutside, stateUnder} from './phase-states.ts'
import {type PhaseTitle, phaseTitleOf, wordOf} from './phase-titles.ts'
import type {Title} from './preset.ts'
import type {Section} from './sections.ts'
import {matcherOf, oncePerTitle, plainTitle} from './titles.ts'

/** A phase, stage or story of a plan. */
export interface PhaseHeading {
  section: Section
  /** As written: `1`, `2b`, `W.1`. */
  number: string
  /** The last number of a range such as `Phases 4-6`; else the number. */
  last: string
  /** Where the number stands. */
  numberRange: Range
  /** The words after the number. */
  name: string
  /** The title form that matched, such as `Phase {n}`. */
  form: Title
  /** Said in the heading, under it or in a table of all phases: nothing will be done here, or all has been. */
  state: 'skipped' | 'done' | null
}

interface Candidate {
  section: Section
  form: Title
  number: string
  name: string
  reading: PhaseTitle
}

const notANumber = /^(?:A|I|V|X)$/
const notAPhase =
  /^(?:tests?|validation|verification|commands?|dependencies|exit|entry|overview|summary|results?|status|checklist|tasks?|and|to|or|through|complete|success|objectives?|gates?|artifacts?|deliverables?|re-?checks?|updates?)\b/i
/** Sections that may order tests or a release in phases, next to those of the work. */
const otherOrders = matcherOf([
  'Testing Plan',
  'Test Plan',
  'Testing Strategy',
  'Test Strategy',
  'Testing Phases',
  'Rollout Plan',
  'Rollout Strategy',
])
const otherWork =
  /^(?:(?:possible |potential |optional )?(?:future|later) (?:enhancements?|improvements?|work|phases|extensions?|considerations?|directions?|plans?|ideas)|post[- ]?(?:mvp|launch)\b|session (?:summary|log|notes)\b)/i
/** Whether a heading sets something aside for another plan, or tells of work that is over. */
const isOtherWork = oncePerTitle(title => otherWork.test(plainTitle(title)))

function candidateOf(section: Section, form: Title): Candidate | null {
  const reading = phaseTitleOf(section.title, form)
  return reading && {section, form, number: reading.number, name: reading.name, reading}
}

function phaseOf(document: Document, {section, form, number, name, reading}: Candidate): PhaseHeading {
  const {last, lead} = reading
  const start = section.heading.title.start + lead
  const state = saysNothingToDo(document, section) ? 'skipped' : reading.state
  return {section, form, number, last, name, numberRange: {start, end: start + number.length}, state}
}

/** `Phase 3 的四个步骤` has something of phase 3. */
const ofThePhase = /^的/

/** `Phase 3 design status` is about phase 3; `Phase 3 Setup` and `phase 3 setup` name it. */
function goesOnInLowerCase({section, name}: Candidate): boolean {
  return /^\p{Ll}/u.test(name) && /^\P{L}*\p{Lu}/u.test(section.title)
}

/** `Phase 1 Constitution Re-Check` tells of what came out of phase 1 where another heading names that phase. */
const ofItsOutcome =
  /(?:\b(?:(?:re-?)?checks?|(?:re-?)?evaluation|reviews?|outputs?|artifacts?|deliverables?|results?|findings|status|summary|notes)|复查|复核|检查|审查|评审|产物|产出|输出|成果|结果|总结|小结|状态|複查|複核|檢查|審查|評審|產物|產出|輸出|結果|總結|狀態|再確認|再チェック|成果物|結果|まとめ|재검토|재확인|검토|산출물|결과|요약)$/i

/** Without those that come back to a phase already named. */
function named(candidates: readonly Candidate[]): Candidate[] {
  const numbers = new Set<string>()
  return candidates.filter(({number, name}) => {
    const isNamed = numbers.has(number)
    numbers.add(number)
    return !(isNamed && ofItsOutcome.test(name))
  })
}

function usable(candidates: readonly Candidate[]): Candidate[] {
  const separated = candidates.filter(({reading}) => reading.separated)
  if (separated.length > 0) return separated
  const plausible = named(
    candidates.filter(
      candidate =>
        !notAPhase.test(candidate.name) &&
        !ofThePhase.test(candidate.name) &&
        !notANumber.test(candidate.number) &&
        !goesOnInLowerCase(candidate),
    ),
  )
  return new Set(plausible.map(({number}) => number)).size > 1 ? plausible : []
}

/** Tells whether a section is, at whatever depth, under one that passes `test`, which is asked once of each. */
function underOneThat(test: (section: Section) => boolean): (section: Section) => boolean {
  const known = new Map<Section, boolean>()
  const isUnder = ({parent}: Section): boolean => {
    if (!parent) return false
    const found = known.get(parent) ?? (test(parent) || isUnder(parent))
    known.set(parent, found)
    return found
  }
  return isUnder
}

const numberedWork = /^(?:task|fix|issue|bug|ticket)[\s#-]*\d/i
/** Whether a heading numbers the work, so that steps under it are steps of its own: `Step 1: Write the failing test`. */
const isNumberedWork = oncePerTitle(title => numberedWork.test(plainTitle(title)))

function isForLater({name, reading}: Candidate): boolean {
  return reading.isForLater || isOtherWork(name)
}

/** Those of `candidates` up to the last one that is not for later: what comes then may have numbers of its own. */
function upToLater(candidates: readonly Candidate[]): Candidate[] {
  return candidates.slice(0, candidates.findLastIndex(candidate => !isForLater(candidate)) + 1)
}

/** Finds a word of any of `forms` in a title. */
const wordsOf = oncePer(
  (forms: readonly Title[]) => new RegExp(forms.map(form => literally(wordOf(form))).join('|'), 'i'),
)

/**
 * The phases of a document: headings in one of `forms`, at the level most of them share. The document's title is none,
 * nor are steps of a task. Forms are tried in order; the first that occurs is the one the document uses, unless another
 * says more elsewhere. Headings under one of the titles `elsewhere` (a list of what to do, a rollout plan) repeat the
 * phases' names, and those of future work are not of this plan; they are none, unless there are no others.
 */
export function phasesOf(
  document: Document,
  forms: readonly Title[],
  elsewhere: readonly Title[] = [],
): PhaseHeading[] {
  const title = document.sections.find(section => section.level === 1)
  const words = wordsOf(forms)
  const sections = document.sections.filter(section => section !== title && words.test(section.title))
  if (sections.length === 0) return []
  const foreign = matcherOf(elsewhere)
  const isForeign = underOneThat(
    ({title}) => foreign.matches(title) || otherOrders.matches(title) || isOtherWork(title),
  )
  const isOfTask = underOneThat(above => above.level > 1 && isNumberedWork(above.title))
  const isStep = (section: Section, form: Title) => form.startsWith('Step') && isOfTask(section)
  const candidatesIn = (form: Title) => {
    const found: Candidate[] = []
    for (const section of sections) {
      const candidate = isStep(section, form) ? null : candidateOf(section, form)
      if (candidate) found.push(candidate)
    }
    return found
  }
  const all = forms.map(form => usable(candidatesIn(form)))
  const ofThePlan = (candidates: readonly Candidate[]) =>
    upToLater(candidates.filter(({section}) => !isForeign(section)))
  const own = fullest(all.map(candidates => atCommonLevel(ofThePlan(candidates))))
  const chosen = own.length > 0 ? own : fullest(all.map(atCommonLevel))
  return withStates(
    document,
    chosen.map(candidate => phaseOf(document, candidate)),
  )
}

/**
 * What a heading does not say of its phase, what stands under it may, or a table of all phases, or another heading of the
 * same number and name.
 */
function withStates(document: Document, phases: readonly PhaseHeading[]): PhaseHeading[] {
  if (phases.length === 0) return []
  const sections = phases.map(({section}) => section)
  const told = statesOutside(document, sections)
  const sayingByNumber = new Map(
    phases.flatMap(phase => (phase.state === null ? [] : [[phase.number, phase] as const])),
  )
  return phases.map(phase => {
    const twin = sayingByNumber.get(phase.number)
    const state = phase.state ?? stateUnder(document, phase.section) ?? told.get(phase.number)
    return {...phase, state: state ?? (twin && nameTheSame(phase, twin) ? twin.state : null)}
  })
}
