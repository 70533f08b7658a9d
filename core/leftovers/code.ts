import type {Document} from '../document.ts'
import type {Range} from '../finding.ts'
import type {Fence} from '../markdown.ts'
import {startingIn} from '../ranges.ts'

const plainText = /^(?:text|txt|plain|plaintext|tree)?$/i
const treeLine = /[├└│]|^[ \t]*[\w.[\]#@-]+\/\s*(?:#.*)?$/m
const lineComment = /^[ \t]*(?:\/\/|#|--|;)[^\n]*/gm

/** Whether a fence shows a tree of files. */
export function isTree(document: Document, fence: Fence): boolean {
  const info = document.text.slice(fence.info.start, fence.info.end).trim()
  return plainText.test(info) && treeLine.test(document.text.slice(fence.content.start, fence.content.end))
}

/** Values of a block of metadata that say "nothing yet": `"YYYY-MM-DD"`, `"TBD"`. */
export function unsetValues(document: Document): Range[] {
  return document.fences.flatMap(({info, content}) => {
    if (!/\bmetadata\b/.test(document.text.slice(info.start, info.end))) return []
    const values = document.text.slice(content.start, content.end).matchAll(/"(YYYY-MM-DD|TBD|TODO)"/g)
    return [...values].map(match => {
      const start = content.start + match.index + 1
      return {start, end: start + match[0].length - 2}
    })
  })
}

/** Whether a fence shows another document or a change to one; nothing inside is judged. */
export function showsDocument(document: Document, fence: Fence): boolean {
  return /^(?:markdown|md|mdx|mdown|diff|patch)\b/i.test(document.text.slice(fence.info.start, fence.info.end).trim())
}

/** The lines of comment in a fence of code. */
function commentLines(document: Document, {content}: Fence): Range[] {
  const text = document.text.slice(content.start, content.end)
  return [...text.matchAll(lineComment)].map(match => ({
    start: content.start + match.index,
    end: content.start + match.index + match[0].length,
  }))
}

/**
 * Where a template's slots count inside code: info strings, trees of files, lines of comment and blocks of metadata.
 */
export function judgedCode(document: Document, within: Range): Range[] {
  return startingIn(document.fences, within).flatMap(fence => {
    if (showsDocument(document, fence)) return []
    const info = document.text.slice(fence.info.start, fence.info.end).trim()
    if (/\bmetadata\b/.test(info) || isTree(document, fence)) return [fence.info, fence.content]
    return [fence.info, ...commentLines(document, fence)]
  })
}
