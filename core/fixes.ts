import type {Edit, Finding} from './finding.ts'

export interface FixResult {
  text: string
  /** How many findings were fixed. */
  fixed: number
}

/**
 * `text` with `edits` made; everything outside them stays as it is.
 * @throws {RangeError} when an edit lies outside the text, or two overlap
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let done = 0
  for (const {start, end, text: inserted} of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done || end < start || end > text.length) {
      throw new RangeError(`The edit ${start}-${end} does not fit a text of ${text.length}, done to ${done}.`)
    }
    pieces.push(text.slice(done, start), inserted)
    done = end
  }
  return pieces.join('') + text.slice(done)
}

/** Whether two sets of edits touch the same place, so that only one of them can be made. */
function overlap(a: readonly Edit[], b: readonly Edit[]): boolean {
  return a.some(one => b.some(other => one.start <= other.end && other.start <= one.end))
}

/** The edits of the fixes that can be made together: of two that touch each other the earlier finding's. */
function compatibleFixes(findings: readonly Finding[]): Edit[][] {
  const taken: Edit[][] = []
  let reached = -1
  for (const {fix} of [...findings].sort((a, b) => a.start - b.start)) {
    if (!fix || fix.length === 0) continue
    const first = fix.reduce((least, {start}) => Math.min(least, start), Number.POSITIVE_INFINITY)
    const last = fix.reduce((most, {end}) => Math.max(most, end), 0)
    // Most fixes lie behind all that were taken; only the others need a close look.
    if (first <= reached && taken.some(edits => overlap(edits, fix))) continue
    taken.push(fix)
    reached = Math.max(reached, last)
  }
  return taken
}

/** Makes the safe fixes of `findings`, each whole or not at all; those that touch another wait for the next round. */
export function applyFixes(text: string, findings: readonly Finding[]): FixResult {
  const fixes = compatibleFixes(findings)
  return {text: applyEdits(text, fixes.flat()), fixed: fixes.length}
}

/** As many phases are renumbered, and each with the number of the one before it takes a round. */
const maxRounds = 200

/** One round of fixing: `edits` are said of the text before it. */
export interface FixRound extends FixResult {
  edits: Edit[]
}

/**
 * Fixes `text` round by round until nothing fixable is left. `findingsIn` lints a text. Ends after many rounds, should
 * two fixes ever undo each other.
 */
export function* fixRounds(text: string, findingsIn: (text: string) => readonly Finding[]): Generator<FixRound> {
  let current = text
  for (let round = 0; round < maxRounds; round++) {
    const fixes = compatibleFixes(findingsIn(current))
    if (fixes.length === 0) return
    const edits = fixes.flat()
    current = applyEdits(current, edits)
    yield {edits, text: current, fixed: fixes.length}
  }
}

/** `text` after the last of `fixRounds`. */
export function fixUntilStable(text: string, findingsIn: (text: string) => readonly Finding[]): FixResult {
  let result: FixResult = {text, fixed: 0}
  for (const {text: next, fixed} of fixRounds(text, findingsIn)) result = {text: next, fixed: result.fixed + fixed}
  return result
}

/**
 * `findings`, where the one suggestion of a finding without a fix counts as its fix. Of several suggestions a person has
 * to choose.
 */
export function withSuggestionsAsFixes(findings: readonly Finding[]): Finding[] {
  return findings.map(finding => {
    const [suggestion, ...others] = finding.suggestions ?? []
    return finding.fix || !suggestion || others.length > 0 ? finding : {...finding, fix: suggestion.edits}
  })
}
