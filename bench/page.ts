import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {Problem} from '../config/problem.ts'
import {withBlock} from '../scripts/docs.ts'

const page = 'docs/performance.md'

/**
 * Writes figures into the page, between the comments of that name.
 * @throws {Problem} when it has no such comments
 */
export function writeFigures(name: string, markdown: string): void {
  const file = join(import.meta.dirname, '..', page)
  const text = withBlock(readFileSync(file, 'utf8'), name, markdown)
  if (text === undefined)
    throw new Problem(`${page}: has no place for the figures; add <!-- ${name}:start --> and <!-- ${name}:end -->`)
  writeFileSync(file, text)
}
