import {findNodeAtLocation, getLocation, type JSONPath, type Location, parseTree} from 'jsonc-parser'
import type {Range} from '../finding.ts'
import {tooDeepAt} from '../metadata/depth.ts'
import {listedEntries} from '../metadata/entries.ts'
import type {MetadataKey, MetadataSpec} from '../preset.ts'
import {touches} from '../ranges.ts'
import type {Completion, Cursor} from './completion.ts'

/** The key whose value is at `path`; undefined where the preset knows none. */
function keyAt(path: JSONPath, keys: readonly MetadataKey[]): MetadataKey | undefined {
  let [found, among]: [MetadataKey | undefined, readonly MetadataKey[]] = [undefined, keys]
  for (const segment of path) {
    if (typeof segment === 'number') continue
    found = among.find(({key}) => key === segment)
    among = found?.items ?? []
  }
  return found
}

/** Text of JSON with the place of the cursor in it. */
interface Place {
  json: string
  offset: number
  location: Location
  /** What a value takes the place of, in `json`; null where none fits in. */
  replaced: Range | null
}

/** A string that is not closed takes the rest of its line for its own; it ends at the cursor here. */
function placeIn(json: string, offset: number): Place {
  const location = getLocation(json, offset)
  const {previousNode: node} = location
  const end = node ? node.offset + node.length : 0
  if (node?.type !== 'string' || offset <= node.offset || offset > end) {
    const isFree = /[[,:]\s*$/.test(json.slice(0, offset)) && /^[ \t]*(?:[\],}\n]|$)/.test(json.slice(offset))
    return {json, offset, location, replaced: isFree ? {start: offset, end: offset} : null}
  }
  const isClosed = node.length > 1 && json[end - 1] === '"'
  if (isClosed) return {json, offset, location, replaced: offset < end ? {start: node.offset, end} : null}
  const closed = `${json.slice(0, offset)}"${json.slice(offset)}`
  return {json: closed, offset, location: getLocation(closed, offset), replaced: {start: node.offset, end: offset}}
}

interface Value {
  text: string
  detail: string
}

/** The ids of other objects in the list than the one at `path`, but for those that the list around it names already. */
function idsFor({json, location: {path}}: Place, spec: MetadataSpec): Value[] {
  const own = path.find(segment => typeof segment === 'number')
  const tree = parseTree(json)
  const around = tree && findNodeAtLocation(tree, path.slice(0, -1))?.children
  const taken = around?.filter((_, index) => index !== path.at(-1)).map(({value}) => value) ?? []
  return listedEntries(json, spec).flatMap(({id, name}, index) =>
    index === own || id === '' || taken.includes(id) ? [] : [{text: id, detail: name}],
  )
}

function valuesFor(place: Place, key: MetadataKey, spec: MetadataSpec): Value[] {
  const isInList = typeof place.location.path.at(-1) === 'number'
  if (key.type === 'ids') return isInList ? idsFor(place, spec) : []
  return isInList ? [] : (key.values ?? []).map(text => ({text, detail: key.key}))
}

/** In the block of metadata: the members of a set, and the ids of other objects where one may name them. */
export function metadataCompletions({plan: {metadata, text}, offset}: Cursor): Completion[] {
  if (typeof metadata === 'string' || !touches(metadata.fence.content, offset)) return []
  const {start: base, end} = metadata.fence.content
  const json = text.slice(base, end)
  if (tooDeepAt(json) !== null) return []
  const place = placeIn(json, offset - base)
  const {location, replaced} = place
  const key = location.isAtPropertyKey ? undefined : keyAt(location.path, metadata.spec.keys)
  if (!key || !replaced) return []
  return valuesFor(place, key, metadata.spec).map(({text: value, detail}) => ({
    kind: key.type === 'ids' ? 'stage' : 'value',
    start: base + replaced.start,
    end: base + replaced.end,
    label: value,
    detail,
    text: JSON.stringify(value),
    filter: JSON.stringify(value),
  }))
}
