import {lettersOf} from '../members.ts'
import type {JsonObject, JsonValue} from '../metadata/json.ts'
import type {MetadataKey} from '../preset.ts'
import type {TemplatePhases} from './phases.ts'
import type {Reading} from './reading.ts'
import {directBody} from './sections.ts'
import {choicesIn} from './slot-shapes.ts'
import {readTitle} from './titles.ts'

type Told = NonNullable<MetadataKey['told']>

/** Where the sections of a template's phases say what its metadata say of them, by key. */
export function metadataInSections(
  reading: Reading,
  objects: readonly JsonObject[],
  phases: TemplatePhases | null,
): ReadonlyMap<string, Told> {
  const [first] = phases?.all ?? []
  const [object] = objects
  const told = new Map<string, Told>()
  if (!first || !object) return told
  const labels = reading.labelsIn(directBody(first.section))
  const taken = new Set<string>()
  for (const {key, value} of object.entries) {
    const words = wordsOf(value)
    const label = labels.find(
      ({name, value: range}) => !taken.has(name) && saysSame(key.text, words, name, plain(reading.textOf(range))),
    )
    if (label) {
      taken.add(label.name)
      told.set(key.text, {field: readTitle(label.name, reading.meant).title})
    } else if (words !== '' && first.section.title.trim().endsWith(words)) told.set(key.text, 'heading')
  }
  return told
}

function wordsOf(value: JsonValue): string {
  if (value.type === 'string') return value.text
  if (value.type !== 'array') return ''
  const items = value.items.map(item => (item.type === 'string' ? item.text : ''))
  return items.length > 0 ? items.join(', ') : 'None'
}

/** A label is that of a key by its value, or by its name where the value may be written in both places. */
function saysSame(key: string, value: string, label: string, words: string): boolean {
  if (words === '') return false
  if (value === words) return true
  const areChoices = choicesIn(value) !== null && choicesIn(words) !== null
  const isOpen = /[[{<]/.test(value) && /[[{<]/.test(words)
  return (areChoices || isOpen) && lettersOf(key) === lettersOf(label)
}

function plain(words: string): string {
  return words.trim().replace(/^`([^`]*)`$/, '$1')
}
