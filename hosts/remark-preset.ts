import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkLint from 'remark-lint'
import type {Pluggable} from 'unified'
import {type Engine, ownEngine, presetOf} from './engine.ts'
import {presetSeverity} from './hosted-plan.ts'
import {type RemarkRule, remarkRules} from './remark-rule.ts'

/** A preset of remark's. */
export interface RemarkPreset {
  plugins: Pluggable[]
}

export interface RemarkHost {
  /** The plugins by name, such as `plan-no-placeholders`. */
  rules: Readonly<Record<string, RemarkRule>>
  /**
   * The configuration of remark that holds plans to a preset, or with `auto` each to its own. Front matter and tables
   * are read as such because the comments that switch rules off are found in remark's tree, not in ours.
   * @throws {RangeError} when there is no preset of that id
   */
  preset(id: string): RemarkPreset
}

export function remarkHost(engine: Engine): RemarkHost {
  const rules = remarkRules(engine)
  return {
    rules,
    preset: id => ({plugins: [remarkLint, remarkFrontmatter, remarkGfm, ...pluginsFor(id, engine, rules)]}),
  }
}

function pluginsFor(id: string, engine: Engine, plugins: RemarkHost['rules']): Pluggable[] {
  if (id === 'auto') return Object.values(plugins)
  const preset = presetOf(id, engine)
  // No severity beside the options: the preset's stands, info included, and options that a user adds to a rule later
  // are merged with these, as unified does with plain objects only.
  return engine.rules.flatMap((rule): Pluggable[] => {
    const plugin = plugins[`plan-${rule.id}`]
    return !plugin || presetSeverity(rule, preset) === 'off' ? [] : [[plugin, {preset: id}]]
  })
}

export const {rules, preset: remarkPreset} = remarkHost(ownEngine)
