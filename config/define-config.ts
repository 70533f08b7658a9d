import type {Severity} from '../core/finding.ts'
import type {Plugin} from '../core/plugin.ts'
import type {RuleSettings} from '../core/preset.ts'

/** What holds for some files only; of several that match a file the later wins, rule by rule. */
export interface Override {
  /** Globs relative to the folder of the configuration file. */
  files: string[]
  /** As in `Config`. */
  preset?: string
  rules?: RuleSettings
}

/** The content of `plan-lint.config.*`. */
export interface Config {
  $schema?: string
  /** Configurations to build upon, later ones winning: paths relative to this file, or packages. */
  extends?: string | string[]
  /** Rules and presets of your own: paths of modules relative to this file, packages, or the plugins themselves. */
  plugins?: (string | Plugin)[]
  /** Where the plans are, as globs (`!` takes out again); read when no paths are given. */
  plans?: string[]
  /** Globs of files to leave out unless they are named themselves. */
  ignores?: string[]
  /**
   * A preset id, the path of a template (`./docs/plan-template.md`) or of a preset in JSON, relative to this file, or
   * `auto` (default): by directive, else by what the document looks like.
   */
  preset?: string
  /** Severities and options by rule id; they win over the preset's. */
  rules?: RuleSettings
  /** A finding of this severity or graver makes the exit code 1. Default: `error`. */
  failOn?: Severity
  overrides?: Override[]
}

/** Returns `config` unchanged; gives editors the type. */
export function defineConfig(config: Config): Config {
  return config
}
