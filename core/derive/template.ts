import {type Document, parseDocument} from '../document.ts'
import {plainText} from '../line-breaks.ts'

/** A template, ready to be read. */
export interface Template {
  document: Document
  /** How many lines of the file stand before it. */
  linesBefore: number
}

const fence = /^[ \t]*(`{3,}|~{3,}(?!~))([^\n`]*)$/
const markdown = /^(?:markdown|md)\b/i
const heading = /^#{1,6}[ \t]+\S/gm

/** The fewest headings by which a block of Markdown is the template and what is around it says how to use it. */
const fewestHeadings = 3

/** Reads a template; of a prompt that holds one in a block of Markdown that block. */
export function templateOf(text: string): Template {
  const plain = plainText(text).text
  const block = markdownBlocks(plain).find(
    ({content}) => /^\s*#[ \t]/.test(content) && (content.match(heading)?.length ?? 0) >= fewestHeadings,
  )
  return {document: parseDocument(block?.content ?? plain), linesBefore: block?.linesBefore ?? 0}
}

interface MarkdownBlock {
  content: string
  linesBefore: number
}

/** Blocks of Markdown that may hold fences of the same length, as nobody counts who writes a prompt. */
function markdownBlocks(text: string): MarkdownBlock[] {
  const lines = text.split('\n')
  const blocks: MarkdownBlock[] = []
  for (let line = 0; line < lines.length; line++) {
    const [, mark = '', info = ''] = fence.exec(lines[line] ?? '') ?? []
    if (mark === '' || !markdown.test(info.trim())) continue
    const end = endOfBlock(lines, line + 1)
    blocks.push({content: lines.slice(line + 1, end).join('\n'), linesBefore: line + 1})
    line = end
  }
  return blocks
}

/** The line that closes the block that begins at `from`: a fence with a word opens one inside, a bare one closes one. */
function endOfBlock(lines: readonly string[], from: number): number {
  let depth = 1
  for (let line = from; line < lines.length; line++) {
    const match = fence.exec(lines[line] ?? '')
    if (match) depth += match[2]?.trim() ? 1 : -1
    if (depth === 0) return line
  }
  return lines.length
}
