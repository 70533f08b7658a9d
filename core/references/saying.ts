import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'

/** Before a path that is to come, or has gone. */
const before =
  /\b(?:create[sd]?|creating|new|deletes?|deleted|deleting|remov(?:e|es|ed|ing|al)|renam(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|dropped|former|formerly|old|previous|previously|legacy|no longer|was|were|extracted from|copied from|split from)\b/i
/** Right after it. */
const beside = /^[`*_)\]]{0,4} ?(?:\((?:new|to be|planned|proposed|deleted|removed|gone|old|moved|renamed)\b|→|->|=>)/i
/** After it. */
const after =
  /\b(?:was|were|been|is|are|be|gets?|now) (?:deleted|removed|renamed|moved|gone|created|split)\b|\bno longer\b|\b(?:does not|doesn't) exist\b|\bused to\b/i
/** A line that speaks of another repository. */
const elsewhere =
  /\b(?:repo(?:sitory|s)?|upstream|fork(?:ed)?|submodule|vendored|e\.g\.|for example|hypothetical|such as)\b/i
const clauseEnd = /[.;:!?|]/
const reach = 80

/** Whether the words around a path say that it need not be there: it comes, it goes, or it is of another repository. */
export function speaksOfAnother({text, document}: Plan, {start, end}: Range): boolean {
  const {source} = document
  const line = source.lineAt(start)
  const [from, to] = [source.lineStart(line), source.lineEnd(line)]
  const [lead, rest] = [text.slice(Math.max(from, start - reach), start), text.slice(end, Math.min(to, end + reach))]
  return (
    before.test(lead.split(clauseEnd).at(-1) ?? '') ||
    beside.test(rest) ||
    after.test(rest.split(clauseEnd, 1)[0] ?? '') ||
    elsewhere.test(text.slice(Math.max(from, start - 4 * reach), Math.min(to, end + 4 * reach)))
  )
}
