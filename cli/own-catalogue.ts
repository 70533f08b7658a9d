import type {Catalogue} from '../core/plugin.ts'

/** The rules and presets of plan-lint, and with them the engine; loaded at the first call. */
export async function ownCatalogue(): Promise<Catalogue> {
  const [{rules}, {presets}] = await Promise.all([import('../rules/index.ts'), import('../presets/index.ts')])
  return {rules, presets}
}
