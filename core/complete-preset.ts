import {joined} from './joined.ts'
import type {Preset, Vocabulary} from './preset.ts'
import {checkPreset} from './shapes/preset.ts'

/** A preset as people write it: only what is special to their template. */
export interface PresetDefinition
  extends Pick<Preset, 'id' | 'summary'>,
    Partial<Omit<Preset, 'id' | 'summary' | 'vocabulary'>> {
  /** Words besides those that all presets share. */
  vocabulary?: Partial<Vocabulary>
}

/** What templates of all kinds have in common. */
export type CommonWords = Pick<Preset, 'vocabulary' | 'literals' | 'templateText'>

/** Above all presets of this package: whoever describes a template of their own means it. */
const ownPriority = 100

/**
 * Makes a preset of its definition: what is left out is empty, `common` is added to its words.
 * @throws {TypeError} when a key is unknown or missing, a value of another form, or an id stands twice among siblings
 */
export function completePreset(definition: PresetDefinition, common: CommonWords): Preset {
  const preset: unknown = {
    fingerprints: [],
    priority: ownPriority,
    sections: [],
    rules: {},
    ...definition,
    vocabulary: joined(common.vocabulary, definition.vocabulary),
    literals: joined(common.literals, definition.literals),
    templateText: joined(common.templateText, definition.templateText),
  }
  checkPreset(preset)
  return preset
}
