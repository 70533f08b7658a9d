import {planOf, presetIds} from '../../plans.ts'
import type {GrowingText} from '../text.ts'

/** Whole plans, judged by their own presets. */
export const documents: readonly GrowingText[] = presetIds.map(preset => ({
  name: `Plan of ${preset}`,
  preset,
  longest: 4_000_000,
  of: length => planOf(preset, length),
}))
