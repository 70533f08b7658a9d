import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Fence} from '../markdown.ts'
import type {MetadataKey, MetadataSpec} from '../preset.ts'
import {type JsonFault, type JsonObject, type JsonValue, parseJson} from './json.ts'

/** The block of metadata of a plan. */
export interface MetadataBlock {
  spec: MetadataSpec
  fence: Fence
  /** Whether its info string says that it is the metadata. */
  marked: boolean
  faults: readonly JsonFault[]
  /** Null where the block cannot be read. */
  value: JsonValue | null
}

/** `absent`: the document has none; `unreadable`: a broken fence hides whether it has one. */
export type Metadata = MetadataBlock | 'absent' | 'unreadable'

/** The key whose value is the list of phases. */
export function listKeyOf(spec: MetadataSpec): MetadataKey | undefined {
  return spec.keys.find(({type}) => type === 'objects')
}

function wordsOf(document: Document, {start, end}: Range): string[] {
  return document.text.slice(start, end).trim().toLowerCase().split(/\s+/)
}

function isMarked(document: Document, info: Range, spec: MetadataSpec): boolean {
  const words = wordsOf(document, info)
  return spec.fence
    .toLowerCase()
    .split(' ')
    .every((word, index) => words[index] === word)
}

/** A block of the same language that holds the first key and the list, but whose info string lacks the mark. */
function looksAlike(document: Document, {info, content}: Fence, spec: MetadataSpec): boolean {
  const [language = ''] = spec.fence.split(' ')
  if (!wordsOf(document, info)[0]?.startsWith(language)) return false
  const text = document.text.slice(content.start, content.end)
  return [spec.keys[0], listKeyOf(spec)].every(key => key && text.includes(`"${key.key}"`))
}

/** A block in a quote has its marks on each line, which are no part of it. */
function contentOf(document: Document, {quoted, content}: Fence): string {
  const text = document.text.slice(content.start, content.end)
  return quoted ? text.replace(/^[ \t]*(?:>[ \t]*)+/gm, marks => ' '.repeat(marks.length)) : text
}

/** Finds and parses the block that `spec` asks for. */
export function metadataOf(document: Document, spec: MetadataSpec): Metadata {
  const {fences, fenceTroubles} = document
  const marked = fences.find(({info}) => isMarked(document, info, spec))
  const fence = marked ?? fences.find(candidate => looksAlike(document, candidate, spec))
  if (!fence) {
    const isHidden =
      document.unreadableFrom !== null ||
      fenceTroubles.some(({start, end, marker}) => isMarked(document, {start: start + marker.length, end}, spec))
    return isHidden ? 'unreadable' : 'absent'
  }
  if (!fence.closed) return 'unreadable'
  const {value, faults} = parseJson(contentOf(document, fence), fence.content.start)
  return {spec, fence, marked: marked !== undefined, faults, value}
}

/** The objects of the list of phases, in order; none where the block or the list cannot be read. */
export function entriesOf({spec, value}: MetadataBlock): JsonObject[] {
  const list = listKeyOf(spec)
  if (value?.type !== 'object' || !list) return []
  const found = value.entries.findLast(({key}) => key.text === list.key)?.value
  return found?.type === 'array' ? found.items.filter(item => item.type === 'object') : []
}
