import {RandomWords} from './random-words.ts'
import {shapes} from './shapes.ts'

/** The ids of the presets that `planOf` knows. */
export const presetIds: readonly string[] = Object.keys(shapes)

/**
 * A plan of the preset `preset` with about `size` UTF-16 units; the same arguments give the same text.
 * @throws {RangeError} for a preset that has no plans here
 */
export function planOf(preset: string, size: number, seed = 1): string {
  const shape = shapes[preset]
  if (!shape) throw new RangeError(`no plans of the preset "${preset}"`)
  const words = new RandomWords(seed)
  const units: string[] = []
  const length = () =>
    shape.head(new RandomWords(seed), units.length).length + units.reduce((sum, {length}) => sum + length, 0)
  do units.push(shape.unit(words, units.length + 1))
  while (length() < size)
  const head = shape.head(new RandomWords(seed), units.length)
  return head + units.join('') + shape.tail(words, units.length)
}
