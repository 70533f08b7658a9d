import type {Range} from './finding.ts'
import type {Line} from './lines.ts'
import type {Heading} from './markdown.ts'

/** A named place in running text: `**File**: x`, `**Overview**` on a line of its own, `Goal: y`. */
export interface Label extends Range {
  /** The words, marks and colon left off. */
  name: string
  /** In bold; a plain one counts only where a preset asks for it by name. */
  strong: boolean
  /** Bold, alone on its line and without a colon: as good as a heading. */
  titular: boolean
  line: Line
  depth: number
  /** What follows on the line and on the lines that continue it; empty where nothing does. */
  value: Range
  /** From the value to the next label or heading that is not inside it. */
  content: Range
}

const strongLabel =
  /(^|(?:[|·•→⇒]|[-=]>)[ \t]+)(\*\*|__)(?=\S)((?:(?!\2)[^\n]){1,160}?)\2([ \t]*\([^()\n]{0,80}\))?([ \t]*[:：]|[ \t]+[-–—](?=[ \t]))?/g
const plainLabel =
  /^(?:([*_])(\p{L}[\p{L}\p{N} /&'’()-]{0,48})(?:\1[:：]|[:：]\1?)|(\p{L}[\p{L}\p{N} /&'’()-]{0,48})[:：])(?=\s|$)/u

interface Found {
  start: number
  end: number
  name: string
  strong: boolean
  titular: boolean
}

function strongLabelsIn(text: string, line: Line): Found[] {
  const words = text.slice(line.start, line.end)
  const found: Found[] = []
  for (const match of words.matchAll(strongLabel)) {
    const [all, lead = '', , inner = '', , mark] = match
    const colonInside = /[:：]\s*$/.test(inner)
    const rest = words.slice(match.index + all.length).trim()
    const alone = lead === '' && /^\p{Extended_Pictographic}*\uFE0F?$/u.test(rest)
    if (!mark && !colonInside && !alone) continue
    found.push({
      start: line.start + match.index + lead.length,
      end: line.start + match.index + all.length,
      name: inner.replace(/\s*[:：]\s*$/, ''),
      strong: true,
      titular: alone && !mark && !colonInside,
    })
  }
  return found
}

function labelsIn(text: string, line: Line): Found[] {
  const words = text.slice(line.start, line.end)
  if (words.includes('**') || words.includes('__')) {
    const strong = strongLabelsIn(text, line)
    if (strong.length > 0) return strong
  }
  const plain = plainLabel.exec(words)
  if (!plain) return []
  const [all, , slanted, name = slanted ?? ''] = plain
  return [{start: line.start, end: line.start + all.length, name, strong: false, titular: false}]
}

function trimmedRange(text: string, start: number, end: number): Range {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return lead === words.length ? {start, end: start} : {start: start + lead, end: start + words.trimEnd().length}
}

/**
 * Finds the labels of a document. `lines` and `headings` are in document order; so is the result.
 */
export function labelsOf(text: string, lines: readonly Line[], headings: readonly Heading[]): Label[] {
  const labels: Label[] = []
  for (const line of lines) {
    const found = labelsIn(text, line)
    const last = labels.at(-1)
    if (found.length === 0 && last?.line.paragraph === line.paragraph) {
      if (last.value.start === last.value.end) last.value.start = line.start
      last.value.end = line.end
    }
    found.forEach(({start, end, name, strong, titular}, index) => {
      const next = found[index + 1]
      const until = next ? text.slice(end, next.start).replace(/(?:[|·•→⇒]|[-=]>)\s*$/, '').length + end : line.end
      const value = trimmedRange(text, end, until)
      labels.push({
        start,
        end,
        name,
        strong,
        titular,
        line,
        depth: line.depth,
        value,
        content: {start: value.start, end: -1},
      })
    })
  }
  closeContents(text, labels, headings)
  return labels
}

/** A label ends the content of those that rank no higher. */
function rankOf({strong, titular}: Label): number {
  return titular ? 2 : strong ? 1 : 0
}

function closeContents(text: string, labels: readonly Label[], headings: readonly Heading[]): void {
  const open: Label[] = []
  const close = (at: number, ends: (label: Label) => boolean) => {
    for (let label = open.at(-1); label && ends(label); label = open.at(-1)) {
      const limit = label.line.item?.end ?? text.length
      const isBeforeAnother = at < label.line.end
      label.content.end = isBeforeAnother ? label.value.end : Math.max(label.content.start, Math.min(at, limit))
      open.pop()
    }
  }
  let next = 0
  for (const label of labels) {
    for (let heading = headings[next]; heading && heading.start < label.start; heading = headings[++next]) {
      close(heading.start, () => true)
    }
    close(label.start, last => rankOf(label) >= rankOf(last) && last.depth >= label.depth)
    open.push(label)
  }
  close(headings[next]?.start ?? text.length, () => true)
}
