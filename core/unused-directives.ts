import {type Directive, isNameOf} from './directives.ts'
import type {Edit, Range} from './finding.ts'
import type {Plan} from './plan.ts'
import {lineStartOf} from './text.ts'

/** A directive, or one of its names, that keeps nothing back. */
export interface Unused extends Range {
  /** The rule's name as written; empty where the directive as a whole keeps nothing back. */
  name: string
  /** What takes it out. */
  fix: Edit[]
}

/** The kinds of directives that keep findings back. */
export const suppressing: ReadonlySet<Directive['kind']> = new Set([
  'disable',
  'disable-line',
  'disable-next-line',
  'disable-file',
])

/**
 * Which of the names of a directive keep nothing back, in their order. One that names a rule which this run does not
 * look for may have its use in another.
 */
export function unusedNames(
  directive: Directive,
  {kept, activeIds, ruleIds}: Pick<Plan['directives'], 'kept' | 'activeIds' | 'ruleIds'>,
): boolean[] {
  return directive.names.map(name => {
    const rule = ruleIds.find(id => isNameOf(name, id))
    return rule !== undefined && activeIds.includes(rule) && !kept.get(directive)?.has(rule)
  })
}

/** The parts of a plan's directives that keep nothing back; one that names no rule is for those that come later, too. */
export function unusedDirectives({directives: {directives, ...known}, text}: Plan): Unused[] {
  return directives.flatMap(directive => {
    const {kind, names, nameRanges, start, end} = directive
    if (!suppressing.has(kind) || names.length === 0) return []
    const states = unusedNames(directive, known)
    if (states.every(Boolean)) return [{start, end, name: '', fix: [removalOf(text, {start, end})]}]
    return states.flatMap((isUnused, index) => {
      const [name, range] = [names[index], nameRanges[index]]
      if (!isUnused || name === undefined || !range) return []
      return [{...range, name, fix: [removalOfName(text, nameRanges, index)]}]
    })
  })
}

/**
 * A comment alone on its line goes with the line, and with one of the blank lines around it; another with the blanks
 * before it.
 */
function removalOf(text: string, {start, end}: Range): Edit {
  const lineStart = lineStartOf(text, start)
  const feed = text.indexOf('\n', end)
  const lineEnd = feed < 0 ? text.length : feed
  const isBlank = (from: number, to: number) => text.slice(from, Math.max(from, to)).trim() === ''
  const isAlone = isBlank(lineStart, start) && isBlank(end, lineEnd)
  if (isAlone) {
    const next = text.indexOf('\n', lineEnd + 1)
    const isBetweenBlanks = isBlank(lineStartOf(text, lineStart - 1), lineStart) && next > 0 && isBlank(lineEnd, next)
    return {start: lineStart, end: isBetweenBlanks ? next + 1 : Math.min(text.length, lineEnd + 1), text: ''}
  }
  const before = text.slice(lineStart, start)
  return {start: lineStart + before.trimEnd().length, end, text: ''}
}

/** A name goes with what separates it from the next, the last one from the one before. */
function removalOfName(text: string, ranges: readonly Range[], index: number): Edit {
  const [own, before, after] = [ranges[index], ranges[index - 1], ranges[index + 1]]
  const start = after ? (own?.start ?? 0) : (before?.end ?? own?.start ?? 0)
  const end = after ? after.start : (own?.end ?? text.length)
  return {start, end, text: ''}
}
