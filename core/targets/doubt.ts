import {lineStartOf} from '../text.ts'
import type {Call} from './calls.ts'

/** So far around a command one looks, on its line, for words about it. */
const reach = 120

const gone =
  /\b(?:renam(?:e|es|ed|ing)|replac(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|delet(?:e|es|ed|ing)|drop(?:s|ped|ping)?|retire[sd]?|instead|no longer|no such|(?:does|did|do)(?: not|n['’]t)|there (?:is|are) no|missing|obsolete|deprecated|stale|typo|wrong|misspel\w+|broken|unknown|fails?|rather than|formerly|previously|used to)\b/i
const conditional =
  /\b(?:if (?:it |they |one |that |there )?(?:is |are )?(?:present|exists?|available|there|any|configured|defined|applicable|needed|you have)|(?:when|where) (?:available|present)|or (?:the )?(?:equivalent|similar|whatever)|equivalent|e\.g|for example|such as|once (?:added|it|there))\b/i
/** Leads to what comes to be, unless it leads on to a run: `Add a flag and run`. */
const introduction =
  /\b(?:add(?:s|ed|ing)?|creat(?:e|es|ed|ing)|new|introduc(?:e|es|ed|ing)|defin(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|expos(?:e|es|ed|ing))\b([^.;:]*)$/i
const leadsToRun = /\b(?:and|by|check|checks|pass|passes|run|runs|running|then|using|verify|via|with)\b/i
/** What a command is going to do once it is there. */
const future = /^[`*]*\s*(?:\([^()]{0,60}\)[`*]*\s*)?(?:will|would)\b/i
const remark = /#.*\b(?:new|added|to add)\b/i
/** Two commands of which a reader takes the one that there is. */
const choice = /^[`*\s)]*(?:\/|\|\||,?\s*or\b|oder\b|或)/i
const chosen = /(?:\/|\bor)[\s`*(]*$/i

/** Whether the words around a command speak of it as of something that is not there, or need not be. */
export function isInDoubt(text: string, {start, end}: Call): boolean {
  const feed = text.indexOf('\n', end)
  const before = text.slice(Math.max(lineStartOf(text, start), start - reach), start)
  const after = text.slice(end, Math.min(feed < 0 ? text.length : feed, end + reach))
  if ([gone, conditional].some(words => words.test(before) || words.test(after))) return true
  if (choice.test(after) || chosen.test(before)) return true
  const introduced = introduction.exec(before.slice(-40))?.[1]
  return remark.test(after) || future.test(after) || (introduced !== undefined && !leadsToRun.test(introduced))
}
