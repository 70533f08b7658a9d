import type {PartId} from './part.ts'
import {parts} from './parts.ts'
import type {InitRequest} from './request.ts'
import type {Tools} from './tools.ts'

/** What the user wants. */
export interface Answers {
  parts: ReadonlySet<PartId>
  preset?: string
  /** Globs or folders. */
  plans?: readonly string[]
}

/** What questions depend on. */
export interface Known {
  tools: Tools
  /** Globs of the plans where some are elsewhere than usual. */
  elsewhere: readonly string[] | null
  /** There is no configuration yet. */
  isNew: boolean
}

/** What `request` says by itself. */
export function answersIn({parts: named, takesFound, preset, ...request}: InitRequest, known: Known): Answers {
  const found = takesFound ? parts.filter(part => part.evidence(known.tools) !== null) : []
  const plans = request.plans ?? known.elsewhere
  return {
    parts: new Set([...named, ...found.map(({id}) => id)]),
    ...(preset === undefined ? {} : {preset}),
    ...(plans === null ? {} : {plans}),
  }
}
