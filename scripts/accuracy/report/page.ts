import {writeFileSync} from 'node:fs'
import {readDocument} from '../../../cli/read.ts'
import type {FileSystem} from '../../../config/file-system.ts'
import {causeOf, Problem} from '../../../config/problem.ts'
import {withBlock} from '../../docs.ts'

/** The page that shows the figures: its absolute path, and what messages call it. */
export interface Page {
  file: string
  shown: string
}

/** @throws {Problem} when the page cannot be read, or has no place for the figures */
export function isUpToDate(fs: FileSystem, page: Page, figures: string): boolean {
  const {before, after} = withFigures(fs, page, figures)
  return before === after
}

/** @throws {Problem} when the page cannot be read or written, or has no place for the figures */
export function writePage(fs: FileSystem, page: Page, figures: string): void {
  const {after} = withFigures(fs, page, figures)
  try {
    writeFileSync(page.file, after)
  } catch (error) {
    throw new Problem(`${page.shown}: cannot be written: ${causeOf(error)}`)
  }
}

function withFigures(fs: FileSystem, {file, shown}: Page, figures: string): {before: string; after: string} {
  const before = readDocument(fs, file, shown).text
  const after = withBlock(before, 'accuracy', figures)
  if (after !== undefined) return {before, after}
  throw new Problem(`${shown}: has no place for the figures; add <!-- accuracy:start --> and <!-- accuracy:end -->`)
}
