import {type Field, fieldsOf} from '../../core/fields.ts'
import type {Range} from '../../core/finding.ts'
import type {Plan} from '../../core/plan.ts'
import type {FieldSpec} from '../../core/preset.ts'
import {startingIn} from '../../core/ranges.ts'
import {type CleanPlan, type Mutation, remove, replace, wholeLines} from './mutation.ts'

/** A value that a field of this type may not have. */
function badValueFor({type}: FieldSpec): string | null {
  switch (type) {
    case 'date':
      return '2026-02-30'
    case 'enum':
      return 'Whenever'
    case 'path':
    case 'path-line':
    case 'link':
    case 'reference':
      return 'somewhere in there'
    default:
      return null
  }
}

/** Whether a list, paragraph or block stands under the label as well, which would then be its value. */
function hasBlocks(plan: Plan, name: Range): boolean {
  const label = startingIn(plan.document.labels, name)[0]
  if (!label) return false
  const rest = {start: label.value.end, end: label.content.end}
  return startingIn(plan.document.blocks, rest).some(({kind}) => kind !== 'rule' && kind !== 'comment')
}

/** One field per label and owner: what holds for the first phase of a kind holds for all. */
function firstOfEach(plan: Plan): Field[] {
  const seen = new Map<FieldSpec, Set<string>>()
  const kindOf = (number: string) => plan.phases.find(phase => phase.number === number)?.kind?.id ?? ''
  return [...fieldsOf(plan)].filter(({spec, parent, name}) => {
    const kinds = seen.get(spec) ?? new Set()
    const kind = kindOf(parent)
    if (spec.expectation === 'optional' || !name || kinds.has(kind)) return false
    seen.set(spec, kinds.add(kind))
    return true
  })
}

/** Deletes, empties and spoils every field that the preset asks for. */
export function* fieldMutations({plan, text}: CleanPlan): Generator<Mutation> {
  for (const {spec, parent, name, value} of firstOfEach(plan)) {
    if (!name || !value) continue
    const expected = [
      {
        rule: 'required-fields',
        severity: spec.expectation === 'required' ? ('error' as const) : ('warning' as const),
        data: {field: spec.label, parent},
      },
      // Where the field alone tells when a phase is done, or the block of metadata says the same, that is the fault.
      {rule: 'phase-validation'},
      {rule: 'stage-sync'},
    ]
    const line = wholeLines(text, {start: name.start, end: Math.max(name.end, value.end)})
    const isAlone =
      /^[\s\-*+]*$/.test(text.slice(line.start, name.start)) && !text.slice(value.end, line.end).includes('**')
    const whole = isAlone ? line : {start: name.start, end: value.end}
    yield {name: `delete ${parent || 'document'} ${spec.label}`, edits: [remove(whole)], expected}
    const after = {start: name.end, end: isAlone ? line.end - 1 : value.end}
    if (!hasBlocks(plan, name))
      yield {name: `empty ${parent || 'document'} ${spec.label}`, edits: [remove(after)], expected}
    const bad = badValueFor(spec)
    if (bad) yield {name: `spoil ${parent || 'document'} ${spec.label}`, edits: [replace(value, bad)], expected}
  }
}
