import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import type {Catalogue} from '../plugin.ts'

export type CompletionKind = 'section' | 'value' | 'task' | 'stage' | 'rule' | 'directive' | 'preset'

/** What may be written instead of a stretch of one line that holds the cursor; that may be of no length. */
export interface Completion extends Range {
  kind: CompletionKind
  label: string
  /** What is known of it beside its name; may be empty. */
  detail: string
  text: string
  /** What is compared with the words that are there; they begin with what stands before the cursor where they fit. */
  filter: string
  /** The text in two parts, with more around the cursor that comes to stand between them. */
  aroundCursor?: readonly [before: string, after: string]
}

/** A place in a plan that somebody is writing. */
export interface Cursor {
  plan: Plan
  /** Of the plan's text. */
  offset: number
  /** Its line, up to it and from it on. */
  before: string
  after: string
  /** Whether nobody asked: a character was typed that may begin something. */
  isTyped: boolean
  catalogue: Catalogue
}

/** Whether the letters of `typed` occur in `text` in their order, whatever their case. */
export function isAbbreviation(typed: string, text: string): boolean {
  let next = 0
  const letters = typed.toLowerCase()
  for (const letter of text.toLowerCase()) if (letter === letters[next]) next++
  return next >= letters.length
}
