import type {Edit} from './finding.ts'
import type {PhaseHeading} from './phases.ts'
import {startingIn} from './ranges.ts'
import type {Section} from './sections.ts'

export interface Misnumbered<P extends PhaseHeading = PhaseHeading> {
  kind: 'duplicate' | 'gap' | 'backwards' | 'letter'
  phase: P
  previous: P | null
  /** The number that would be right here. */
  expected: string
}

type Numeral = (value: number) => string

/** `W.2b` as prefix `W.`, numbers `[2]` and suffix `b`. */
interface PhaseNumber {
  prefix: string
  parts: number[]
  suffix: string
  /** How it writes a number. */
  numeral: Numeral
}

const romanUnits = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
const chineseUnits = ['', ...'一二三四五六七八九']
const upTo39 = Array.from({length: 39}, (_, index) => index + 1)

const letter: Numeral = value => String.fromCharCode(64 + value)
const roman: Numeral = value => 'X'.repeat(Math.floor(value / 10)) + romanUnits[value % 10]
const chinese: Numeral = value => {
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? chineseUnits[tens] : ''}${tens > 0 ? '十' : ''}${chineseUnits[value % 10]}`
}

function parse(number: string, isRoman: boolean): PhaseNumber | null {
  const match = /^([A-Z]?[.-]?)(\d+(?:\.\d+)*)\.?([A-Za-z]?)$/i.exec(number)
  if (match) {
    const [, prefix = '', digits = '', suffix = ''] = match
    const parts = digits.split('.').map(Number)
    return {prefix: prefix.toUpperCase(), parts, suffix: suffix.toLowerCase(), numeral: String}
  }
  for (const numeral of isRoman ? [roman] : [letter, chinese]) {
    const value = upTo39.find(candidate => numeral(candidate) === number)
    if (value) return {prefix: '', parts: [value], suffix: '', numeral}
  }
  return null
}

function format({prefix, parts, suffix, numeral}: PhaseNumber): string {
  return `${prefix}${parts.map(numeral).join('.')}${suffix}`
}

function compare(a: PhaseNumber, b: PhaseNumber): number {
  for (let index = 0; index < Math.max(a.parts.length, b.parts.length); index++) {
    const difference = (a.parts[index] ?? 0) - (b.parts[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : 0
}

/** The number after `number`, with no more parts than `depth`. */
function next({parts, ...number}: PhaseNumber, depth: number): PhaseNumber {
  const kept = parts.slice(0, depth)
  return {...number, parts: [...kept.slice(0, -1), (kept.at(-1) ?? 0) + 1], suffix: ''}
}

function kindOf(number: PhaseNumber, previous: PhaseNumber): Misnumbered['kind'] | null {
  if (number.prefix !== previous.prefix || number.numeral !== previous.numeral) return null
  const order = compare(number, previous)
  if (order === 0) return 'duplicate'
  if (order < 0) return 'backwards'
  for (let index = 0; index < number.parts.length; index++) {
    const step = (number.parts[index] ?? 0) - (previous.parts[index] ?? 0)
    if (step > 1) return index < previous.parts.length ? 'gap' : null
    if (step !== 0) return null
  }
  return null
}

/** More phases than one forgets to name. */
const mostLeftOut = 5

/** Phases that count together: those next to each other under one parent. */
function runsOf<P extends PhaseHeading>(phases: readonly P[]): P[][] {
  const runs: P[][] = []
  let parent: Section | null | undefined
  for (const phase of phases) {
    if (phase.section.parent !== parent) runs.push([])
    parent = phase.section.parent
    runs.at(-1)?.push(phase)
  }
  return runs
}

function isOneNumbered(sections: readonly Section[], beginning: string): boolean {
  return sections.some(({title, children}) => title.startsWith(beginning) || isOneNumbered(children, beginning))
}

/** Whether what a gap leaves out stands there under other headings, with parts in its numbers: `7.1`, `7.2`. */
function isToldBetween(from: Numbered<PhaseHeading>, to: Numbered<PhaseHeading>): boolean {
  const {parent} = to.phase.section
  const [first = 0] = from.number.parts
  const [last = 0] = to.number.parts
  const isPlain = [from, to].every(({number: {parts, prefix, suffix}}) => parts.length === 1 && prefix + suffix === '')
  if (!parent || !isPlain || last - first > mostLeftOut) return false
  const {start: after} = from.phase.section
  const between = startingIn(parent.children, {start: after + 1, end: to.phase.section.start})
  const missing = Array.from({length: last - first - 1}, (_, index) => first + 1 + index)
  return missing.every(value => isOneNumbered(between, `${value}.1`))
}

interface Numbered<P> {
  phase: P
  number: PhaseNumber
}

/** Tells the faults of one run; a phase that only stands too late is one fault, not two. */
class RunReader<P extends PhaseHeading> {
  readonly #run: readonly P[]
  /** Of each phase of the run; null where it has none that counts. */
  readonly #numbers: readonly (PhaseNumber | null)[]
  /** Each number as `format` writes it. */
  readonly #written: readonly string[]
  readonly #isRoman: boolean
  /** Whether some phases count A, B, C; a single letter is the template's. */
  readonly #countsInLetters: boolean
  readonly #found: Misnumbered<P>[] = []
  readonly #lastIndex = new Map<string, number>()
  readonly #seen = new Set<string>()
  #first: PhaseNumber | null = null
  #previous: Numbered<P> | null = null

  constructor(run: readonly P[], isRoman: boolean) {
    this.#run = run
    this.#isRoman = isRoman
    const letters = new Set(run.flatMap(({number}) => (/^[A-Z]$/.test(number) ? number : [])))
    this.#countsInLetters = letters.has('A') && letters.size > 1
    this.#numbers = run.map(({number}) => parse(number, isRoman))
    this.#written = this.#numbers.map(number => (number ? format(number) : ''))
    this.#written.forEach((written, index) => {
      this.#lastIndex.set(written, index)
    })
  }

  read(): Misnumbered<P>[] {
    for (const [index, phase] of this.#run.entries()) this.#take(phase, index)
    return this.#found
  }

  #take(phase: P, index: number): void {
    const previous = this.#previous
    const number = this.#numbers[index]
    if (!number || this.#isTemplateLetter(phase, number)) {
      const expected = previous ? format(next(previous.number, previous.number.parts.length)) : '1'
      this.#found.push({kind: 'letter', phase, previous: previous?.phase ?? null, expected})
      return
    }
    const kind = previous ? kindOf(number, previous.number) : null
    if (kind && previous) {
      const expected = format(next(previous.number, number.parts.length))
      const comesLater = kind === 'gap' && (this.#lastIndex.get(expected) ?? -1) > index
      const isTold = kind === 'gap' && isToldBetween(previous, {phase, number})
      if (!comesLater && !isTold) this.#found.push({kind, phase, previous: previous.phase, expected})
      if (kind === 'backwards' && this.#fillsGap(number, index)) return
    }
    this.#first ??= number
    this.#seen.add(this.#written[index] as string)
    const last = phase.last === phase.number ? number : parse(phase.last, this.#isRoman)
    this.#previous = {phase, number: last ?? number}
  }

  #isTemplateLetter({number: words}: P, {numeral}: PhaseNumber): boolean {
    if (numeral !== letter || (this.#countsInLetters && words !== 'N')) return false
    return this.#previous ? this.#previous.number.numeral !== letter : words === 'N'
  }

  #fillsGap(number: PhaseNumber, index: number): boolean {
    return this.#first !== null && compare(number, this.#first) > 0 && !this.#seen.has(this.#written[index] as string)
  }
}

/**
 * The phases whose number does not follow on the one before. Sub-numbers (`4.5`), letters (`4b`) and any first number
 * are fine; under another parent the count may begin anew. After a fault the count goes on from the number found.
 */
export function misnumbered<P extends PhaseHeading>(phases: readonly P[]): Misnumbered<P>[] {
  const isRoman = phases.every(({number}) => /^[IVX]+$/.test(number))
  return runsOf(phases).flatMap(run => new RunReader(run, isRoman).read())
}

/** More phases than a plan has: the edits of each fault reach to the last of them. */
const mostRenumbered = 200

/**
 * The edits that number a phase and those after it in order, where all of them carry plain numbers that shift together;
 * null where the author has to say which number is right, or what is meant to stand where, and where there are too many.
 */
export function renumbering<P extends PhaseHeading>(
  phases: readonly P[],
  {kind, phase, previous}: Misnumbered<P>,
): Edit[] | null {
  if (phases.length > mostRenumbered) return null
  const siblings = phases.filter(({section}) => section.parent === phase.section.parent)
  const rest = siblings.slice(siblings.indexOf(phase))
  const later = kind === 'letter' ? rest.slice(1) : rest
  const isPlain = ({number, last}: PhaseHeading) => /^\d+$/.test(number) && number === last
  if (kind === 'backwards' || !previous || !isPlain(previous) || !later.every(isPlain)) return null
  const isAscending = later.every(
    (other, index) => index === 0 || Number(other.number) >= Number(later[index - 1]?.number),
  )
  if (!isAscending) return null
  const first = Number(previous.number) + 1
  return rest
    .map(({numberRange}, index) => ({...numberRange, text: String(first + index)}))
    .filter(({text}, index) => rest[index]?.number !== text)
}
