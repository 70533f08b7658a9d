import type {Edit, Range} from '../finding.ts'
import type {FenceLine} from './lines.ts'

/**
 * What is wrong with a fence: `unclosed` (the document ends inside it, or another block opens before it closes),
 * `too-short` (a block inside it closes it), `closing-info` (meant to close, but its info string makes it open).
 */
export interface FenceTrouble extends Range {
  kind: 'unclosed' | 'too-short' | 'closing-info'
  /** The fence line inside that shows it. */
  inner: Range | null
  /** The line meant to close the fence, where it can be told. */
  closing: Range | null
  /** The run of fence characters at the place told. */
  marker: string
  /** Of a fence that is too short: a run that no fence inside can close. */
  longer: string
  /** The line to add to an unclosed fence, line break first, at the end of its last line; null where nobody can tell. */
  missingClose: Edit | null
}

/** The trouble of the fence that `line` opens, or meant to close, in all that `told` does not say like the plainest. */
export function troubleAt(
  {markerStart, end, marker}: Pick<FenceLine, 'markerStart' | 'end' | 'marker'>,
  told: Pick<FenceTrouble, 'kind'> & Partial<FenceTrouble>,
): FenceTrouble {
  return {start: markerStart, end, inner: null, closing: null, marker, longer: marker, missingClose: null, ...told}
}
