import {RandomWords} from './random-words.ts'
import {shapes} from './shapes.ts'

/** The ids of the presets that `planOf` knows. */
export const presetIds: readonly string[] = Object.keys(shapes)

/** Work that is divided into phases has more than one. */
const leastUnits = 2

/**
 * A plan of the preset `preset` with about `size` UTF-16 units; the same arguments give the same text.
 * @throws {RangeError} for a preset that has no plans here
 */
export function planOf(preset: string, size: number, seed = 1): string {
  const shape = shapes[preset]
  if (!shape) throw new RangeError(`no plans of the preset "${preset}"`)
  const words = new RandomWords(seed)
  const head = (units: number) => shape.head(new RandomWords(seed), units)
  // The head may name each unit.
  const perUnit = head(1).length - head(0).length
  const units: string[] = []
  let length = head(0).length
  for (let last = 0; units.length < leastUnits || length + last / 2 < size; length += last) {
    const unit = shape.unit(words, units.length + 1)
    units.push(unit)
    last = unit.length + perUnit
  }
  return head(units.length) + units.join('') + shape.tail(words, units.length)
}

export interface PlanFile {
  /** Relative, with forward slashes. */
  path: string
  text: string
}

/** In UTF-16 units, of the plans that people keep in repositories; what closes a plan comes on top. */
const medianSize = 12_500
/** Deviation of the logarithm: of six plans one is twice as long as the median, and one half as long. */
const spread = 0.7

/** `count` plans of all presets in turn, of the sizes that plans have; the same arguments give the same plans. */
export function plansOf(count: number, seed = 1): PlanFile[] {
  const words = new RandomWords(seed)
  return Array.from({length: count}, (_, index) => {
    const preset = presetIds[index % presetIds.length] as string
    const size = Math.round(medianSize * Math.exp(spread * words.normal()))
    const name = `${String(index + 1).padStart(4, '0')}-${preset}.md`
    return {path: name, text: planOf(preset, size, seed + index)}
  })
}
