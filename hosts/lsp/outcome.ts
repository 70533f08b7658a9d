import type {LintedDocument} from './linted-document.ts'
import type {FileConfig} from './projects.ts'
import type {Surroundings} from './surroundings.ts'

/** What became of one version of an open document. */
export interface Outcome {
  uri: string
  version: number
  config: FileConfig
  /** Null where the document is no plan, or `failure` says why it could not be checked. */
  linted: LintedDocument | null
  failure: string | null
  /** The repository around it, where there is one. */
  surroundings: Surroundings | null
}
