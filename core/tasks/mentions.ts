import type {Range} from '../finding.ts'
import {matchesIn} from '../patterns.ts'
import {idSource, mayNameTask, parseTaskId, type TaskId} from './ids.ts'

export interface MentionedId extends Range {
  id: TaskId
}

/** A task named in running text, or a range of them such as `T004-T006`; of a single task both ends are the same. */
export interface Mention extends Range {
  first: MentionedId
  last: MentionedId
}

/** Finds what a text names, those of one list together. */
export type MentionReader = (text: string) => Mention[][]

const mention = new RegExp(
  String.raw`(?<![A-Za-z0-9_.#-])(${idSource})(?:(\s?[-–~]\s?|[—…]|\.{2,3}|\s(?:to|through)\s)(${idSource}|\d{3,4}(?![\w.])))?`,
  'g',
)

/** Source of what may stand right behind a task's name: closing marks and a word about it in parentheses. */
export const gloss = String.raw`[)\]*_~\x60]*(?![)\]*_~\x60])(?:\s*\([^()]{0,160}\)[*_~\x60]*(?![*_~\x60]))?`

export const joint = new RegExp(
  String.raw`^${gloss}\s*(?:,|、|，|\/|&|\+|∥|‖|\band\b|\bor\b|및|와|과|그리고|和|与)\s*(?:(?:and|or)\s+)?(?:tasks?\s+)?[*_~\x60[(]*$`,
)

function mentionsIn(text: string): Mention[] {
  if (!mayNameTask(text)) return []
  const mentions: Mention[] = []
  for (const match of matchesIn(text, mention)) {
    const [all, id = '', between = '', until = ''] = match
    const start = match.index
    const end = start + all.length
    const from = parseTaskId(id)
    const to = until === '' ? null : parseTaskId(until.replace(/^(?=\d)/, 'T'))
    if (!from) continue
    const first = {id: from, start, end: start + id.length}
    mentions.push({start, end, first, last: to ? {id: to, start: first.end + between.length, end} : first})
  }
  return mentions
}

/** The tasks named in `text`, those of one list together: `T004, T005 and T007-T009`. */
export function mentionListsIn(text: string): Mention[][] {
  const lists: Mention[][] = []
  for (const next of mentionsIn(text)) {
    const list = lists.at(-1)
    const before = list?.at(-1)
    if (list && before && joint.test(text.slice(before.end, next.start))) list.push(next)
    else lists.push([next])
  }
  return lists
}

/** The same mention in a text that has `offset` units more before it. */
export function mentionMovedBy(offset: number, {start, end, first, last}: Mention): Mention {
  const moved = (named: MentionedId): MentionedId => ({
    id: named.id,
    start: named.start + offset,
    end: named.end + offset,
  })
  const from = moved(first)
  return {start: start + offset, end: end + offset, first: from, last: first === last ? from : moved(last)}
}
