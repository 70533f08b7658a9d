import type {TaskWords} from '../preset.ts'
import {joint, type Mention, mentionListsIn} from './mentions.ts'
import {phrasesOf, reach} from './references.ts'

/**
 * Where the next word after `before` would name a task that others wait for: the tasks that are named there already, as
 * `T004` in `depends on T004, `; of offsets in `before`. Null elsewhere.
 */
export function awaitedBefore(before: string, words: TaskWords): readonly Mention[] | null {
  if (/[\p{L}\p{N}]$/u.test(before)) return null
  const {before: phrase, forecast} = phrasesOf(words)
  const list = mentionListsIn(before).at(-1)
  const [first, last] = [list?.[0], list?.at(-1)]
  const named = first && last && joint.test(before.slice(last.end)) ? (list ?? []) : []
  const end = named[0]?.start ?? before.length
  const lead = before.slice(Math.max(0, end - reach), end)
  const match = phrase.exec(lead)
  return match && !forecast.test(lead.slice(0, match.index)) ? named : null
}
