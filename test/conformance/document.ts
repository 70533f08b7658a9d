import type {Row} from './row.ts'

/** One entry of the table. */
export interface Document {
  /** File name, unlike any place where people keep plans. */
  name: string
  text: string
  /** What the project says, a key of `configs`. */
  config: string
  /** Whether the document itself tells that it is a plan. */
  isPlan: boolean
  findings: readonly Row[]
}

/** Where the document lies in the project. */
export function pathOf({config, name}: Document): string {
  return `${config}/${name}.md`
}
