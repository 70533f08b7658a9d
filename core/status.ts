import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {startingIn} from './ranges.ts'

/** The document's own status, not that of a task or an issue in it. */
export interface Status extends Range {
  /** As written, marks off. */
  value: string
}

function statusLabel(document: Document): Status | null {
  const firstPart = document.sections.find(section => section.level > 1 || section.parent !== null)
  const head = {start: 0, end: firstPart?.start ?? document.text.length}
  const label = startingIn(document.labels, head).find(({name}) => /^status$/i.test(name.trim()))
  if (!label || label.value.start === label.value.end) return null
  const {start, end} = label.value
  return {start, end, value: plainValue(document.text.slice(start, end))}
}

function plainValue(words: string): string {
  return words.replace(/[*_`]/g, '').trim()
}

function valueIn(document: Document, within: Range, pattern: RegExp): Status | null {
  const match = pattern.exec(document.text.slice(within.start, within.end))
  const [all = '', value = ''] = match ?? []
  if (!match || value === '') return null
  const start = within.start + match.index + all.lastIndexOf(value)
  return {start, end: start + value.length, value}
}

/** `**Status**: …` under the title, `status:` in the front matter, or `"status"` of a metadata block; null where absent. */
export function statusOf(document: Document): Status | null {
  const label = statusLabel(document)
  if (label) return label
  if (document.frontMatter) {
    const status = valueIn(
      document,
      document.frontMatter,
      /^status:[ \t]*["']?([^\s"'#](?:[^"'#\r\n]*[^\s"'#])?)[^\S\r\n]*(?:["'][ \t]*)?(?:#.*)?$/im,
    )
    if (status) return status
  }
  const metadata = document.fences.find(
    ({info}) => document.text.slice(info.start, info.end).trim() === 'json metadata',
  )
  // The stages have a status each; the document's own stands before them.
  return metadata ? valueIn(document, metadata.content, /^[^[]*?"status"\s*:\s*"([^"\n]*)"/) : null
}

/** Whether the status says that the plan is still being written. */
export function isDraft(status: Status | null): boolean {
  return status !== null && /^(?:draft|in[ -]review)\b[^|]*$/i.test(status.value)
}

/** Whether the status says that all work is done. */
export function isCompleted({value}: Status): boolean {
  return (
    /^[^\p{L}]*(?:completed?|done|implemented|finished|shipped|closed|완료|已完成)(?!\s*[\p{L}\p{N}]|-)/iu.test(
      value,
    ) && !/\b(?:except|partial(?:ly)?|pending|in progress|remain(?:s|ing)?|not)\b/i.test(value)
  )
}
