import type {Range} from './finding.ts'

/** Whether a cursor at `offset` is in a range or right at one of its ends. */
export function touches({start, end}: Range, offset: number): boolean {
  return start <= offset && offset <= end
}

/** A range without the blanks and line breaks at its end. */
export function withoutTail(text: string, {start, end}: Range): Range {
  return {start, end: start + text.slice(start, end).trimEnd().length}
}
