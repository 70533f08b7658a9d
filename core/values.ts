import type {FieldSpec} from './preset.ts'

/** What is wrong with a value, with the value that would be right where that is beyond doubt. */
export interface BadValue {
  /** What the field asks for instead: `a date such as 2026-01-31`. */
  expected: string
  /** The whole value, rightly spelt. */
  corrected?: string
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?![\d-])/
const months = 'january february march april may june july august september october november december'.split(' ')
/** Dates that can be read in one way only. A date in figures with the year last has two. */
const dateForms: readonly [
  form: RegExp,
  parts: (match: RegExpExecArray) => [year: string, month: string, day: string],
][] = [
  [
    /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})\.?$/,
    ([, year = '', , month = '', day = '']) => [year, month, day],
  ],
  [
    /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/,
    ([, year = '', month = '', day = '']) => [year, month, day],
  ],
  [
    /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u,
    ([, month = '', day = '', year = '']) => [year, month, day],
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u,
    ([, day = '', month = '', year = '']) => [year, month, day],
  ],
]

const fileNames =
  '[Mm]akefile|Dockerfile|Containerfile|[Jj]ustfile|Gemfile|Rakefile|Procfile|Vagrantfile|LICENSE|README|CHANGELOG|CODEOWNERS'
const before = String.raw`(?<![\p{L}\p{N}_./\\@*{}$+~-])`
const after = String.raw`(?![\p{L}\p{N}_])`
const path = String.raw`(?:(?:~|\.{0,2})[\p{L}\p{N}_@.*{}$+-]*[/\\][\p{L}\p{N}_@.*{}$+/\\-]*|[\p{L}\p{N}_@*-][\p{L}\p{N}_@.*-]*\.\p{L}[\p{L}\p{N}_-]{0,9}|\.\p{L}[\p{L}\p{N}_.-]+|${fileNames})`
const pathToken = new RegExp(`${before}${path}${after}`, 'u')
/** `a.ts:4`, `a.ts#L4`, `a.ts` (line 4), lines 4-9 of `a.ts`. */
const lineReference = new RegExp(
  [
    String.raw`${before}${path}[\x60"')\]]*(?::L?\d+|#L\d+)`,
    String.raw`${before}${path}[\x60"')\],;:]*\s{0,4}[(（]?\s{0,4}(?:at\s|around\s|in\s|@\s?)?(?:lines?|ll?\.|L)\s{0,4}\d+`,
    String.raw`\blines?\s+\d+(?:\s*[-–—,]\s*\d+)*\s+(?:of|in)\s+\S*${path}`,
    String.raw`${before}${path}[^\n]{0,4}?\d+\s*(?:[-–~]\s*\d+\s*)?[행줄行]`,
  ].join('|'),
  'iu',
)
const link = /\[[^\]\n]*\]\([^)\s]+[^)]*\)|\[[^\]\n]+\]\[[^\]\n]*\]|\[\[[^\]\n]+\]\]|<?(?:https?:\/\/|www\.)\S+/

/** Says that there is no such thing, which is an answer. */
const none = /^(?:none|n\/a|not applicable|nothing|없음|해당 없음|无|不适用)(?![\p{L}\p{N}])/iu

/** Whether a day exists in the calendar; months and days from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A month from 1, by number or by the first letters of its name; 0 where it is none. */
function monthOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  const name = words.toLowerCase()
  const start = name === 'sept' ? 'sep' : name
  return months.findIndex(month => month.startsWith(start)) + 1
}

/** The ISO form of a date that cannot be read in two ways, or null. */
function toIsoDate(words: string): string | null {
  for (const [form, partsOf] of dateForms) {
    const match = form.exec(words)
    if (!match) continue
    const [year, month, day] = partsOf(match)
    const monthNumber = monthOf(month)
    if (!isDay(Number(year), monthNumber, Number(day))) return null
    return `${year}-${String(monthNumber).padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return null
}

function checkDate(words: string): BadValue | null {
  const match = isoDate.exec(words)
  if (match && isDay(Number(match[1]), Number(match[2]), Number(match[3]))) return null
  if (match) return {expected: 'a day that exists'}
  const corrected = toIsoDate(words)
  const expected = 'a date such as 2026-01-31'
  return corrected ? {expected, corrected} : {expected}
}

function enumKey(words: string): string {
  return words.toLowerCase().replace(/[\s_-]+/g, '')
}

/** What may follow the member of an enum: `(since May)`, ` - blocked by Ann`, `, v2`, ` since May`, a mark. */
const remark =
  /\s*(?:[(（[].*|\p{Extended_Pictographic}.*|\s[-–—:|#].*|[,.;:].*|\s(?:since|by|on|as of|until|from|after|yet)\b.*)$/isu

/** The member of `values` that `words` is or begins with, whatever its case, blanks and hyphens; else null. */
export function enumMember(words: string, values: readonly string[]): string | null {
  const bare = words.replace(/^(?:\p{Extended_Pictographic}|[\uFE0F\u200D]|\s)+/u, '').replace(/^\[([^\]]*)\]$/, '$1')
  const key = enumKey(bare.replace(remark, ''))
  return values.find(value => enumKey(value) === key) ?? null
}

function checkEnum(words: string, values: readonly string[]): BadValue | null {
  return enumMember(words, values) ? null : {expected: `one of ${values.join(', ')}`}
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
      return holdsPath(words) || saysNone(words) ? null : {expected: 'the path of a file'}
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
