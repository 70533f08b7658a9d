import type {Rule} from '../core/rule.ts'

// Written by `npm run generate`.
export const rules: readonly Rule[] = []
