import {fieldsOf} from '../fields.ts'
import type {Range} from '../finding.ts'
import {memberLike} from '../members.ts'
import {oncePer} from '../once.ts'
import type {FieldSpec, Preset, SectionSpec} from '../preset.ts'
import {touches} from '../ranges.ts'
import type {Completion, Cursor} from './completion.ts'

const marks = /^[\s*_`~:：|"']*$/
/** Whether a line may hold the label of a field. */
const labelled = /[:：|]|\*\*|__/
const member = /^\p{L}[\p{L}\s-]*(?<![\s-])/u

/** Whether nobody has chosen yet: `Draft | Approved`. */
function isChoice(words: string, members: readonly string[]): boolean {
  const parts = words.split(/[|/]/)
  return parts.length > 1 && parts.every(part => memberLike(part, members))
}

/** The part of a value that the cursor is in and one of `members` would stand for; a choice nobody made as a whole. */
function partAt({plan, offset}: Cursor, value: Range, members: readonly string[]): Range | null {
  if (value.start === value.end) return {start: offset, end: offset}
  const words = plan.text.slice(value.start, value.end)
  if (words.includes('\n')) return null
  if (plan.holdsLeftovers(value) || isChoice(words, members)) return value
  const [first = ''] = member.exec(words) ?? []
  const part = {start: value.start, end: value.start + first.length}
  return touches(part, offset) ? part : null
}

/** What a member would take the place of, where the cursor is at the value of a field; else null. */
function placeAt(cursor: Cursor, name: Range, value: Range, members: readonly string[]): Range | null {
  const {plan, offset, before, after} = cursor
  if (value.start < value.end && touches(value, offset)) return partAt(cursor, value, members)
  const lineStart = offset - before.length
  if (name.end < lineStart || name.end > offset) return null
  const isBare = marks.test(plan.text.slice(name.end, offset)) && marks.test(after)
  if (!isBare) return null
  // The blanks behind the cursor go, so that what is put there ends the line; a closing mark stays.
  const [blanks = ''] = /^[ \t]*$/.exec(after) ?? []
  return {start: offset, end: offset + blanks.length}
}

/** Whether some field of the preset has a fixed set of values. */
const hasSets = oncePer((preset: Preset): boolean => specsOf(preset).some(({values}) => values !== undefined))

function specsOf({fields = [], phases, sections}: Preset): FieldSpec[] {
  const inSections = (specs: readonly SectionSpec[] = []): FieldSpec[] =>
    specs.flatMap(spec => [...(spec.fields ?? []), ...inSections(spec.sections)])
  const ofPhases = [phases, ...(phases?.kinds ?? [])].flatMap(spec => [
    ...(spec?.fields ?? []),
    ...inSections(spec?.parts),
  ])
  return [...fields, ...ofPhases, ...inSections(sections)]
}

/** At the value of a field that has a fixed set of them: its members. */
export function valueCompletions(cursor: Cursor): Completion[] {
  const {plan, before, isTyped} = cursor
  if (!hasSets(plan.preset) || (isTyped && !labelled.test(before))) return []
  for (const {spec, name, value} of fieldsOf(plan)) {
    if (!spec.values || !name || !value) continue
    const place = placeAt(cursor, name, value, spec.values)
    if (!place) continue
    const gap = place.start === cursor.offset && /[:：|]$/.test(before) ? ' ' : ''
    return spec.values.map(text => ({
      kind: 'value',
      ...place,
      label: text,
      detail: spec.label,
      text: gap + text,
      filter: text,
    }))
  }
  return []
}
