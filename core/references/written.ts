import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import {matchesIn} from '../patterns.ts'
import {isProse} from '../prose.ts'
import {firstAtOrAfter} from '../ranges.ts'
import {pathsIn} from '../tasks/paths.ts'

/** A place in a file, as a plan writes it: `src/a.ts:10`, `src/a.ts:10-20,30`, `src/a.ts#L10-L20`. */
export interface Reference extends Range {
  /** As written. */
  path: string
  pathRange: Range
  /** The line numbers, in order of the text. */
  lines: readonly number[]
  /** They with the marks between them: `10-20,30`. */
  linesRange: Range
  /** Whether the name could be that of nothing but a file. */
  isCertain: boolean
  /** Whether it is the target of a link, which counts from the folder of the plan. */
  isLink: boolean
}

/** What a place in a file begins with; most texts have few of them. */
const mark = /[:#](?=L?\d)/g
const byColon = /:L?\d{1,7}(?::\d{1,5}|[-–]L?\d{1,7})?(?:,L?\d{1,7}(?:[-–]L?\d{1,7})?){0,20}/y
const byFragment = /#L\d{1,7}(?:C\d{1,5})?(?:-L?\d{1,7}(?:C\d{1,5})?)?/y
/** What goes on after the number makes another thing of it: a version, a time, a name. */
const goesOn = /^(?:[\w%]|[.:-]\w)/
/** What is none of the lines: the column after one. */
const column = /(?<=\d):\d+|C\d+/g

const longestPath = 300
/** What the characters of paths are in scripts that write blanks between words. */
const ofPath = /[\w.@~+/()[\]\u00c0-\u024f-]/
/** What stands before a path that is part of something else: an address, a pattern, a variable. */
const joins = /[:\\%*{}<>$#&=?]/

/** The references in the prose of a document, in order. */
export function referencesIn(document: Document): Reference[] {
  const {text, blocks} = document
  const references: Reference[] = []
  for (const {index} of matchesIn(text, mark)) {
    const reference = referenceAt(text, index)
    const block = reference && blocks[firstAtOrAfter(blocks, index + 1) - 1]
    if (reference && block && index < block.end && isProse(block)) references.push(reference)
  }
  return references
}

/** The reference whose path ends at `offset`; null where there is none. */
function referenceAt(text: string, offset: number): Reference | null {
  const pattern = text[offset] === '#' ? byFragment : byColon
  pattern.lastIndex = offset
  const place = pattern.exec(text)?.[0]
  if (place === undefined || goesOn.test(text.slice(offset + place.length, offset + place.length + 2))) return null
  const start = pathStart(text, offset)
  const path = text.slice(start, offset)
  if (path === '' || joins.test(text.charAt(start - 1)) || /^~|^\/\/|^[A-Za-z]$|(?:^|\/)\.{3}\//.test(path)) return null
  // Brackets are part of a path where frameworks read them: `app/[id]/page.tsx`.
  const [mention, other] = pathsIn(path.replace(/[()[\]]/g, '_'), 0)
  if (!mention?.isFile || other || mention.start !== 0) return null
  const end = offset + place.length
  return {
    path,
    pathRange: {start, end: offset},
    lines: [...place.replace(column, '').matchAll(/\d+/g)].map(Number),
    linesRange: {start: offset + 1, end},
    isCertain: mention.isCertain,
    isLink: text.slice(start - 2, start) === '](',
    start,
    end,
  }
}

/** Where the path begins that ends at `end`; a bracket that is closed in it belongs to it. */
function pathStart(text: string, end: number): number {
  let open = 0
  let start = end
  for (; start > 0 && end - start < longestPath; start--) {
    const character = text.charAt(start - 1)
    if (!ofPath.test(character)) break
    if (character === ')' || character === ']') open++
    if ((character === '(' || character === '[') && --open < 0) break
  }
  return start
}
