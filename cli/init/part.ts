import type {Step} from './step.ts'
import type {Surroundings} from './surroundings.ts'
import type {Tools} from './tools.ts'

/** What a project is set up with. */
export interface Setup {
  around: Surroundings
  tools: Tools
  /** The preset of the plans, of those that come with plan-lint, or `auto`. */
  preset: string
  /** Globs of the plans, relative to `plansRoot`. */
  plans: readonly string[]
  /** The folder of the configuration, absolute. */
  plansRoot: string
}

export type PartId = 'markdownlint' | 'remark' | 'pre-commit' | 'github' | 'gitlab' | 'vscode' | 'agent'

/** Something that plan-lint can be set up for. */
export interface Part {
  id: PartId
  /** For the question whether it shall be. */
  title: string
  /** How the command line asks for it. */
  option: string
  /** The file that shows that the project has a use for it; null where none does. */
  evidence(tools: Tools): string | null
  steps(setup: Setup): Promise<Step[]>
}
