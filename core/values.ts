import type {FieldSpec} from './preset.ts'

/** What is wrong with a value, with the value that would be right where that is beyond doubt. */
export interface BadValue {
  /** In words that complete "is not …": `a date such as 2026-01-31`. */
  expected: string
  /** The whole value, rightly spelt. */
  corrected?: string
}

const isoDate = /^(\d{4})-(\d{2})-(\d{2})(?![\d-])/
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const pathToken =
  /(?:^|[\s`("'[])((?:~|\.{0,2})?[\w@.*{}$+-]*\/[\w@.*{}$+/-]*|[\w@.*-]+\.[A-Za-z][\w-]{0,9}|\.[A-Za-z][\w.-]+|[Mm]akefile|Dockerfile|[Jj]ustfile|Gemfile|Rakefile|Procfile|LICENSE|README|CHANGELOG|CODEOWNERS)(?=$|[\s`)"',;:#\]])/
const lineReference = /[\w.-]+(?:\.\w+|\/[\w.-]+)(?::\d+|#L\d+)/
const link = /\[[^\]]*\]\([^)\s]+[^)]*\)|\[[^\]]+\]\[[^\]]*\]|<?https?:\/\/\S+/

/** Whether a day exists in the calendar; months and days from 1. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** The ISO form of a date that cannot be read in two ways, or null. */
function toIsoDate(words: string): string | null {
  const numeric = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(words)
  const monthFirst = /^(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(words)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(words)
  const month = (name = '') => months.indexOf(name.slice(0, 3).toLowerCase()) + 1
  const parts = numeric
    ? [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])]
    : monthFirst
      ? [Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2])]
      : dayFirst
        ? [Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1])]
        : null
  if (!parts) return null
  const [year = 0, monthNumber = 0, day = 0] = parts
  if (!isDay(year, monthNumber, day)) return null
  return `${year}-${String(monthNumber).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function checkDate(words: string): BadValue | null {
  const match = isoDate.exec(words)
  if (match && isDay(Number(match[1]), Number(match[2]), Number(match[3]))) return null
  const expected = match ? 'a day that exists' : 'a date such as 2026-01-31'
  const corrected = toIsoDate(words)
  return corrected ? {expected, corrected} : {expected}
}

function enumKey(words: string): string {
  return words.toLowerCase().replace(/[\s_-]+/g, '')
}

/** The member of `values` that `words` is or begins with, whatever its case, blanks and hyphens; else null. */
export function enumMember(words: string, values: readonly string[]): string | null {
  const bare = words.replace(/^(?:\p{Extended_Pictographic}|\uFE0F|\s)+/u, '')
  const key = enumKey(bare.replace(/\s*(?:[(（].*|\p{Extended_Pictographic}.*|\s[-–—:].*|[,.;].*)$/u, ''))
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

/** Checks a value against its field's type; null where it is fine. `words` has to be without emphasis marks. */
export function checkValue(words: string, spec: Pick<FieldSpec, 'type' | 'values'>): BadValue | null {
  switch (spec.type) {
    case 'date':
      return checkDate(words)
    case 'enum':
      return checkEnum(words, spec.values ?? [])
    case 'path':
      return holdsPath(words) ? null : {expected: 'a path'}
    case 'path-line':
      return holdsLineReference(words) ? null : {expected: 'a path with a line, such as src/main.ts:42'}
    case 'link':
      return link.test(words) ? null : {expected: 'a link'}
    case 'reference':
      return link.test(words) || holdsPath(words) ? null : {expected: 'a link or a path'}
    default:
      return null
  }
}
