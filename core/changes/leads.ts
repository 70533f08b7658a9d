import {anyScript} from '../patterns.ts'
import type {ChangeWords} from '../preset.ts'
import {type Kind, kindOf, named, whole} from './kinds.ts'

const preposition =
  /(?:^|\s)(?:in|into|inside|within|under|at|to|from|of|for|with|on|using|via|by|like|as|so|that|and|if|when|per)(?=\s|$)/i
const place = /(?:^|\s)(?:in|into|inside|within|at|under|as|to)\s+(?:(?:the|a|an|new|existing)\s+)*(?:file\s+)?$/i
/** Where a clause begins: at the start, after a mark of punctuation or a conjunction. */
const clause = String.raw`(?:^|[.;:,]\s+|[：，、。(（]\s*|\b(?:and|then|or)\s+|—\s*|–\s*|\s-\s+)`
/** Marks before and behind words. */
const marks = /(?<![\s*_`"'([（【])[\s*_`"'([（【]+$/
/** What may stand with a file that is deleted. */
const oldFile =
  /^(?:(?:the|old|obsolete|legacy|unused|existing|deprecated|temporary|entire|whole|dead|stale|empty|now|file|files|module|script|test|tests|component|folder|directory)\s*)*[:：]?$/i

export interface Lead {
  kind: Kind
  /** Where the verb begins, in the text that leads to the path. */
  at: number
  /** Whether the file itself is what is changed; else it is where something else is. */
  isFirm: boolean
  /** The words between the verb and the path, a preposition at their end: `User model in`. */
  object: string
}

const longestObject = 80
const adding = /^(?:add|append|insert|新增|追加)/i

/** What the verb `word`, of a kind, says of a path that `object` stands before. */
function kindBefore(kind: Kind, word: string, object: string, files: readonly string[]): Pick<Lead, 'kind' | 'isFirm'> {
  const isPlace = place.test(`${object} `)
  if (kind === 'delete' || kind === 'rename')
    return oldFile.test(object) ? {kind, isFirm: true} : {kind: 'modify', isFirm: false}
  if (kind !== 'create') return {kind, isFirm: !isPlace}
  const isFile = object === '' || files.some(noun => object.toLowerCase().endsWith(noun))
  // What is added to a file may be added to one that is there, and what is new may be so in an old one.
  const isUnsure = isPlace ? adding.test(word) : preposition.test(object)
  const isPart = !isFile && adding.test(word)
  return {kind: isUnsure || (/^new$/i.test(word) && !isFile) ? 'write' : kind, isFirm: !isPlace && !isPart}
}

/** Reads what words that lead to a path say of it, from their last clause; null where they are about something else. */
export function leadReader(words: ChangeWords): (text: string) => Lead | null {
  const verbs = anyScript(
    String.raw`${clause}[*_\[【(]*(?:[\p{Extended_Pictographic}\uFE0F]+\s*)?${whole(named(words))}[*_\]】)]*`,
    'gi',
  )
  return text => {
    const matches = verbs.matchesIn(text)
    const [first, last] = [matches[0], matches.at(-1)]
    const kind = kindOf(last ?? null)
    if (!first || !last || !kind) return null
    const behind = text.slice(last.index + last[0].length)
    // `Create/modify` and `…, or create` leave it open.
    const isEither = /^\s?[/／|]\s?\p{L}/u.test(behind) || /^or\s/i.test(last[0])
    if (isEither) return {kind: 'write', at: last.index, object: '', isFirm: false}
    const object = behind.replace(marks, '').replace(/^[\s*_:：]+/, '')
    // `Remove the old modules (src/a.ts)` names some of what it is about.
    if (object !== '' && /[(（][\s*_`"']{0,4}$/.test(text)) return null
    if (/[.;。](?:\s|$)/.test(object) || object.length > longestObject) return null
    // `Create and update docs in` does one or the other.
    const isMixed = kindOf(first) !== kind && !/[.;。]\s/.test(text.slice(0, last.index + 1))
    if (isMixed) return {kind: 'write', at: first.index, object, isFirm: false}
    return {...kindBefore(kind, last.groups?.[kind] ?? '', object, words.files), at: last.index, object}
  }
}
