import {everywhere, titledPlaces} from '../bind.ts'
import type {Range} from '../finding.ts'
import type {Table} from '../markdown.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import type {Preset, Title} from '../preset.ts'
import {merged} from '../ranges.ts'
import {ownerFinder} from '../tasks/owner.ts'
import {matcherOf} from '../titles.ts'
import type {Kind} from './kinds.ts'
import type {ChangeReader} from './words.ts'

interface List {
  kind: Kind
  extent: Range
}

/** A function that gives what becomes of the files of the list around a place, to be asked in order; null outside of lists. */
export function listFinder({document}: Plan, reader: ChangeReader): (place: Range) => Kind | null {
  const lists: List[] = []
  for (const {name, line, content} of document.labels) {
    const kind = reader.ofTitle(name)
    if (kind) lists.push({kind, extent: {start: line.end, end: Math.max(line.end, content.end)}})
  }
  for (const {title, body} of document.sections) {
    const kind = reader.ofTitle(title)
    if (kind) lists.push({kind, extent: body})
  }
  const ownerOf = ownerFinder(lists.sort((a, b) => a.extent.start - b.extent.start || b.extent.end - a.extent.end))
  return place => ownerOf(place)?.kind ?? null
}

const titlesApart = oncePer(({vocabulary: {changes, validation, questions}}: Preset): Title[] => [
  ...(changes?.apart ?? []),
  ...validation,
  ...questions,
])

/** Where files are named that the plan does not change: what it leaves to others, what it looks back on, how to verify it. */
export function placesApart({document, preset, sections}: Plan): Range[] {
  const places = titledPlaces(document, titlesApart(preset), everywhere(document))
  const bound = sections.filter(({spec}) => apartIds.has(spec.id)).flatMap(section => section.places)
  const struck = document.lines.filter(({start}) => document.text.startsWith('~~', start))
  return merged([...[...places, ...bound].map(({range}) => range), ...struck])
}

const apartIds = new Set(['out-of-scope', 'alternatives', 'current-state', 'references', 'open-questions', 'risks'])

/** Which columns of a table hold files and say what becomes of them; null where none holds files. */
export function columnsOf({text}: Plan, {header}: Table, reader: ChangeReader): {file: number; action: number} | null {
  const titles = header.map(({start, end}) => text.slice(start, end))
  const file = titles.findIndex(title => reader.ofTitle(title) !== null && !actions(reader).matches(title))
  return file < 0 ? null : {file, action: titles.findIndex(title => actions(reader).matches(title))}
}

function actions({words}: ChangeReader) {
  return matcherOf(words.columns)
}
