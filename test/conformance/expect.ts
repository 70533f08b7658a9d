import type {Severity} from '../../core/finding.ts'
import {rules as ownRules} from '../../index.ts'
import type {Document} from './document.ts'
import type {Row} from './row.ts'
import {rules as teamRules} from './team.ts'

const urls = new Map([...ownRules, ...teamRules].map(({id, url}) => [id, url ?? '']))

/** An expected finding; an error without other places and changes where nothing else is said. */
export function found(
  at: string,
  rule: string,
  message: string,
  more: Partial<Pick<Row, 'severity' | 'related' | 'changes'>> = {},
): Row {
  return {rule, severity: 'error', at, message, url: urls.get(rule) ?? '', related: [], changes: [], ...more}
}

export function placeholder(at: string, text: string, severity: Severity = 'error'): Row {
  return found(at, 'no-placeholders', `"${text}" is a placeholder; fill it in, or write "N/A" and why`, {severity})
}

export function leftNote(at: string): Row {
  const message = 'A note of something to do is left in a comment; do it, then delete the comment'
  return found(at, 'no-placeholders', message)
}

export function clarification(at: string, text: string): Row {
  return found(at, 'no-clarification-markers', `"${text}" is unresolved; write the answer in its place`)
}

export function emptySection(at: string, title: string): Row {
  const message = `"${title}" is empty; write it, or "None" and why, or delete the heading`
  return found(at, 'no-empty-sections', message)
}

/** A document of the table, by default a plan in a project that configures nothing. */
export function document(
  name: string,
  text: string,
  findings: readonly Row[],
  more: Partial<Pick<Document, 'config' | 'isPlan'>> = {},
): Document {
  return {name, text, config: 'auto', isPlan: true, findings, ...more}
}
