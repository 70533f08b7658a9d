import type {LintResult} from '../core/lint.ts'
import type {Plugin} from '../core/plugin.ts'
import type {WorkspaceAddress} from '../repository/address.ts'
import type {Asked} from '../repository/asked.ts'
import type {Outline} from './reporters/outline.ts'
import type {JudgedBy} from './settings-for.ts'

/** What the result of linting a text depends on, besides the rules and presets that there are. */
export interface Question extends JudgedBy {
  text: string
  /** Where its repository is; null where it stands in none. */
  address: WorkspaceAddress | null
}

/** What linting a text gives. */
export interface Answer {
  result: LintResult
  /** Only where a reporter wanted it. */
  outline?: Outline
  /** What the repository was asked for, and said; only where that was to be noted, and there is one. */
  asked?: readonly Asked[]
}

/** Answers of earlier runs. Files are given by absolute path. */
export interface KnownResults {
  find(file: string, question: Question): Answer | undefined
  keep(file: string, question: Question, answer: Answer): void | Promise<void>
}

/** Why answers in a project with `plugins` may not hold for later runs, in words; null where they do. */
export function whyUnreliable(plugins: readonly Plugin[]): string | null {
  const plugin = plugins.find(({rules = []}) => rules.length > 0)
  if (!plugin) return null
  return `the plugin ${plugin.name === undefined ? '' : `"${plugin.name}" `}brings rules, which may depend on anything`
}
