import {describe, expect, it} from 'vitest'
import type {Preset, SectionSpec} from '../core/preset.ts'
import {checkPreset} from '../core/shapes/preset.ts'
import {presets} from '../presets/index.ts'
import {rules} from '../rules/index.ts'

const catalogue = [
  'blueprint',
  'go-phased',
  'humanlayer',
  'phased',
  'plan',
  'spec-kit',
  'spec-kit-plan',
  'spec-kit-tasks',
  'staged',
]

const plain = (title: string) => title.toLowerCase().replaceAll('’', "'").trim()

/** Titles that two siblings claim, or one twice; sections inside sections too. */
function clashes(sections: readonly SectionSpec[] = []): string[] {
  const owner = new Map<string, string>()
  return sections.flatMap(section => {
    const found = [section.title, ...(section.aliases ?? [])].map(plain).flatMap(title => {
      const other = owner.get(title)
      owner.set(title, section.id)
      return other === undefined ? [] : [`${title}: ${other}, ${section.id}`]
    })
    return [...found, ...clashes(section.sections)]
  })
}

const twice = (texts: readonly string[]) => texts.map(plain).filter((text, at, all) => all.indexOf(text) !== at)

const leftovers = ({literals, templateText}: Preset) => [
  ...literals,
  ...(templateText.lines ?? []),
  ...(templateText.phrases ?? []),
  ...(templateText.choices ?? []),
]

it('are those of the catalogue', () => {
  expect(presets.map(preset => preset.id).sort()).toEqual([...catalogue].sort())
})

it('all but the fallback are known by a fingerprint, and none has the priority of another', () => {
  expect(presets.filter(preset => preset.fingerprints.length === 0).map(preset => preset.id)).toEqual(['plan'])
  expect(new Set(presets.map(preset => preset.priority)).size).toBe(presets.length)
})

describe.each(presets.map(preset => [preset.id, preset] as const))('%s', (_, preset) => {
  it('is well formed', () => {
    expect(() => checkPreset(preset)).not.toThrow()
  })

  it('gives no title to two siblings', () => {
    expect(clashes(preset.sections)).toEqual([])
    expect(clashes(preset.phases?.parts)).toEqual([])
    for (const kind of preset.phases?.kinds ?? []) expect(clashes(kind.parts)).toEqual([])
  })

  it('lists every leftover once, without stray space', () => {
    expect(twice(leftovers(preset))).toEqual([])
    expect(leftovers(preset).filter(text => text !== text.trim() || text === '')).toEqual([])
  })

  it('asks for enough features in every fingerprint, and for no more than it lists', () => {
    for (const {of, atLeast = of.length} of preset.fingerprints) {
      expect(atLeast).toBeGreaterThan(0)
      expect(atLeast).toBeLessThanOrEqual(of.length)
    }
  })

  it('sets only rules there are', () => {
    const known = rules.map(rule => rule.id)
    expect(Object.keys(preset.rules).filter(id => !known.includes(id))).toEqual([])
  })
})
