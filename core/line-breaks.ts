import type {Edit, Finding, Range} from './finding.ts'

/** A text as rules read it: no byte order mark, `\n` for every line break. */
export interface PlainText {
  text: string
  /** The offset in the original text of an offset in this one. */
  toOriginal(offset: number): number
  /** The offset in this text of an offset in the original one. */
  toPlain(offset: number): number
  /** The findings, said of the original text. */
  restore(findings: readonly Finding[]): Finding[]
}

/**
 * Takes a byte order mark and the carriage returns out of `original`, so that the same document gives the same findings
 * whatever editor saved it.
 */
export function plainText(original: string): PlainText {
  if (!original.startsWith('\uFEFF') && !original.includes('\r')) {
    return {text: original, toOriginal: offset => offset, toPlain: offset => offset, restore: all => [...all]}
  }
  const hasMark = original.startsWith('\uFEFF')
  const feed = /\r\n?|\n/.exec(original)?.[0] ?? '\n'
  // How many characters went out before each place where one did, by its offset in the plain text.
  const places: number[] = []
  const body = hasMark ? original.slice(1) : original
  const text = body.replace(/\r\n?/g, (lineBreak, at: number) => {
    if (lineBreak.length === 2) places.push(at - places.length)
    return '\n'
  })
  const toOriginal = (plain: number) => plain + Number(hasMark) + countBelow(places, plain)
  // Each place, counted in the original: where a line break was cut short.
  const originals = places.map((place, index) => place + Number(hasMark) + index)
  const toPlain = (offset: number) => Math.max(0, offset - Number(hasMark) - countBelow(originals, offset))
  const range = ({start, end}: Range): Range => ({start: toOriginal(start), end: toOriginal(end)})
  const edit = ({text: inserted, ...place}: Edit): Edit => ({...range(place), text: inserted.replaceAll('\n', feed)})
  const restore = (finding: Finding): Finding => ({
    ...finding,
    ...range(finding),
    ...(finding.related && {related: finding.related.map(other => ({...other, ...range(other)}))}),
    ...(finding.fix && {fix: finding.fix.map(edit)}),
    ...(finding.suggestions && {
      suggestions: finding.suggestions.map(({title, edits}) => ({title, edits: edits.map(edit)})),
    }),
  })
  return {text, toOriginal, toPlain, restore: findings => findings.map(restore)}
}

/** How many of the ascending `numbers` are below `limit`. */
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
