import type {Edit, Range} from './finding.ts'
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
  /** Of a fence that is too short: a run that no fence inside can close. */
  longer: string
  /** The line to add to an unclosed fence, line break first, at the end of its last line; null where nobody can tell. */
  missingClose: Edit | null
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
  /** Column of the marker, 0-based, with tab stops of 4. */
  indent: number
  info: string
  /** A blank line and then a heading, a label or a rule follow: where one block ends and the document goes on. */
  endsBlock: boolean
}

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

const fenceLine = /^([ \t>]*)(`{3,}|~{3,})([^\n]*)$/
const anyFenceLine = /^[ \t>]*(?:`{3,}|~{3,})[^\n]*$/gm
const holdsDocuments = /^(?:markdown|md|mdx|mdown)\b/i
const documentLine = /^(?:#{2,6}[ \t]|\*\*[^*\n]+\*\*|[-*][ \t]+\[[ xX]\][ \t])/m
const resumes = /^[ \t]*\n(?:[ \t]*\n)+(?:#{1,6}[ \t]|\*\*\S|-{3,}[ \t]*(?:\n|$))/
// A single # opens a comment in many languages, so it does not show that the document goes on.
const resumption = /\n[ \t]*\n(?=#{2,6}[ \t]|\*\*[^*\n]+\*\*)/

function fenceLineAt(text: string, start: number, end: number): FenceLine | null {
  const match = fenceLine.exec(text.slice(start, end))
  if (!match) return null
  const [, indent = '', marker = '', rest = ''] = match
  const info = rest.trim()
  if (marker[0] === '`' && info.includes('`')) return null
  const endsBlock = resumes.test(text.slice(end, end + 400))
  return {start, end, marker, markerStart: start + indent.length, indent: widthOf(indent), info, endsBlock}
}

function widthOf(margin: string): number {
  return [...margin].reduce((width, char) => (char === '\t' ? width + 4 - (width % 4) : width + 1), 0)
}

/** What is indented like code, as in a comment or a block of YAML, is content of the fence around it. */
function isContentOf(line: FenceLine, outerIndent: number): boolean {
  return line.indent >= outerIndent + 4
}

function isLongEnough(inner: FenceLine, outer: FenceLine): boolean {
  return inner.marker[0] === outer.marker[0] && inner.marker.length >= outer.marker.length
}

function fenceLinesIn(text: string, start: number, end: number): FenceLine[] {
  return [...text.slice(start, end).matchAll(anyFenceLine)].flatMap(match => {
    const from = start + match.index
    return fenceLineAt(text, from, from + match[0].length) ?? []
  })
}

/** Whether a fence holds a line that opens another block, which CommonMark takes for content. */
function holdsOpening(text: string, fence: Fence): boolean {
  const {start, end} = fence.content
  const marker = /^(`{3,}|~{3,})/.exec(text.slice(fence.start, start))?.[1]
  if (!marker || !text.slice(start, end).includes(marker)) return false
  const lineStart = text.lastIndexOf('\n', fence.start - 1) + 1
  const indent = widthOf(text.slice(lineStart, fence.start))
  return fenceLinesIn(text, start, end).some(
    line =>
      line.info !== '' &&
      line.marker[0] === marker[0] &&
      line.marker.length >= marker.length &&
      !isContentOf(line, indent),
  )
}

/**
 * Ends of the lines without info string that close a block showing a document, but were meant to open one inside: the
 * words go on right below such a line and right above the next, behind which stands more of the document.
 */
function innerOpenings(text: string, fences: readonly Fence[]): Set<number> {
  const ends = new Set<number>()
  fences.forEach((fence, index) => {
    const next = fences[index + 1]
    if (!next || !fence.closed || next.info.start < next.info.end) return
    if (!holdsDocuments.test(text.slice(fence.info.start, fence.info.end))) return
    const between = text.slice(fence.end, next.start)
    const rest = text.slice(next.content.start, next.content.end)
    const goesOn = /^\n[^\n]*\S/.test(between) && /[^\s:：][ \t]*\n[ \t>]*$/.test(between)
    if (goesOn && (documentLine.test(rest) || rest.trim() === '')) ends.add(fence.end)
  })
  return ends
}

/** A run of the block's fence character that is longer than any inside. */
function longerThan({line: {marker}, inside}: OpenFence): string {
  const longest = Math.max(marker.length, ...inside.map(inner => inner.marker.length))
  return marker.charAt(0).repeat(longest + 1)
}

/** Reads the fence lines as their author meant them, where CommonMark's own reading goes wrong. */
class FenceReader {
  troubles: FenceTrouble[] = []
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
  #masks: (Range & {fill: string})[] = []

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
      open.trouble ??= this.#troubleOf('too-short', open, line)
    } else this.#close(line)
  }

  #takeOpening(open: OpenFence, line: FenceLine): void {
    if (open.nested.length === 0 && line.endsBlock && /^\w+$/.test(line.info)) {
      const infoStart = line.markerStart + line.marker.length
      this.#masks.push({start: infoStart, end: line.end, fill: ' '})
      const {markerStart: start, end, marker} = line
      this.troubles.push({
        kind: 'closing-info',
        start,
        end,
        inner: null,
        closing: null,
        marker,
        longer: marker,
        missingClose: null,
      })
      this.#close(line)
    } else if (holdsDocuments.test(open.line.info) || open.line === this.#holdsFences) {
      open.trouble ??= this.#troubleOf('too-short', open, line)
      open.nested.push(line)
      open.inside.push(line)
    } else if (open.nested.length === 0 && !this.#rereads(open)) {
      this.#overlapped = {...open, inner: line}
      const end = this.#resumptionAfter(open.line, line.start) ?? line.start
      this.troubles.push({...this.#troubleOf('unclosed', open, line), missingClose: this.#closeBefore(end, open.line)})
      this.#masks.push({start: open.line.start, end, fill: ' '})
      this.#open = {line, index: this.#next, nested: [], inside: [], trouble: null}
    }
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
    this.troubles = this.troubles.filter(({start}) => start < line.start)
    this.#masks = this.#masks.filter(({start}) => start < line.start)
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

  #troubleOf(kind: FenceTrouble['kind'], open: OpenFence, inner: FenceLine | null): FenceTrouble {
    const {markerStart: start, end, marker} = open.line
    return {kind, start, end, inner, closing: null, marker, longer: marker, missingClose: null}
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
    } else if (holdsDocuments.test(open.line.info)) {
      this.#document = open
    }
    this.#open = null
  }

  #finish(): void {
    const open = this.#open
    if (!open) return
    const isDocument = holdsDocuments.test(open.line.info)
    const end = isDocument ? null : this.#resumptionAfter(open.line, this.#text.length)
    const missingClose = isDocument ? null : this.#closeBefore(end ?? this.#text.length, open.line)
    this.troubles.push(open.trouble ?? {...this.#troubleOf('unclosed', open, null), missingClose})
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

/** The trouble may have begun in a block that shows a document and seems closed; reading starts with the last of them. */
function startOfReading(text: string, fences: readonly Fence[], first: Fence): number {
  const before = fences.filter(fence => fence.start <= first.start)
  const document = before.findLast(({info}) => holdsDocuments.test(text.slice(info.start, info.end)))
  return text.lastIndexOf('\n', (document ?? first).start) + 1
}

/**
 * Finds the fences that CommonMark reads otherwise than their author meant, and mends the reading. Returns null where
 * all is well, which a look at the parsed fences tells at once.
 */
export function repairFences(text: string, fences: readonly Fence[]): Repair | null {
  const inner = innerOpenings(text, fences)
  const first = fences.find(fence => !fence.closed || inner.has(fence.end) || holdsOpening(text, fence))
  if (!first) return null
  const reader = new FenceReader(text, startOfReading(text, fences, first), inner)
  const repaired = reader.read()
  reader.troubles.sort((a, b) => a.start - b.start)
  if (reader.troubles.length > 0)
    return {text: repaired, troubles: reader.troubles, unreadableFrom: reader.unreadableFrom}
  if (first.closed) return null
  const marker = /`{3,}|~{3,}/.exec(text.slice(first.start, first.end))?.[0] ?? '```'
  const end = Math.min(first.info.end, first.end)
  return {
    text,
    troubles: [
      {
        kind: 'unclosed',
        start: first.start,
        end,
        inner: null,
        closing: null,
        marker,
        longer: marker,
        missingClose: null,
      },
    ],
    unreadableFrom: first.start,
  }
}
