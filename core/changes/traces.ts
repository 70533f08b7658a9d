import {codeSpansIn} from '../document.ts'
import type {Range} from '../finding.ts'
import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import {firstAtOrAfter, startingIn} from '../ranges.ts'
import {nameOf} from '../workspace-paths.ts'
import type {FileChange} from './change.ts'

/** A name that code is known by, not one of the words of any language or text. */
const name = /(?<![\w/.-])_*[A-Za-z][A-Za-z0-9]*(?:[a-z0-9][A-Z]|_[A-Za-z0-9])\w*(?![\w/])/g
/** So few names say little unless all of them are there. */
const few = 3
/** No more names are looked for. */
const mostNames = 40

/** The innermost section around a place, or all of the document. */
function surroundings({document: {sections}, text}: Plan, {start}: Range): Range {
  for (let index = firstAtOrAfter(sections, start + 1) - 1; index >= 0; index--) {
    const section = sections[index]
    if (section && start < section.end)
      return section.level > 1 ? section.body : {start: section.start, end: sections[index + 1]?.start ?? section.end}
  }
  return {start: 0, end: sections[0]?.start ?? text.length}
}

/** The names in the fences and in the code spans of a place, each once; many changes share one. */
const namesIn = oncePer(({document, text}: Plan) => {
  const namesOf = (places: readonly Range[]) =>
    new Set(places.flatMap(({start, end}) => text.slice(start, end).match(name) ?? []))
  return {
    fences: oncePerPlace(place => namesOf(startingIn(document.fences, place).map(({content}) => content))),
    spans: oncePerPlace(place => namesOf(startingIn(document.lines, place).flatMap(line => codeSpansIn(text, line)))),
  }
})

function oncePerPlace<T>(make: (place: Range) => T): (place: Range) => T {
  const known = new Map<string, T>()
  return place => {
    const key = `${place.start}-${place.end}`
    const made = known.get(key) ?? make(place)
    known.set(key, made)
    return made
  }
}

/** The names that the code around a change brings. */
function namesAround(plan: Plan, change: FileChange): Set<string> {
  const {fences, spans} = namesIn(plan)
  const place = surroundings(plan, change)
  const [own = ''] = nameOf(change.path).toLowerCase().split('.', 1)
  const names = new Set<string>()
  for (const group of [fences(place), spans(change.task?.extent ?? place)]) {
    for (const name of group) {
      if (names.size === mostNames) return names
      if (name.toLowerCase() !== own) names.add(name)
    }
  }
  return names
}

/**
 * Whether a file has the names that the plan wants in it, so that it is likely there because the plan was carried out;
 * null where the plan brings no names.
 */
export function showsTraces(plan: Plan, change: FileChange, held: string): boolean | null {
  const names = namesAround(plan, change)
  if (names.size === 0) return null
  const found = [...names].filter(word => held.includes(word)).length
  return names.size < few ? found === names.size : found * 2 >= names.size
}
