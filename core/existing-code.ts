import type {Document} from './document.ts'
import {codeOf} from './fenced-code.ts'
import type {Fence} from './markdown.ts'
import {oncePerPart} from './once.ts'
import {anyScript} from './patterns.ts'
import {firstAtOrAfter, startingIn} from './ranges.ts'
import {plainTitle} from './titles.ts'

/** `Existing tests that may require updates` lists what a phase touches; it quotes nothing. */
const existing = String.raw`existing(?! tests?(?: functions?)? (?:that|which|to|requiring|needing|affected)\b)`
/** `Keep the order of items:` says what the code to come does; `Keep this as it is:`, `Preserve it (lines 4-9):` quote. */
const kept = String.raw`(?:keep|preserve|leave|retain)\b(?=.*(?:\b(?:unchanged|untouched|as[ -](?:is|it is|they are))\b|\blines? \d))|unchanged\b|not changed\b`
const asItIs = new RegExp(
  String.raw`^(?:before|current(?:ly)?|${existing}|old|original|previous(?:ly)?|today|now|as[ -]is|deleted|removed|to be (?:deleted|removed|replaced)|${kept}|reference|example (?:of )?existing)\b`,
  'i',
)
// `Remove this function:` shows what goes; `Delete stale items:` says what the code to come does, `Replace it with:` gives it.
const goes = String.raw`(?:delete|remove|replace)(?:\s*(?::|\n|$)|\s+(?:this|these|the|old|existing|entire|following|lines?)\b(?!.*\bwith\b))`
const changed = new RegExp(String.raw`^(?:from\s*:?\s*$|${goes})`, 'i')
const bracketed = /\((?:before|current|existing|old)\)\s*:?$/i
const comment = anyScript(
  String.raw`^\s*(?:\/\/|#|\/\*+)\s*(?:before|current|${existing}|old|original|previous|to be (?:deleted|removed|replaced)|unchanged|(?:keep|preserve)(?=\s+(?:[-–—]|as[ -](?:is|it is))|[ \t]*(?::|\n|$))|${goes})(?![\p{L}\p{N}])`,
  'i',
)
const sqlComment = /^\s*(?:--|\/\*+)\s*(?:before|current|existing|old|original|previous)\b/i

/** The words that introduce a block: the line, label or heading right before it. */
export const introductionOf = oncePerPart((document: Document, fence: Fence): string => {
  const before = document.blocks[firstAtOrAfter(document.blocks, fence.start) - 1]
  if (before?.kind === 'heading') return document.text.slice(before.title.start, before.title.end)
  if (before?.kind !== 'paragraph') return ''
  const line = startingIn(document.lines, before).at(-1)
  return line ? document.text.slice(line.start, line.end) : ''
})

/** Whether the block shows code as it is, not as it shall be. */
export const showsExistingCode = oncePerPart((document: Document, fence: Fence): boolean => {
  const words = plainTitle(introductionOf(document, fence))
  return (
    asItIs.test(words) || changed.test(words) || bracketed.test(words) || comment.test(codeOf(document, fence).code)
  )
})

/** The same for queries, which delete and replace by themselves: `Delete stale rows:` introduces one to be written. */
export const showsExistingQuery = oncePerPart((document: Document, fence: Fence): boolean => {
  const words = plainTitle(introductionOf(document, fence))
  return asItIs.test(words) || bracketed.test(words) || sqlComment.test(codeOf(document, fence).code)
})
