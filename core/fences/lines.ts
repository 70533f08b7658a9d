import type {Range} from '../finding.ts'

/** A line that opens or closes a fenced block. */
export interface FenceLine extends Range {
  marker: string
  markerStart: number
  /** Column of the marker, 0-based, with tab stops of 4. */
  indent: number
  info: string
  /** A blank line and then a heading, a label or a rule follow: where one block ends and the document goes on. */
  endsBlock: boolean
}

const fenceLine = /^([ \t>]*)(`{3,}|~{3,})/
const anyFenceLine = /^[ \t>]*(?:`{3,}|~{3,})[^\n]*$/gm
const partOfDocument = /^(?:#{2,6}[ \t]|\*\*[^*\n]+\*\*|[-*][ \t]+\[[ xX]\][ \t])/gm
const resumes = /^[ \t]*\n(?:[ \t]*\n)+(?:#{1,6}[ \t]|\*\*\S|-{3,}[ \t]*(?:\n|$))/

function fenceLineAt(text: string, start: number, end: number): FenceLine | null {
  const line = text.slice(start, end)
  const [lead, indent = '', marker = ''] = fenceLine.exec(line) ?? []
  if (lead === undefined) return null
  const info = line.slice(lead.length).trim()
  if (marker[0] === '`' && info.includes('`')) return null
  const endsBlock = resumes.test(text.slice(end, end + 400))
  return {start, end, marker, markerStart: start + indent.length, indent: widthOf(indent), info, endsBlock}
}

/** How wide blanks, tabs and quote marks before a line are, with tab stops of 4. */
export function widthOf(margin: string): number {
  return [...margin].reduce((width, char) => (char === '\t' ? width + 4 - (width % 4) : width + 1), 0)
}

/** What is indented like code, as in a comment or a block of YAML, is content of the fence around it. */
export function isContentOf(line: FenceLine, outerIndent: number): boolean {
  return line.indent >= outerIndent + 4
}

/** Whether `inner` has the fence character of `outer`, at least as often. */
export function isLongEnough(inner: FenceLine, outer: FenceLine): boolean {
  return inner.marker[0] === outer.marker[0] && inner.marker.length >= outer.marker.length
}

/** All fence lines between two offsets, whatever blocks they make. */
export function fenceLinesIn(text: string, start: number, end: number): FenceLine[] {
  return [...text.slice(start, end).matchAll(anyFenceLine)].flatMap(match => {
    const from = start + match.index
    return fenceLineAt(text, from, from + match[0].length) ?? []
  })
}

/** How many headings, labels and task boxes the content of a block has that no language but Markdown writes so. */
export function partsOfDocument(content: string): number {
  return content.match(partOfDocument)?.length ?? 0
}
