/** A place as people count: both 1-based, the column in UTF-16 units. */
export interface Position {
  line: number
  column: number
}

/** Where the line that holds `offset` begins; lines end at `\n`. */
export function lineStartOf(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
}

/** A text with its line starts. Lines end at `\n`, `\r\n` or a lone `\r`. */
export class SourceText {
  readonly text: string
  readonly lineStarts: readonly number[]

  constructor(text: string) {
    this.text = text
    const starts = [0]
    let carriage = text.indexOf('\r')
    for (let feed = text.indexOf('\n'); feed >= 0 || carriage >= 0; ) {
      const isFeed = carriage < 0 || (feed >= 0 && feed <= carriage + 1)
      const end = isFeed ? feed : carriage
      starts.push(end + 1)
      if (isFeed) feed = text.indexOf('\n', end + 1)
      if (carriage >= 0 && carriage <= end) carriage = text.indexOf('\r', end + 1)
    }
    this.lineStarts = starts
  }

  get lineCount(): number {
    return this.lineStarts.length
  }

  /** 1-based line that holds `offset`; offsets outside the text belong to the first or last line. */
  lineAt(offset: number): number {
    let low = 0
    let high = this.lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.lineStarts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset)
    return {line, column: Math.max(0, offset - this.lineStart(line)) + 1}
  }

  /** Offset of a position; a column past the line end gives the line end. */
  offsetAt({line, column}: Position): number {
    const clamped = Math.min(Math.max(line, 1), this.lineCount)
    return Math.min(this.lineStart(clamped) + Math.max(column, 1) - 1, this.lineEnd(clamped))
  }

  lineStart(line: number): number {
    return this.lineStarts[line - 1] ?? this.text.length
  }

  /** Offset just before the line's terminator. */
  lineEnd(line: number): number {
    let end = this.lineStarts[line] ?? this.text.length
    if (line < this.lineCount) {
      end--
      if (this.text[end] === '\n' && this.text[end - 1] === '\r' && end > this.lineStart(line)) end--
    }
    return end
  }

  lineText(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line))
  }
}
