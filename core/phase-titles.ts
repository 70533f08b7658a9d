import {type AnyScript, anyScript, literally} from './patterns.ts'
import type {Title} from './preset.ts'
import {longestTitle, numberPattern, oncePerTitle, plainTitle} from './titles.ts'

/** What a heading says in one of the forms in which phases are named. */
export interface PhaseTitle {
  /** How many characters stand before the number. */
  lead: number
  /** As written: `1`, `2b`, `W.1`. */
  number: string
  /** The last number of a range such as `Phases 4-6`; else the number. */
  last: string
  /** The words after the number. */
  name: string
  /** Whether a separator stands between number and name, as in `Phase 1: Name`. */
  separated: boolean
  /** Whether it says that nothing will be done here, or that all has been. */
  state: 'skipped' | 'done' | null
  /** Whether a remark sets it aside: `Phase 2 (Future): Ice`. */
  isForLater: boolean
}

const decoration = String.raw`(?:[\s\p{Extended_Pictographic}\uFE0F\u200D\uFFFD*_~\x60\[\]xX✓✔]*)`
const separator = /^(?:\*\*|`|~~)*\s*(?:[:：.)]|[-–—]+(?=\s|$)|→|\||[(（[]|$|\p{Extended_Pictographic})/u
const exactNumber = new RegExp(`^${numberPattern}$`, 'u')
const skipped =
  /\b(?:skipped|deferred|postponed|dropped|cancell?ed|obsolete|superseded|not (?:needed|required|applicable)|none (?:needed|required)|n\/a|descoped|moved to)\b|건너뜀|보류|跳过|推迟/i
const done = /✅|✔|☑|\[x\]|\b(?:completed?|done|finished|implemented|verified)\b|완료|已完成/i

/** The blank before a number, which Chinese and Japanese may do without. */
const blankBefore = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー])?(?<!\s)\s+$/u
const later = /[(（[]\s*(?:future|later|post[- ]?mvp|out of scope|not in (?:this |the )?(?:plan|mvp|scope))\b/i

function patternOf(form: Title): AnyScript {
  const [before = '', after = ''] = form
    .split('{n}')
    .map(part => literally(part).replace(blankBefore, (_, last?: string) => (last ? `${last}[\\s#-]*` : '[\\s#-]+')))
    .map(part => part.replace(/\s+/g, '\\s+'))
  // `Phases 2-4` is a phase, too.
  const plural = before.replace(/(?<=[a-z])(?=\[)/, 's?')
  const lead = String.raw`^${decoration}(?:\d+(?:\.\d+)*[.)]?\s+)?${plural}`
  return anyScript(`(${lead})(${numberPattern})${after === '' ? '(?![\\p{L}\\p{N}])' : after}(.*)$`, 'i')
}

/** What makes a range of the number before it: `-4` in `Phases 2-4: Name`, but not ` - 4 new` in `Phase 2 - 4 new forms`. */
function rangeIn(rest: string): {last: string; length: number} | null {
  const match = /^\s*(?:[-–—~]|to|through|and|&)\s*(\d+)(?=\W|$)/.exec(rest)
  if (!match?.[1]) return null
  const [{length}, last] = match
  return /^[-–—~]\d/.test(rest) || separator.test(rest.slice(length)) ? {last, length} : null
}

/** The words after the number, without a remark between them, as in `Phase 2 (Week 3): Name`. */
function nameIn(afterNumber: string): string {
  const words = afterNumber.replace(/^[\s:：.)\-–—→|*`~]+/, '')
  const remark = /^[(（][^()（）]*[)）]\s*[:：–—-]\s*(?=\S)/.exec(words)
  return plainTitle(words.slice(remark?.[0].length ?? 0))
}

/** A title as far as its marks hide the name in it. */
function withoutMarks(title: string): string {
  return title.replace(/[`*]|__|~~/g, '').replace(/[ \t]{2,}/g, ' ')
}

function read(written: string, pattern: AnyScript): PhaseTitle | null {
  const title = written.slice(0, longestTitle)
  const match = pattern.exec(title)
  if (!match) return null
  const [, lead = '', number = '', rest = ''] = match
  if (!exactNumber.test(number)) return null
  const range = rangeIn(rest)
  if (!range && /^\s*(?:&|,|and\s+\d)/.test(rest)) return null
  const afterNumber = rest.slice(range?.length)
  const name = nameIn(afterNumber)
  const isForLater = later.test(rest)
  return {
    lead: lead.length,
    number,
    last: range?.last ?? number,
    name,
    separated: separator.test(afterNumber),
    isForLater,
    state:
      isForLater || skipped.test(rest) ? 'skipped' : done.test(withoutMarks(title).replace(name, '')) ? 'done' : null,
  }
}

/** A word that each heading in `form` has: the first of the longer part before or after the number. */
export function wordOf(form: Title): string {
  const [before = '', after = ''] = form.split('{n}')
  const [word = ''] = (after.length > before.length ? after : before).trim().split(/\s+/)
  return word
}

const readers = new Map<Title, (title: string) => PhaseTitle | null>()

/** Reads a heading as the name of a phase in `form`, such as `Phase {n}`; null where it is none. */
export function phaseTitleOf(title: string, form: Title): PhaseTitle | null {
  let reader = readers.get(form)
  if (!reader) {
    const pattern = patternOf(form)
    const word = wordOf(form).toLowerCase()
    const readOnce = oncePerTitle(written => read(written, pattern))
    // Most forms name no phase of a document, and their patterns take long to be made ready.
    reader = written => (written.toLowerCase().includes(word) ? readOnce(written) : null)
    readers.set(form, reader)
  }
  return reader(title)
}
