import {distance} from 'fastest-levenshtein'
import {isIsoDate, isoDateOf} from './dates.ts'
import {lettersOf, memberLike} from './members.ts'
import {anyScript} from './patterns.ts'
import type {FieldSpec} from './preset.ts'

/** What is wrong with a value, with the value that would be right where that is beyond doubt. */
export interface BadValue {
  /** What the field asks for instead: `a date such as 2026-01-31`. */
  expected: string
  /** The whole value, rightly spelt. */
  corrected?: string
}

const startsWithDate = /^\d{4}-\d{2}-\d{2}(?![\d-])/

const fileNames =
  '[Mm]akefile|Dockerfile|Containerfile|[Jj]ustfile|Gemfile|Rakefile|Procfile|Vagrantfile|LICENSE|README|CHANGELOG|CODEOWNERS'
const before = String.raw`(?<![\p{L}\p{N}_./\\@*{}$+~-])`
const after = String.raw`(?![\p{L}\p{N}_])`
const path = String.raw`(?:(?:~|\.{0,2})[\p{L}\p{N}_@.*{}$+-]*[/\\][\p{L}\p{N}_@.*{}$+/\\-]*|[\p{L}\p{N}_@*-][\p{L}\p{N}_@.*-]*\.[\p{L}][\p{L}\p{N}_-]{0,9}|\.[\p{L}][\p{L}\p{N}_.-]+|${fileNames})`
const pathToken = anyScript(`${before}${path}${after}`)
/** What may follow a path to say a line of it: `:4`, `#L4`, ` (line 4)`, ` 4행`. */
const lineBehind = [
  String.raw`[\x60"')\]]*(?::[Ll]?\d+|#[Ll]\d+)`,
  String.raw`[\x60"')\],;:]*\s{0,4}[(（]?\s{0,4}(?:at\s|around\s|in\s|@\s?)?(?:[Ll]ines?|LINES?|[Ll]{1,2}\.|[Ll])\s{0,4}\d+`,
  String.raw`[^\n]{0,4}?\d{1,9}\s{0,4}(?:[-–~]\s{0,4}\d{1,9}\s{0,4})?[행줄行]`,
]
/** `a.ts:4`, `a.ts#L4`, `a.ts` (line 4), lines 4-9 of `a.ts`. Regardless of case it would take long to be made ready. */
const lineReference = anyScript(
  String.raw`${before}${path}(?:${lineBehind.join('|')})|\b[Ll]ines?\s+\d+(?:\s*[-–—,]\s*\d+)*\s+(?:of|in)\s+(?:\S*?[^\s\p{L}\p{N}_./\\@*{}$+~-])?${path}`,
)
const link =
  /\[[^[\]\n]*\]\([^)\s](?:(?!\]\()[^)])*\)|\[[^[\]\n]+\]\[[^\]\n]*\]|\[\[[^[\]\n]+\]\]|<?(?:https?:\/\/|www\.)\S+/

/** Says that there is no such thing, which is an answer. */
const none = anyScript(
  String.raw`^[\s(（[*_]*(?:none|n\/a|not applicable|nothing|없음|해당 없음|无|不适用)(?![\p{L}\p{N}])`,
  'i',
)

const nameless = anyScript(String.raw`^no\s+[\p{L}]`, 'i')

function checkDate(words: string): BadValue | null {
  const [date] = startsWithDate.exec(words) ?? []
  if (date) return isIsoDate(date) ? null : {expected: 'a day that exists'}
  const expected = 'a date such as 2026-01-31'
  const corrected = isoDateOf(words)
  return corrected ? {expected, corrected} : {expected}
}

/** What may follow the member of an enum: `(since May)`, ` - blocked by Ann`, `, v2`, ` since May`, a mark. */
const remark =
  /(?<!\s)\s*(?:[(（[].*|\p{Extended_Pictographic}.*|\s[-–—:|#].*|[,.;:].*|\s(?:since|by|on|as of|until|from|after|yet)\b.*)$/isu

/** The member of `values` that `words` is or begins with, whatever its case, blanks and hyphens; else null. */
export function enumMember(words: string, values: readonly string[]): string | null {
  const bare = words.replace(/^(?:\p{Extended_Pictographic}|[\uFE0F\u200D]|\s)+/u, '').replace(/^\[([^\]]*)\]$/, '$1')
  return memberLike(bare.replace(remark, ''), values)
}

function checkEnum(words: string, values: readonly string[]): BadValue | null {
  if (enumMember(words, values)) return null
  const expected = `one of ${values.join(', ')}`
  const key = lettersOf(words)
  const [corrected, other] = values.filter(value => key.length > 3 && distance(lettersOf(value), key) === 1)
  return corrected && !other ? {expected, corrected} : {expected}
}

/** Whether a path stands in `words`. */
export function holdsPath(words: string): boolean {
  return pathToken.test(words)
}

/** Whether a path with a line number stands in `words`. */
export function holdsLineReference(words: string): boolean {
  return lineReference.test(words)
}

/** Whether `words` say that there is nothing to name: `None`, `N/A - documentation only`. */
export function saysNone(words: string): boolean {
  return none.test(words)
}

/** Checks a value against its field's type; null where it is fine. `words` has to be without emphasis marks. */
export function checkValue(words: string, spec: Pick<FieldSpec, 'type' | 'values'>): BadValue | null {
  switch (spec.type) {
    case 'date':
      return checkDate(words)
    case 'enum':
      return checkEnum(words, spec.values ?? [])
    case 'path':
      return holdsPath(words) || saysNone(words) || nameless.test(words) ? null : {expected: 'the path of a file'}
    case 'path-line':
      return holdsLineReference(words) || saysNone(words)
        ? null
        : {expected: 'a path with a line, such as src/main.ts:42'}
    case 'link':
      return link.test(words) || saysNone(words) ? null : {expected: 'a link'}
    case 'reference':
      return link.test(words) || holdsPath(words) || saysNone(words) ? null : {expected: 'a link or a path'}
    default:
      return null
  }
}
