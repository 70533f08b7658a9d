const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const mark = String.raw`\s*[-–—/.]\s*`
const yearFirst = new RegExp(`^(\\d{4})${mark}(\\d{1,2})${mark}(\\d{1,2})\\.?$`)
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]$/
const yearLast = new RegExp(`^(\\d{1,2})${mark}(\\d{1,2})${mark}(\\d{4})$`)
const dayThenMonth = /^(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i
const monthThenDay = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i
const fullMonths = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

/** Whether `text` is a date of the calendar, written as ISO 8601 has it: `2026-01-31`. */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  return day !== undefined && isReal(Number(year), Number(month), Number(day))
}

/** The date that `text` means, as ISO 8601; null where it is none or could be two. */
export function isoDateOf(text: string): string | null {
  const words = text.trim()
  for (const parts of [numbersOf(words), namedOf(words)]) {
    if (!parts) continue
    const [year, month, day] = parts
    if (!isReal(year, month, day)) return null
    return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  }
  return null
}

type Parts = [year: number, month: number, day: number]

function numbersOf(words: string): Parts | null {
  const first = yearFirst.exec(words) ?? eastAsian.exec(words)
  if (first) return [Number(first[1]), Number(first[2]), Number(first[3])]
  const last = yearLast.exec(words)
  if (!last) return null
  const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])]
  // Half of the world writes the day first; only a number above 12 tells which one it is.
  if (a > 12 && b <= 12) return [year, b, a]
  return b > 12 && a <= 12 ? [year, a, b] : null
}

function namedOf(words: string): Parts | null {
  const dayFirst = dayThenMonth.exec(words)
  if (dayFirst) return withMonth(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = monthThenDay.exec(words)
  return monthFirst ? withMonth(monthFirst[3], monthFirst[1], monthFirst[2]) : null
}

function withMonth(year = '', name = '', day = ''): Parts | null {
  const word = name.toLowerCase()
  const month = months.indexOf(word.slice(0, 3)) + 1
  const isName = word.length === 3 || word === 'sept' || fullMonths.test(word)
  return month > 0 && isName ? [Number(year), month, Number(day)] : null
}

/** Whether a day exists in the calendar; months and days from 1. */
function isReal(year: number, month: number, day: number): boolean {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
