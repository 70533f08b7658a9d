import type {CommonWords} from './complete-preset.ts'
import {fallbackId} from './lint.ts'
import type {Preset, SectionSpec} from './preset.ts'
import {titleKey} from './titles.ts'

/** What templates of all kinds share: the words of the fallback, which is for no kind of its own. */
export function commonWordsOf(presets: readonly Preset[]): CommonWords {
  const fallback = presets.find(({id}) => id === fallbackId)
  return fallback ?? {vocabulary: {questions: [], validation: [], checkpoints: []}, literals: [], templateText: {}}
}

/** A section as presets have it. */
export type KnownSection = Pick<SectionSpec, 'id' | 'title' | 'expectation'>

/** The sections of `presets` by the keys of their titles; the same thing has the same id in all of them. */
export function knownSections(presets: readonly Preset[]): ReadonlyMap<string, KnownSection> {
  const known = new Map<string, KnownSection>()
  const add = (specs: readonly SectionSpec[] = []) => {
    for (const {id, title, expectation, sections} of specs) {
      const key = titleKey(title)
      if (!known.has(key)) known.set(key, {id, title, expectation})
      add(sections)
    }
  }
  // What is a part of phases in one preset may be a section of the whole in another.
  for (const {sections} of presets) add(sections)
  for (const {phases} of presets) {
    add(phases?.parts)
    for (const kind of phases?.kinds ?? []) add(kind.parts)
  }
  return known
}
