import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import {startingIn} from '../ranges.ts'
import type {Section} from '../sections.ts'
import type {Reading} from './reading.ts'

/** From so many sections with slots on, a template shows by slots what is to be filled in. */
const fewestWithSlots = 3

/**
 * Whether a section of a template only says how to work, and leaves nothing open: lists of fixed words, in a template that
 * marks by slots what is to be written. A plan may go without it, unless plans are asked for it elsewhere.
 */
export function isGuidance(reading: Reading, section: Section, title: string): boolean {
  if (!marksSlots(reading) || reading.isAskedElsewhere(title)) return false
  const {document} = reading
  const {body} = section
  const {items, fences, tables, comments, lines} = document
  const own = startingIn(items, body)
  if (own.length === 0 || own.some(({checked}) => checked !== null)) return false
  const written = startingIn(lines, body)
  // A comment behind all of it is about what follows.
  const shown = {start: body.start, end: written.at(-1)?.start ?? body.end}
  if ([fences, tables, comments].some(parts => startingIn(parts, shown).length > 0)) return false
  return written.every(line => {
    const words = reading.textOf(line).trim()
    const isFixed = line.item !== null || /[:：][*_\s]*$/.test(words)
    return isFixed && !/[?？][*_\s]*$/.test(words) && !isOpen(reading, line)
  })
}

function isOpen(reading: Reading, line: Range): boolean {
  return reading.slotsIn(line).length > 0 || /^\s*\p{L}[\p{L} ]* \d+\s*$/u.test(reading.textOf(line))
}

const marksSlots = oncePer((reading: Reading): boolean => {
  const innermost = reading.document.sections.filter(({children}) => children.length === 0)
  return innermost.filter(({body}) => reading.slotsIn(body).length > 0).length >= fewestWithSlots
})
