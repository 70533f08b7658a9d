import type {Edit} from './finding.ts'
import type {PhaseHeading} from './phases.ts'
import type {Section} from './sections.ts'

export interface Misnumbered<P extends PhaseHeading = PhaseHeading> {
  kind: 'duplicate' | 'gap' | 'backwards' | 'letter'
  phase: P
  previous: P | null
  /** The number that would be right here. */
  expected: string
}

/** `W.2b` as prefix `W.`, numbers `[2]` and suffix `b`. */
interface PhaseNumber {
  prefix: string
  parts: number[]
  suffix: string
}

const chinese = '一二三四五六七八九十'
const roman: Record<string, number> = {I: 1, V: 5, X: 10}

function romanValue(text: string): number {
  return [...text].reduce((sum, letter, index) => {
    const value = roman[letter] ?? 0
    return sum + (value < (roman[text[index + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)
}

function parse(number: string, isRoman: boolean): PhaseNumber | null {
  const match = /^([A-Z]?[.-]?)(\d+(?:\.\d+)*)([A-Za-z]?)$/i.exec(number)
  if (match) {
    const [, prefix = '', digits = '', suffix = ''] = match
    return {prefix: prefix.toUpperCase(), parts: digits.split('.').map(Number), suffix: suffix.toLowerCase()}
  }
  if (chinese.includes(number)) return {prefix: '', parts: [chinese.indexOf(number) + 1], suffix: ''}
  if (isRoman && /^[IVX]+$/.test(number)) return {prefix: '', parts: [romanValue(number)], suffix: ''}
  if (/^[A-Z]$/.test(number)) return {prefix: '', parts: [number.charCodeAt(0) - 64], suffix: ''}
  return null
}

function format({prefix, parts, suffix}: PhaseNumber): string {
  return `${prefix}${parts.join('.')}${suffix}`
}

function compare(a: PhaseNumber, b: PhaseNumber): number {
  for (let index = 0; index < Math.max(a.parts.length, b.parts.length); index++) {
    const difference = (a.parts[index] ?? 0) - (b.parts[index] ?? 0)
    if (difference !== 0) return difference
  }
  return a.suffix < b.suffix ? -1 : a.suffix > b.suffix ? 1 : 0
}

function next(number: PhaseNumber): PhaseNumber {
  const last = number.parts.at(-1) ?? 0
  return {...number, parts: [...number.parts.slice(0, -1), last + 1], suffix: ''}
}

function kindOf(number: PhaseNumber, previous: PhaseNumber): Misnumbered['kind'] | null {
  if (number.prefix !== previous.prefix) return null
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

/**
 * The phases whose number does not follow on the one before. Sub-numbers (`4.5`), letters (`4b`) and any first number
 * are fine; under another parent the count may begin anew. After a fault the count goes on from the number found.
 */
export function misnumbered<P extends PhaseHeading>(phases: readonly P[]): Misnumbered<P>[] {
  const found: Misnumbered<P>[] = []
  let previous: {phase: P; number: PhaseNumber} | null = null
  let parent: Section | null = null
  const isRoman = phases.every(({number}) => /^[IVX]+$/.test(number))
  for (const phase of phases) {
    if (phase.section.parent !== parent) previous = null
    parent = phase.section.parent
    const number = parse(phase.number, isRoman)
    const isLetter = /^[A-Z]$/.test(phase.number)
    const counts = number && !(isLetter && previous && !/^[A-Z]$/.test(previous.phase.number))
    if (!counts || (isLetter && phase.number === 'N' && previous === null)) {
      const expected = previous ? format(next(previous.number)) : '1'
      found.push({kind: 'letter', phase, previous: previous?.phase ?? null, expected})
      continue
    }
    const kind = previous ? kindOf(number, previous.number) : null
    if (kind && previous) found.push({kind, phase, previous: previous.phase, expected: format(next(previous.number))})
    previous = {phase, number: parse(phase.last, isRoman) ?? number}
  }
  return found
}

/**
 * The edits that number a phase and those after it in order, where all of them carry plain numbers that shift together;
 * null where the author has to say which number is right, or what is meant to stand where.
 */
export function renumbering<P extends PhaseHeading>(
  phases: readonly P[],
  {kind, phase, previous}: Misnumbered<P>,
): Edit[] | null {
  const siblings = phases.filter(({section}) => section.parent === phase.section.parent)
  const rest = siblings.slice(siblings.indexOf(phase))
  const later = kind === 'letter' ? rest.slice(1) : rest
  const isPlain = ({number, last}: PhaseHeading) => /^\d+$/.test(number) && number === last
  if (kind === 'backwards' || !previous || !isPlain(previous) || !later.every(isPlain)) return null
  const isAscending = later.every(
    (other, index) => index === 0 || Number(other.number) > Number(later[index - 1]?.number),
  )
  if (!isAscending) return null
  const first = Number(previous.number) + 1
  return rest
    .map(({numberRange}, index) => ({...numberRange, text: String(first + index)}))
    .filter(({text}, index) => rest[index]?.number !== text)
}
