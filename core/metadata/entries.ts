import {parse} from 'jsonc-parser'
import type {MetadataSpec} from '../preset.ts'
import {listKeyOf} from './block.ts'
import {tooDeepAt} from './depth.ts'

/** An object of the list in the metadata, as far as it can be read. */
export interface ListedEntry {
  /** Empty where it has none. */
  id: string
  name: string
}

/** The objects of the list in a block of metadata, in order; also where somebody is still writing it. */
export function listedEntries(json: string, spec: MetadataSpec): ListedEntry[] {
  if (tooDeepAt(json) !== null) return []
  const root: unknown = parse(json, [], {allowTrailingComma: true})
  const list = propertyOf(root, listKeyOf(spec)?.key ?? '')
  if (!Array.isArray(list)) return []
  const wordsOf = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
  return list.map(entry => ({id: wordsOf(propertyOf(entry, 'id')), name: wordsOf(propertyOf(entry, 'name'))}))
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
