import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'

/** Before a path, in the same clause: it is to come, or has gone. */
const before =
  /\b(?:creat(?:e|es|ed|ing)|new|delet(?:e|es|ed|ing)|remov(?:e|es|ed|ing|al of)|renam(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|dropped|former(?:ly)?|old|previous(?:ly)?|legacy|no longer|was|were|extracted from|copied from|split from)\b/i
/** Right after it. */
const rightAfter =
  /^[`*_)\]]*(?: |\t)?(?:\((?:new|to be|planned|proposed|deleted|removed|gone|old|moved|renamed)\b|→|->|=>)/i
/** After it, in the same clause. */
const after =
  /\b(?:(?:was|were|has been|have been|is|are|been|will be|to be|gets?) (?:now )?(?:deleted|removed|renamed|moved|gone|created|split)|no longer|does not exist|doesn't exist|used to)\b/i
const endsClause = /[.;:!?|]/
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
    before.test(
      text
        .slice(Math.max(from, start - reach), start)
        .split(endsClause)
        .at(-1) ?? '',
    ) ||
    rightAfter.test(text.slice(end, Math.min(to, end + reach))) ||
    after.test(text.slice(end, Math.min(to, end + reach)).split(endsClause)[0] ?? '') ||
    elsewhere.test(text.slice(Math.max(from, start - 4 * reach), Math.min(to, end + 4 * reach)))
  )
}
