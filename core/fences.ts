import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'

/**
 * What is wrong with a fence: `unclosed` (the document ends inside it, or another block opens before it closes),
 * `too-short` (a block inside it closes it), `closing-info` (meant to close, but its info string makes it open).
 */
export interface FenceTrouble extends Range {
  kind: 'unclosed' | 'too-short' | 'closing-info'
  /** The fence line inside that shows it. */
  inner: Range | null
  /** The line meant to close the fence, where it can be told. */
  closing: Range | null
  /** The run of fence characters at the place told. */
  marker: string
}

export interface Repair {
  /** The text with its fences as the author meant them, same length. */
  text: string
  troubles: FenceTrouble[]
  /** From here on nobody can tell what is inside a fence and what is not. */
  unreadableFrom: number | null
}

interface FenceLine extends Range {
  marker: string
  markerStart: number
  info: string
}

interface OpenFence {
  line: FenceLine
  nested: FenceLine[]
  inside: FenceLine[]
  trouble: FenceTrouble | null
}

const fenceLine = /^([ \t>]*)(`{3,}|~{3,})([^\n]*)$/
const holdsDocuments = /^(?:markdown|md|mdx|mdown)\b/i
const resumes = /^(?:#{1,6}[ \t]|\*\*\S|-{3,}[ \t]*$)/

function fenceLineAt(text: string, start: number, end: number): FenceLine | null {
  const match = fenceLine.exec(text.slice(start, end))
  if (!match) return null
  const [, indent = '', marker = '', rest = ''] = match
  const info = rest.trim()
  if (marker[0] === '`' && info.includes('`')) return null
  return {start, end, marker, markerStart: start + indent.length, info}
}

function isLongEnough(inner: FenceLine, outer: FenceLine): boolean {
  return inner.marker[0] === outer.marker[0] && inner.marker.length >= outer.marker.length
}

/** Whether a fence holds a line that opens another block, which CommonMark takes for content. */
function holdsOpening(text: string, fence: Fence): boolean {
  const {start, end} = fence.content
  const marker = /^[ \t>]*(`{3,}|~{3,})/.exec(text.slice(fence.start, start))?.[1]
  if (!marker || !text.slice(start, end).includes(marker)) return false
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    const line = fenceLineAt(text, from, to)
    if (line?.info && line.marker[0] === marker[0] && line.marker.length >= marker.length) return true
    from = to + 1
  }
  return false
}

/** Reads the text line by line as its author meant the fences, where CommonMark's own reading goes wrong. */
class FenceReader {
  readonly troubles: FenceTrouble[] = []
  unreadableFrom: number | null = null
  #text: string
  #open: OpenFence | null = null
  /** The last line after which an unclosed fence of code may end: a heading or a bold label after a blank line. */
  #resumption: number | null = null
  readonly #blanks: Range[] = []
  readonly #inner: FenceLine[] = []
  readonly #infos: Range[] = []

  constructor(text: string) {
    this.#text = text
  }

  read(from: number): string {
    let afterBlank = false
    for (let start = from; start <= this.#text.length; ) {
      const feed = this.#text.indexOf('\n', start)
      const end = feed < 0 ? this.#text.length : feed
      const line = fenceLineAt(this.#text, start, end)
      if (line) this.#take(line)
      else if (this.#open && this.#resumption === null && afterBlank) this.#noteResumption(start, end)
      afterBlank = /^\s*$/.test(this.#text.slice(start, end))
      start = end + 1
    }
    this.#finish()
    return this.#repaired()
  }

  #noteResumption(start: number, end: number): void {
    const line = this.#text.slice(start, end)
    // A single # opens a comment in many languages, so it does not show that the document goes on.
    if (/^#{2,6}[ \t]/.test(line) || /^\*\*[^*]+\*\*/.test(line)) this.#resumption = start
  }

  #take(line: FenceLine): void {
    const open = this.#open
    if (!open) {
      this.#open = {line, nested: [], inside: [], trouble: null}
      this.#resumption = null
      return
    }
    const top = open.nested.at(-1) ?? open.line
    if (!line.info && isLongEnough(line, top)) {
      if (open.nested.pop()) open.inside.push(line)
      else this.#close(line)
    } else if (line.info && isLongEnough(line, open.line)) this.#takeOpening(open, line)
    else open.inside.push(line)
  }

  #takeOpening(open: OpenFence, line: FenceLine): void {
    if (open.nested.length === 0 && this.#meansToClose(line)) {
      const start = line.markerStart + line.marker.length
      this.#infos.push({start, end: line.end})
      this.troubles.push({
        kind: 'closing-info',
        start: line.markerStart,
        end: line.end,
        inner: null,
        closing: null,
        marker: line.marker,
      })
      this.#close(line)
    } else if (holdsDocuments.test(open.line.info)) {
      open.trouble ??= this.#troubleOf('too-short', open, line)
      open.nested.push(line)
      open.inside.push(line)
    } else if (open.nested.length === 0) {
      this.troubles.push(this.#troubleOf('unclosed', open, line))
      this.#blanks.push({start: open.line.start, end: this.#resumption ?? line.start})
      this.#open = {line, nested: [], inside: [], trouble: null}
      this.#resumption = null
    }
  }

  /** A fence line with an info string, then a blank line, then a heading: written to close a block, not to open one. */
  #meansToClose(line: FenceLine): boolean {
    const rest = this.#text.slice(line.end + 1, line.end + 400)
    const blankLines = /^(?:[ \t]*\n)+/.exec(rest)
    return /^\w+$/.test(line.info) && blankLines !== null && resumes.test(rest.slice(blankLines[0].length))
  }

  #troubleOf(kind: FenceTrouble['kind'], open: OpenFence, inner: FenceLine | null): FenceTrouble {
    const {markerStart: start, end, marker} = open.line
    return {kind, start, end, inner, closing: null, marker}
  }

  #close(line: FenceLine): void {
    const open = this.#open
    if (!open) return
    if (open.trouble) {
      this.troubles.push({...open.trouble, closing: {start: line.markerStart, end: line.end}})
      this.#inner.push(...open.inside)
    }
    this.#open = null
  }

  #finish(): void {
    const open = this.#open
    if (!open) return
    this.troubles.push(open.trouble ?? this.#troubleOf('unclosed', open, null))
    const end = holdsDocuments.test(open.line.info) ? null : this.#resumption
    if (end === null) this.unreadableFrom = open.line.start
    else this.#blanks.push({start: open.line.start, end})
  }

  #repaired(): string {
    const masks = [
      ...[...this.#blanks, ...this.#infos].map(range => ({...range, fill: ' '})),
      ...this.#inner.map(({markerStart, marker}) => ({
        start: markerStart,
        end: markerStart + marker.length,
        fill: 'x',
      })),
    ].sort((a, b) => a.start - b.start)
    const pieces: string[] = []
    let done = 0
    for (const {start, end, fill} of masks) {
      if (start < done) continue
      pieces.push(this.#text.slice(done, start), this.#text.slice(start, end).replace(/[^\n]/g, fill))
      done = end
    }
    return pieces.join('') + this.#text.slice(done)
  }
}

/**
 * Finds the fences that CommonMark reads otherwise than their author meant, and mends the reading. Returns null where
 * all is well, which a look at the parsed fences tells at once.
 */
export function repairFences(text: string, fences: readonly Fence[]): Repair | null {
  const first = fences.find(fence => !fence.closed || holdsOpening(text, fence))
  if (!first) return null
  const reader = new FenceReader(text)
  const repaired = reader.read(text.lastIndexOf('\n', first.start) + 1)
  reader.troubles.sort((a, b) => a.start - b.start)
  if (reader.troubles.length > 0)
    return {text: repaired, troubles: reader.troubles, unreadableFrom: reader.unreadableFrom}
  if (first.closed) return null
  const marker = /`{3,}|~{3,}/.exec(text.slice(first.start, first.end))?.[0] ?? '```'
  const end = Math.min(first.info.end, first.end)
  return {
    text,
    troubles: [{kind: 'unclosed', start: first.start, end, inner: null, closing: null, marker}],
    unreadableFrom: first.start,
  }
}
