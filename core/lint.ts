import type {Finding} from './finding.ts'
import type {Preset, RuleSettings} from './preset.ts'
import type {Rule} from './rule.ts'

/** How the preset was chosen: `config` by the caller, `directive` by the document, `detected` by its fingerprint. */
export type PresetSource = 'config' | 'directive' | 'detected' | 'fallback'

export interface LintOptions {
  rules: readonly Rule[]
  presets: readonly Preset[]
  /** A preset id, or `auto` (default): directive, then fingerprint, then the fallback `plan`. */
  preset?: string
  /** The user's settings; they win over the preset's. */
  settings?: RuleSettings
}

export interface LintResult {
  preset: string
  presetSource: PresetSource
  /** What in the document speaks for the preset, such as `Function Responsibilities (line 40)`. */
  evidence: string[]
  /** Whether the document itself, by directive or fingerprint, is a plan; hosts that see every file are silent otherwise. */
  isPlan: boolean
  /** In order of place, then rule id. */
  findings: Finding[]
  /** How many findings the document's own directives kept back. */
  suppressed: number
}

/**
 * Finds what is wrong with one plan. Any string is valid input; the same text and options give the same result.
 * @throws {RangeError} when `preset` or a key of `settings` names nothing known
 */
export declare function lint(text: string, options: LintOptions): LintResult
