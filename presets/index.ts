import type {Preset} from '../core/preset.ts'

// Written by `npm run generate`.
export const presets: readonly Preset[] = []
