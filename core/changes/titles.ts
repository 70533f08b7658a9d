import {anyScript} from '../patterns.ts'
import type {ChangeWords} from '../preset.ts'
import {oncePerTitle, plainTitle} from '../titles.ts'
import {anyOf, type Kind, kindOf, named, whole} from './kinds.ts'

const others = 'to|be|the|for|of|in|this|that|will|and|or|list|phase|stage|step|plan|code|key|all'

/**
 * Reads titles that are made of nothing but words for changes, for files, and what binds them: what becomes of the files of
 * such a list, `write` where its items say so; null for other titles.
 */
export function titleReader(words: ChangeWords): (title: string) => Kind | null {
  const part = anyScript(
    String.raw`^[\s/&,+·()（）\[\]:：-]*(?:(?<known>${whole(named(words))})|(?<any>${whole(anyOf(words.any))})|(?<file>${whole(anyOf(words.files))})|(?<other>${whole(String.raw`${others}|[\d.]+`)}))`,
    'i',
  )
  return oncePerTitle((title): Kind | null => {
    const found = new Set<Kind>()
    let hasNoun = false
    let isAny = false
    let rest = plainTitle(title)
    while (/[\p{L}\p{N}]/u.test(rest)) {
      const match = part.exec(rest)
      if (!match) return null
      const kind = kindOf(match)
      if (kind) found.add(kind)
      hasNoun ||= match.groups?.file !== undefined
      isAny ||= match.groups?.any !== undefined
      rest = rest.slice(match[0].length)
    }
    const [only] = found
    if (found.size === 1 && only && !isAny) return only
    return hasNoun || found.size > 1 ? 'write' : null
  })
}
