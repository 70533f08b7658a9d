import type {Finding} from '../core/finding.ts'
import {withSuggestionsAsFixes} from '../core/fixes.ts'

/** Which changes are made: those that are safe, or those too that a finding suggests without a choice. */
export type FixMode = 'safe' | 'suggested'

/** `findings`, with what `mode` makes of them as their fixes. */
export function fixesOf(findings: readonly Finding[], mode: FixMode): readonly Finding[] {
  return mode === 'safe' ? findings : withSuggestionsAsFixes(findings)
}

/** Whether `mode` changes anything about `findings`. */
export function isFixable(findings: readonly Finding[], mode: FixMode): boolean {
  return fixesOf(findings, mode).some(({fix}) => fix !== undefined && fix.length > 0)
}
