import {oncePer} from '../once.ts'
import {type AnyScript, anyScript, literally} from '../patterns.ts'
import type {TaskWords} from '../preset.ts'
import {gloss, type Mention, type MentionReader, mentionListsIn, mentionMovedBy} from './mentions.ts'

/** What a text says of tasks that wait for others. */
export interface Dependency {
  /** The tasks that wait; empty where the text names none, as in a task's own words. */
  who: readonly Mention[]
  on: readonly Mention[]
}

export interface References {
  /** The tasks that the text speaks of, without those of other documents and those it says are gone. */
  mentions: Mention[]
  gone: Mention[]
  dependencies: Dependency[]
  /** Whether a range of tasks is among the mentions. */
  namesRange: boolean
}

/** What may stand between those who wait and the words that say so. */
const auxiliary = new RegExp(
  String.raw`^${gloss}(?:[\s:*_\x60]|[은는이가만]|\b(?:can|must|should|may|will|is|are|be|only|runs?|starts?|started|begins?|comes?|proceeds?|done|also|each|both|all|strictly|sequential|sequentially|executed|implemented|in parallel)\b)*[([]?$`,
)
/** `in a.ts (T012) (depends on T016)`: who stands in brackets of its own is no subject of those that follow. */
const remark = /^[^([]*[)\]]\s*[([]\s*$/
const foreignBefore = /\b(?:specs?|features?|plans?|issues?|prs?)[\s/#]*\d+[\w-]*(?:'s)?[\s/:]*[([*_`]*$/i
const foreignAfter = /^[)\]*_`]*\s+(?:of|in|from)\s+(?:the\s+)?(?:\w+\s+)?(?:spec|feature|plan|issue|pr|#?\d{2,})\b/i

interface Phrases {
  /** At the end of what stands before the ids. */
  before: AnyScript
  /** At the beginning of what follows them. */
  after: AnyScript
  forecast: AnyScript
  gone: AnyScript
}

const escaped = (words: string) => literally(words.trim()).replace(/:$/, '[*_]*[:：]').replace(/\s+/g, '\\s+')

export const phrasesOf = oncePer(({dependencies, outcomes, gone}: TaskWords): Phrases => {
  const any = (parts: readonly string[]) => parts.map(escaped).filter(Boolean).join('|') || '(?!)'
  const parts = (index: 0 | 1) => dependencies.map(phrase => phrase.split('{ids}')[index] ?? '')
  const filler = String.raw`[\s:：*_~\x60([]*(?:(?:(?:tasks?|both|all|of|the|completion|작업|태스크|任务)\s+)+[*_~\x60([]*)?`
  return {
    before: anyScript(String.raw`(?<![\p{L}\p{N}])(?:${any(parts(0))})${filler}$`, 'i'),
    after: anyScript(String.raw`^${gloss}\s*(?:${any(parts(1))})`, 'i'),
    forecast: anyScript(String.raw`(?<![\p{L}])(?:${any(outcomes)})\s*(?:only\s*)?$`, 'i'),
    gone: anyScript(
      String.raw`^${gloss}\s*(?:(?:was|were|is|are|has been|have been|[:–—→-])\s*)?(?:${any(gone)})`,
      'i',
    ),
  }
})

/** A list of tasks with the text before it, from the list before on, and the text behind it, to the list after. */
interface Surrounded {
  list: readonly Mention[]
  before: string
  after: string
  isStruck: boolean
}

/** So far one looks for the words that belong to a list of tasks. */
export const reach = 160

/** In `T014 depends on T012, and T015 depends on T011` T015 waits; it is no second task that T014 waits for. */
function listsIn(text: string, phrases: Phrases, read: MentionReader): (readonly Mention[])[] {
  const lists = read(text)
  if (lists.every(list => list.length === 1)) return lists
  return lists.flatMap((list, index) => {
    const last = list.at(-1)
    const first = list[0]
    if (!first || !last || first === last) return [list]
    const between = text.slice(last.end, lists[index + 1]?.[0]?.start ?? last.end)
    const phrase = /[([]/.test(between) ? null : phrases.before.exec(between)
    const isWaiting = phrase !== null && auxiliary.test(between.slice(0, phrase.index))
    const isAwaited = phrases.before.test(text.slice(Math.max(0, first.start - reach), first.start))
    return isWaiting && isAwaited ? [list.slice(0, -1), [last]] : [list]
  })
}

function surroundedLists(text: string, phrases: Phrases, read: MentionReader): Surrounded[] {
  const lists = listsIn(text, phrases, read)
  const startOf = (list: readonly Mention[] | undefined) => list?.[0]?.start ?? text.length
  const endOf = (list: readonly Mention[] | undefined) => list?.at(-1)?.end ?? 0
  const hasStrikes = text.includes('~~')
  let strikes = 0
  let counted = 0
  return lists.map((list, index) => {
    const [start, end] = [startOf(list), endOf(list)]
    if (hasStrikes) strikes += text.slice(counted, start).split('~~').length - 1
    counted = start
    return {
      list,
      before: text.slice(Math.max(endOf(lists[index - 1]), start - reach), start),
      after: text.slice(end, Math.min(startOf(lists[index + 1]), end + reach)),
      isStruck: strikes % 2 === 1,
    }
  })
}

/** The words that link a list of tasks to what stands before it, where they say that something waits for them. */
function linkOf({before, after}: Surrounded, phrases: Phrases): string | null {
  const phrase = phrases.before.exec(before)
  if (!phrase && !phrases.after.test(after)) return null
  const link = phrase ? before.slice(0, phrase.index) : before.replace(/[([]*$/, '')
  return phrases.forecast.test(link) ? null : link
}

/** The tasks that a link makes wait: those named `previous`, or those that already waited for them. */
function waitingIn(link: string, previous: readonly Mention[], last: Dependency | undefined): readonly Mention[] {
  if (!auxiliary.test(link)) return []
  // "T007 (depends on T004) (depends on T006)": both times it is T007 that waits.
  if (last?.on === previous) return last.who
  return remark.test(link) ? [] : previous
}

/**
 * What `text` says of tasks and of their waiting for each other, or of what else `read` finds the names of; offsets into
 * it.
 */
export function referencesIn(text: string, words: TaskWords, read: MentionReader = mentionListsIn): References {
  const phrases = phrasesOf(words)
  const found: References = {mentions: [], gone: [], dependencies: [], namesRange: false}
  let previous: readonly Mention[] = []
  for (const surrounded of surroundedLists(text, phrases, read)) {
    const {list, before, after, isStruck} = surrounded
    const isForeign = foreignBefore.test(before) || foreignAfter.test(after)
    const isGone = !isForeign && (isStruck || phrases.gone.test(after))
    const named = isGone ? found.gone : found.mentions
    if (!isForeign) for (const mention of list) named.push(mention)
    const link = isForeign || isGone ? null : linkOf(surrounded, phrases)
    if (link !== null) found.dependencies.push({who: waitingIn(link, previous, found.dependencies.at(-1)), on: list})
    previous = list
  }
  found.namesRange = found.mentions.some(({first, last}) => first !== last)
  return found
}

/** The same with offsets into the document, in which the text begins at `offset`. */
export function movedBy(offset: number, {mentions, gone, dependencies, namesRange}: References): References {
  if (dependencies.length === 0) {
    const moved = (mention: Mention) => mentionMovedBy(offset, mention)
    return {mentions: mentions.map(moved), gone: gone.map(moved), dependencies: [], namesRange}
  }
  const known = new Map<Mention, Mention>()
  const moved = (mention: Mention): Mention => {
    const found = known.get(mention) ?? mentionMovedBy(offset, mention)
    known.set(mention, found)
    return found
  }
  return {
    mentions: mentions.map(moved),
    gone: gone.map(moved),
    dependencies: dependencies.map(({who, on}) => ({who: who.map(moved), on: on.map(moved)})),
    namesRange,
  }
}
