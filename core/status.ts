import type {Document} from './document.ts'
import type {Range} from './finding.ts'
import {anyScript} from './patterns.ts'
import {startingIn} from './ranges.ts'

/** The document's own status, not that of a task or an issue in it. */
export interface Status extends Range {
  /** As written, marks off. */
  value: string
}

const statusName = /^(?:status|상태|状态|狀態|状況|ステータス|estado|statut)$/i

function statusLabel(document: Document): Status | null {
  const firstPart = document.sections.find(section => section.level > 1 || section.parent !== null)
  const head = {start: 0, end: firstPart?.start ?? document.text.length}
  const label = startingIn(document.labels, head).find(({name}) => statusName.test(name.trim()))
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

const draft =
  /^[^\p{L}]*(?:draft|(?:in|under)[ -]review|초안|검토 ?중|草稿|草案|审核中|審核中|作成中|下書き|borrador|rascunho|en revisión|em revisão|brouillon)(?![\p{L}\p{N}])[^|]*$/iu

/** Whether the status says that the plan is still being written, or waits to be approved. */
export function isDraft(status: Status | null): boolean {
  return status !== null && draft.test(status.value)
}

const notBegun =
  /^[^\p{L}]*(?:approved|accepted|proposed|planned|planning|ready|pending|to ?do|not[- ]started|backlog|승인|대기|已批准|待开始|未开始)(?![\p{L}\p{N}])/iu

/** Whether the status says that no work has been done yet. */
export function isNotBegun(status: Status): boolean {
  return isDraft(status) || notBegun.test(status.value)
}

const completed = anyScript(
  String.raw`^[^\p{L}]*(?:completed?|done|implemented|finished|shipped|closed|완료|완료됨|已完成|完了|completado|concluído|terminé)(?!\s*[\p{L}\p{N}]|-)`,
  'i',
)

/** Whether the status says that all work is done. */
export function isCompleted({value}: Status): boolean {
  return completed.test(value) && !/\b(?:except|partial(?:ly)?|pending|in progress|remain(?:s|ing)?|not)\b/i.test(value)
}
