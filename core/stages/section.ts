import type {Range} from '../finding.ts'
import type {Phase, Plan} from '../plan.ts'
import type {MetadataKey, Title} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {matcherOf} from '../titles.ts'

/** Words of the document with their place, marks such as back-ticks left out. */
export interface Value extends Range {
  text: string
}

/** What the section of a phase says of the keys of its metadata. */
export interface StageSection {
  phase: Phase
  values: ReadonlyMap<string, Value>
}

const afterNumber = /^[\s:：.)\-–—→|*]+/
const wrapped = /^(`+)(?!`)(.+?)(?<!`)\1|^\[([^\]\n]+)\]\([^)\n]*\)|^([*_~]{1,3})(?=\S)(.+?)\4/

/** From the heading to the first part of the phase: where its fields stand. */
function headOf({section, parts}: Phase): Range {
  let end = section.children[0]?.start ?? section.body.end
  for (const {places} of parts) for (const {range} of places) end = Math.min(end, range.start)
  return {start: section.body.start, end}
}

/** The words of `range` without the marks around them. */
function innerOf(text: string, {start, end}: Range): Value {
  const words = text.slice(start, end)
  const [all, , code, link, , strong] = wrapped.exec(words) ?? []
  const inner = code?.trim() ?? link ?? strong
  if (!all || !inner) return {start, end, text: words}
  const from = start + all.indexOf(inner)
  return innerOf(text, {start: from, end: from + inner.length})
}

function trimmed(text: string, {start, end}: Range): Range {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return {start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length)}
}

/** A value stands on one line, unless a comma at its end says that it goes on. */
function firstLines(text: string, {start, end}: Range): Range {
  const [first = ''] = /^.*(?:(?<=[,;][ \t]*)\n.*)*/.exec(text.slice(start, end)) ?? []
  return trimmed(text, {start, end: start + first.replace(/\\$/, '').length})
}

/** The items of the list that `content` begins with; nothing where it begins otherwise. */
function listIn({document, text}: Plan, content: Range): Range | null {
  const lines = startingIn(document.lines, content)
  const end = lines.findIndex(({item}) => item === null)
  const items = end < 0 ? lines : lines.slice(0, end)
  const [first] = items
  const last = items.at(-1)
  if (!first || !last || !/^\s*(?:[-*+]|\d+[.)])\s+$/.test(text.slice(content.start, first.start))) return null
  return {start: first.start, end: last.end}
}

function labelled(plan: Plan, within: Range, titles: readonly Title[], isList: boolean): Range | null {
  const matcher = matcherOf(titles)
  const label = startingIn(plan.document.labels, within).find(({name}) => matcher.matches(name))
  if (!label) return null
  if (label.value.start < label.value.end) return firstLines(plan.text, label.value)
  return isList ? listIn(plan, {start: label.content.start, end: Math.min(label.content.end, within.end)}) : null
}

function inTable(plan: Plan, within: Range, titles: readonly Title[]): Range | null {
  const matcher = matcherOf(titles)
  for (const {header, rows} of startingIn(plan.document.tables, within)) {
    for (const [name, value] of [header, ...rows]) {
      if (name && value && matcher.matches(plan.text.slice(name.start, name.end))) return value
    }
  }
  return null
}

function nameOf({text}: Plan, {section, numberRange, name}: Phase): Value {
  const {title} = section.heading
  const words = text.slice(numberRange.end, title.end)
  const start = numberRange.end + (afterNumber.exec(words)?.[0].length ?? 0)
  return start < title.end ? {start, end: title.end, text: name} : {...title, text: ''}
}

function titlesOf(plan: Plan, label: Title): readonly Title[] {
  const field = plan.preset.phases?.fields?.find(spec => spec.label === label)
  return [label, ...(field?.aliases ?? [])]
}

/** Reads what the sections of a plan's phases say of `keys`; slots that nobody filled say nothing. */
export function stageSections(
  plan: Plan,
  keys: readonly MetadataKey[],
  isUnset: (place: Range) => boolean,
): StageSection[] {
  const wanted = keys.flatMap(key => {
    if (!key.told) return []
    const titles = key.told === 'heading' ? null : titlesOf(plan, key.told.field)
    return [{key: key.key, isList: key.type === 'ids', titles}]
  })
  return plan.phases.map(phase => {
    const head = headOf(phase)
    const values = wanted.flatMap(({key, titles, isList}): [string, Value][] => {
      if (!titles) return [[key, nameOf(plan, phase)]]
      const range = labelled(plan, head, titles, isList) ?? inTable(plan, head, titles)
      if (!range || range.start === range.end) return []
      return [[key, isList ? {...range, text: plan.text.slice(range.start, range.end)} : innerOf(plan.text, range)]]
    })
    return {phase, values: new Map(values.filter(([, value]) => !isUnset(value)))}
  })
}
