import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'

/** Before a path that is to come, or has gone. */
const before =
  /\b(?:creat(?:e|es|ed|ing)|new|delet(?:e|es|ed|ing)|remov(?:e|es|ed|ing|al of)|renam(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|dropped|former(?:ly)?|old|previous(?:ly)?|legacy|no longer|was|were|extracted from|copied from|split from)\b[^.;:!?|]*$/i
/** After it. */
const after =
  /^[`*_)\]]*\s*(?:\((?:new|to be|planned|proposed|deleted|removed|gone|old|moved|renamed)\b|(?:→|->|=>)|[^.;:!?|]{0,60}\b(?:(?:was|were|has been|have been|is|are|been|will be|to be|gets?)\s+(?:now\s+)?(?:deleted|removed|renamed|moved|gone|created|split)|no longer|does not exist|doesn't exist|used to)\b)/i
/** A line that speaks of another repository. */
const elsewhere =
  /\b(?:repo(?:sitory|s)?|upstream|fork(?:ed)?|submodule|vendored|e\.g\.|for example|hypothetical|such as)\b/i
const reach = 80

/** Whether the words around a path say that it need not be there: it comes, it goes, or it is of another repository. */
export function speaksOfAnother({text, document}: Plan, {start, end}: Range): boolean {
  const {source} = document
  const line = source.lineAt(start)
  const [from, to] = [source.lineStart(line), source.lineEnd(line)]
  return (
    before.test(text.slice(Math.max(from, start - reach), start)) ||
    after.test(text.slice(end, Math.min(to, end + reach))) ||
    elsewhere.test(text.slice(Math.max(from, start - 4 * reach), Math.min(to, end + 4 * reach)))
  )
}
