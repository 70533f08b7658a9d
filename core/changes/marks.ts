import {anyScript} from '../patterns.ts'
import type {ChangeWords} from '../preset.ts'
import {anyOf, type Kind, kindOf, named, whole} from './kinds.ts'

/** What may stand between a path and the mark behind it. */
const closing = String.raw`^[\x60*_"'”’)\]]*`
const opening = String.raw`[*_\x60'"\s]*`
/** After a word that says it all. */
const end = String.raw`(?=[*_\x60]*(?:\s*(?:$|[\])）】}]|[,;:(（–—|~]|[\p{Extended_Pictographic}])|\.(?:\s|$)|\s-\s))`

/** Reads what words behind a path say of it: `(new file)`, ` - modify the handler`; null for nothing. */
export function markReader(words: ChangeWords): (text: string) => Kind | null {
  const word = String.raw`(?:[\p{Extended_Pictographic}]\uFE0F?\s*)?(?:${whole(named(words))})`
  const noun = String.raw`(?:\s+(?:${anyOf(words.files)}))`
  const lead = String.raw`(?:\s*[(（[【{]|\s+[-–—|]+|\s*[:：]|\s*(?:→|->|=>))`
  // `x.ts` - add: what is added is told behind it.
  const added = anyScript(String.raw`${closing}(?:\s+[-–—|]+|\s*[:：])${opening}add(?:ed)?\b`, 'i')
  const alone = anyScript(`${closing}${lead}${opening}${word}${noun}?${end}`, 'i')
  const opens = anyScript(
    String.raw`${closing}${lead}${opening}(?:[\p{Extended_Pictographic}]\uFE0F?\s*)?${whole(`(?<modify>${anyOf(words.modify)})`)}`,
    'i',
  )
  const shouted = anyScript(
    String.raw`${closing}\s+(?:[-–—:]\s*)?${whole('(?<create>NEW|CREATE)|(?<modify>MODIFY|UPDATE|EDIT)|(?<delete>DELETE)')}`,
  )
  const verbLast = anyScript(
    String.raw`${closing}\s*(?:${anyOf(words.files)})?[을를]?\s*(?:${named(beyondLatin(words))})`,
    '',
  )
  return text =>
    added.test(text)
      ? null
      : (kindOf(alone.exec(text)) ??
        kindOf(opens.exec(text)) ??
        kindOf(shouted.exec(text)) ??
        kindOf(verbLast.exec(text)))
}

/** Languages that put the verb last write it in a script of their own. */
function beyondLatin(words: ChangeWords): ChangeWords {
  const own = (some: readonly string[]) => some.filter(word => /^[^\p{Script=Latin}]+$/u.test(word))
  return {
    ...words,
    create: own(words.create),
    modify: own(words.modify),
    delete: own(words.delete),
    rename: own(words.rename),
  }
}
