import type {Edit, Range} from '../finding.ts'
import {type FenceLine, fenceLinesIn, isContentOf, isLongEnough} from './lines.ts'
import {type FenceTrouble, troubleAt} from './trouble.ts'

interface Block {
  /** The line that opens it. */
  line: FenceLine
  /** Its place among all fence lines. */
  index: number
}

interface OpenFence extends Block {
  /** Fences opened inside and not yet closed. */
  nested: FenceLine[]
  /** All fence lines inside. */
  inside: FenceLine[]
  trouble: FenceTrouble | null
}

/** Info strings of blocks that show a document, which may hold blocks of its own. */
export const holdsDocuments = /^(?:markdown|md|mdx|mdown)\b/i
const titledFrontMatter = /^\n---\n(?:[\w-]+:[^\n]*\n){1,20}---\n\n*# \S/
// A single # opens a comment in many languages, so it does not show that the document goes on.
const resumption = /\n[ \t]*\n(?=#{2,6}[ \t]|\*\*[^*\n]+\*\*)/

/** A run of the block's fence character that is longer than any inside. */
function longerThan({line: {marker}, inside}: OpenFence): string {
  const longest = inside.reduce((most, inner) => Math.max(most, inner.marker.length), marker.length)
  return marker.charAt(0).repeat(longest + 1)
}

/** Takes off the end of `ranges` those that start at or after `offset`. */
function dropFrom(ranges: Range[], offset: number): void {
  while ((ranges.at(-1)?.start ?? -1) >= offset) ranges.pop()
}

/** Reads the fence lines as their author meant them, where CommonMark's own reading goes wrong. */
export class FenceReader {
  readonly troubles: FenceTrouble[] = []
  unreadableFrom: number | null = null
  readonly #text: string
  readonly #innerOpenings: ReadonlySet<number>
  readonly #lines: readonly FenceLine[]
  #next = -1
  #open: OpenFence | null = null
  /** The last block that showed a document and was closed, and where reading stood when it opened. */
  #document: Block | null = null
  /** A block known to hold fences without info strings, which only its surroundings tell from its own close. */
  #holdsBareFences: FenceLine | null = null
  /** The last block that was left open over another, which opens at `inner`; it may rather be too short. */
  #overlapped: (Block & {inner: FenceLine}) | null = null
  /** A block known to hold other blocks, though it is no document by its info string. */
  #holdsFences: FenceLine | null = null
  /** How often a line with an info string was meant to close, by that string: some writers end every block so. */
  readonly #closingInfos = new Map<string, number>()
  readonly #masks: (Range & {fill: string})[] = []

  constructor(text: string, from: number, innerOpenings: ReadonlySet<number>) {
    this.#text = text
    this.#innerOpenings = innerOpenings
    this.#lines = fenceLinesIn(text, from, text.length)
  }

  read(): string {
    do {
      for (this.#next++; this.#next < this.#lines.length; this.#next++) this.#take(this.#lines[this.#next] as FenceLine)
    } while (this.#open && this.#rereads(this.#open))
    this.#finish()
    return this.#repaired()
  }

  #take(line: FenceLine): void {
    const open = this.#open
    if (!open) {
      this.#open = {line, index: this.#next, nested: [], inside: [], trouble: null}
      return
    }
    const top = open.nested.at(-1) ?? open.line
    if (isContentOf(line, open.line.indent)) return
    if (!isLongEnough(line, open.line)) open.inside.push(line)
    else if (line.info !== '') this.#takeOpening(open, line)
    else if (open.nested.length > 0 && isLongEnough(line, top)) {
      open.nested.pop()
      open.inside.push(line)
    } else if (this.#innerOpenings.has(line.end) || (open.line === this.#holdsBareFences && !line.endsBlock)) {
      open.nested.push(line)
      open.inside.push(line)
      open.trouble ??= troubleAt(open.line, {kind: 'too-short', inner: line})
    } else this.#close(line)
  }

  #takeOpening(open: OpenFence, line: FenceLine): void {
    if (open.nested.length === 0 && this.#closesWithInfo(open, line)) {
      if (this.#opensBlock(open.line) && this.#rereads(open)) return
      const infoStart = line.markerStart + line.marker.length
      this.#masks.push({start: infoStart, end: line.end, fill: ' '})
      this.troubles.push(troubleAt(line, {kind: 'closing-info'}))
      this.#closingInfos.set(line.info, (this.#closingInfos.get(line.info) ?? 0) + 1)
      this.#close(line)
    } else if (this.#showsDocument(open.line) || open.line === this.#holdsFences) {
      open.trouble ??= troubleAt(open.line, {kind: 'too-short', inner: line})
      open.nested.push(line)
      open.inside.push(line)
    } else if (open.nested.length === 0 && !this.#rereads(open)) {
      this.#overlapped = {...open, inner: line}
      const end = this.#resumptionAfter(open.line, line.start) ?? line.start
      const missingClose = this.#closeBefore(end, open.line)
      this.troubles.push(troubleAt(open.line, {kind: 'unclosed', inner: line, missingClose}))
      this.#masks.push({start: open.line.start, end, fill: ' '})
      this.#open = {line, index: this.#next, nested: [], inside: [], trouble: null}
    }
  }

  /** Whether a block shows a document: by its info string, or by front matter and a title, whatever it calls itself. */
  #showsDocument({info, end}: FenceLine): boolean {
    return holdsDocuments.test(info) || titledFrontMatter.test(this.#text.slice(end, end + 2000))
  }

  /** Whether a line with an info string was meant to close the block, in spite of it. */
  #closesWithInfo(open: OpenFence, {info, endsBlock}: FenceLine): boolean {
    const isHabit = info !== open.line.info && (this.#closingInfos.get(info) ?? 0) > 1
    return (
      (endsBlock || isHabit) &&
      /^\w+$/.test(info) &&
      !holdsDocuments.test(info) &&
      !(this.#showsDocument(open.line) && this.#opensBlock(open.line))
    )
  }

  /** Whether the line now read opens a block inside `outer`: the next fence line closes it again. */
  #opensBlock(outer: FenceLine): boolean {
    let next = this.#next + 1
    while (isContentOf(this.#lines[next] ?? outer, outer.indent)) next++
    const line = this.#lines[next]
    return line?.info === '' && isLongEnough(line, outer)
  }

  /**
   * A fence without info string that goes wrong most likely ends, or belongs into, the block before: one left open over
   * another, or one that shows a document. Goes back to where that block opens and reads it as one that holds blocks.
   */
  #rereads(open: OpenFence): boolean {
    if (open.line.info !== '') return false
    const overlapped = this.#overlapped
    if (overlapped && this.#resumptionAfter(overlapped.inner, open.line.start) === null) {
      this.#holdsFences = overlapped.line
      this.#goBackTo(overlapped)
      return true
    }
    const document = this.#document
    if (!document || document.line === this.#holdsBareFences) return false
    this.#holdsBareFences = document.line
    this.#goBackTo(document)
    return true
  }

  #goBackTo({index, line}: Block): void {
    dropFrom(this.troubles, line.start)
    dropFrom(this.#masks, line.start)
    this.#open = null
    this.#document = null
    this.#overlapped = null
    this.#next = index - 1
  }

  /** Where the document seems to go on between `line` and `end`, or null. */
  #resumptionAfter(line: FenceLine, end: number): number | null {
    const match = resumption.exec(this.#text.slice(line.end, end))
    return match && line.end + match.index + match[0].length
  }

  /** The closing line of a block whose code ends before `end`, after the last line that is not blank. */
  #closeBefore(end: number, {start, markerStart, marker}: FenceLine): Edit {
    const at = this.#text.slice(0, end).trimEnd().length
    return {start: at, end: at, text: `\n${this.#text.slice(start, markerStart)}${marker}`}
  }

  #close(line: FenceLine): void {
    const open = this.#open
    if (!open) return
    if (open.trouble) {
      const closing = {start: line.markerStart, end: line.end}
      this.troubles.push({...open.trouble, closing, longer: longerThan(open)})
      for (const {markerStart, marker} of open.inside) {
        this.#masks.push({start: markerStart, end: markerStart + marker.length, fill: 'x'})
      }
    }
    if (this.#showsDocument(open.line)) this.#document = open
    this.#open = null
  }

  #finish(): void {
    const open = this.#open
    if (!open) return
    const isDocument = this.#showsDocument(open.line)
    const end = isDocument ? null : this.#resumptionAfter(open.line, this.#text.length)
    const missingClose = isDocument ? null : this.#closeBefore(end ?? this.#text.length, open.line)
    this.troubles.push(
      open.trouble
        ? {...open.trouble, longer: longerThan(open)}
        : troubleAt(open.line, {kind: 'unclosed', missingClose}),
    )
    if (end === null) this.unreadableFrom = open.line.start
    else this.#masks.push({start: open.line.start, end, fill: ' '})
  }

  #repaired(): string {
    const pieces: string[] = []
    let done = 0
    for (const {start, end, fill} of this.#masks.sort((a, b) => a.start - b.start)) {
      if (start < done) continue
      pieces.push(this.#text.slice(done, start), this.#text.slice(start, end).replace(/[^\n]/g, fill))
      done = end
    }
    return pieces.join('') + this.#text.slice(done)
  }
}
