import {readFileSync} from 'node:fs'
import {join} from 'node:path'

const page = readFileSync(join(import.meta.dirname, '../../docs/editors.md'), 'utf8')

/** What docs/editors.md shows to paste, in blocks ` ```language id=… `. */
const blocks = new Map(
  Array.from(page.matchAll(/^```\w+ id=(\S+)\n([\s\S]*?)^```$/gm), ([, id = '', text = '']) => [id, text]),
)

/** @throws Error where the page has no such block */
export function blockOf(id: string): string {
  const block = blocks.get(id)
  if (block === undefined) throw new Error(`docs/editors.md has no block with id=${id}`)
  return block
}

/**
 * The block with the line that says that the workspace is trusted.
 *
 * @throws Error where the page has no such block, or the block no such line
 */
export function trusting(id: string): string {
  const block = blockOf(id)
  const trusted = block.replace(/^(\s*)(?:--|;;|#|\/\/) (?=.*trusted)/m, '$1')
  if (trusted === block) throw new Error(`The block ${id} of docs/editors.md has no line for trust`)
  return trusted
}
