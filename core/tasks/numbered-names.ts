import {literally, matchesIn} from '../patterns.ts'
import type {Title} from '../preset.ts'
import {parseTaskId} from './ids.ts'
import type {Mention, MentionReader} from './mentions.ts'

const number = String.raw`\d{1,4}(?:\.\d{1,4}){0,4}(?:[A-Za-z](?![\p{L}\p{N}]))?(?![A-Za-z\d])`
const through = String.raw`\s?[-–~]\s?|\s(?:to|through)\s`
/** A further number of a list: `, 3` and `and 5-6` after `Phases 1`. */
const furtherNumber = new RegExp(
  String.raw`(\s*(?:,|、|，|&|\+|\band\b|\bor\b|및|와|과|和|与)\s*(?:and\s+)?#?)(${number})(?:(${through})(${number}))?(?!\s*[%\p{L}])`,
  'uy',
)
const joint =
  /^[)\]*_~`]*(?:\s*\([^()]{0,80}\))?\s*(?:,|、|，|\/|&|\+|\band\b|\bor\b|및|와|과|和|与)\s*(?:and\s+)?[*_~`[(]*$/

/** So far one looks for what joins two names to a list. */
const reach = 160

function sourceOf(form: Title): string {
  const [before = '', after = ''] = form.split('{n}').map(part => literally(part.trim()).replace(/\s+/g, '\\s+'))
  const lead =
    before === ''
      ? '(?<![\\p{L}\\p{N}.])'
      : `(?<![\\p{L}\\p{N}])${before}${/[a-z]$/.test(before) ? 's?' : ''}[\\s#-]{0,3}`
  const range = `(?:(?:${through})(?:${lead})?(?:${number}))?`
  return `${lead}(?:${number})${range}${after === '' ? '' : `\\s*${after}`}`
}

function mentionOf(start: number, from: string, to: string, ends: readonly [number, number]): Mention | null {
  const [first, last] = [parseTaskId(`T${from}`), parseTaskId(`T${to}`)]
  if (!first || !last) return null
  const one = {id: first, start, end: start + ends[0]}
  return {
    start,
    end: start + ends[1],
    first: one,
    last: from === to ? one : {id: last, start: start + ends[1] - to.length, end: start + ends[1]},
  }
}

const numbers = new RegExp(number, 'gu')

/** The name at `start` as a mention; its first number carries the words before it. */
function named(name: string, start: number): Mention | null {
  const [from, to = from] = matchesIn(name, numbers)
  return from && to ? mentionOf(start, from[0], to[0], [from.index + from[0].length, name.length]) : null
}

function further(text: string, index: number): Mention | null {
  furtherNumber.lastIndex = index
  const [, between = '', from, until = '', to = from] = furtherNumber.exec(text) ?? []
  if (from === undefined || to === undefined) return null
  const length = from.length + (to === from ? 0 : until.length + to.length)
  return mentionOf(index + between.length, from, to, [from.length, length])
}

/** A name with the further numbers that follow it. */
function seriesAt(text: string, mention: Mention): Mention[] {
  const series = [mention]
  for (let next = further(text, mention.end); next; next = further(text, next.end)) series.push(next)
  return series
}

function listsIn(text: string, pattern: RegExp): Mention[][] {
  const lists: Mention[][] = []
  let end = 0
  for (const match of matchesIn(text, pattern)) {
    const mention = match.index < end ? null : named(match[0], match.index)
    if (!mention) continue
    const series = seriesAt(text, mention)
    const list = lists.at(-1)
    const isJoined = list && joint.test(text.slice(end, Math.min(mention.start, end + reach)))
    if (isJoined) for (const one of series) list.push(one)
    else lists.push(series)
    end = series.at(-1)?.end ?? mention.end
  }
  return lists
}

const readers = new Map<string, MentionReader>()

/** A reader for names of the given `forms`, such as `Phase {n}`: `Phase 2`, `Phases 1, 3 and 5-6`. */
export function namesIn(forms: readonly Title[]): MentionReader {
  const key = forms.join('\n')
  const known = readers.get(key)
  if (known) return known
  const pattern = new RegExp(forms.map(sourceOf).join('|') || '(?!)', 'giu')
  const reader: MentionReader = text => listsIn(text, pattern)
  readers.set(key, reader)
  return reader
}
