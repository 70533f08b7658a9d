import {readFileSync} from 'node:fs'
import {join} from 'node:path'

export interface Block {
  id: string
  language: string
  text: string
}

const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8')

/** What docs/editors.md shows to paste, in blocks ` ```language id=… `. */
export const blocks: readonly Block[] = Array.from(
  page.matchAll(/^```(\w+) id=(\S+)\n([\s\S]*?)^```$/gm),
  ([, language = '', id = '', text = '']) => ({id, language, text}),
)

/** Throws where the page has no such block. */
export function blockOf(id: string): string {
  const block = blocks.find(other => other.id === id)
  if (!block) throw new Error(`docs/editors.md has no block with id=${id}`)
  return block.text
}

/** The block with the line that says that the workspace is trusted. */
export function trusting(id: string): string {
  const block = blockOf(id)
  const trusted = block.replace(/^(\s*)(?:--|;;|#) (?=.*trusted)/m, '$1')
  if (trusted === block) throw new Error(`The block ${id} of docs/editors.md has no line for trust`)
  return trusted
}
