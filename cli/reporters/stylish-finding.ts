import type picocolors from 'picocolors'
import type {Finding, Range, Severity} from '../../core/finding.ts'
import type {SourceText} from '../../core/text.ts'
import {harmless} from '../terminal.ts'
import {type Splitter, widthOf} from './cells.ts'
import {codeFrame} from './code-frame.ts'
import {lastLineOf} from './region.ts'

export interface Style {
  paint: ReturnType<typeof picocolors.createColors>
  /** Absent where lines may have any length. */
  columns?: number
  split: Splitter
}

/** Columns of a code frame where the output is no terminal. */
const defaultColumns = 120
const severityWidth = 'warning'.length

/** Place, severity, message and rule of a finding, and what could be written instead. */
export function told({severity, rule, message}: Finding, place: string, style: Style): string[] {
  const {paint, columns = Infinity, split} = style
  const indent = ' '.repeat(2 + place.length + 2 + severityWidth + 2)
  const lines = wrapped(harmless(message), columns - indent.length, split)
  const last = lines.pop() ?? ''
  const fits = indent.length + widthOf(last, split) + 2 + rule.length <= columns
  lines.push(...(fits ? [`${last}  ${paint.dim(rule)}`] : [last, paint.dim(rule)]))
  const begin = `  ${place}  ${painter(severity, style)(severity.padEnd(severityWidth))}  `
  return lines.map((line, index) => (index === 0 ? begin : indent) + line)
}

/** The code frame that `findings` share, and what belongs to it. */
export function frame(findings: readonly Finding[], source: SourceText, gutter: number, style: Style): string[] {
  const {paint, columns = defaultColumns, split} = style
  const mark = painter(findings[0]?.severity ?? 'info', style)
  const beside = (line: number | undefined) => paint.dim(`  ${String(line ?? '').padStart(gutter)} │`)
  const width = Math.max(20, columns - gutter - 5)
  const lines = codeFrame(source, findings, width, split).map(({line, text}) => {
    const shown = line === undefined ? mark(text) : text
    return `${beside(line)}${shown && ` ${shown}`}`
  })
  const notes = [...relatedOf(findings, source), ...suggestionsOf(findings, source)]
  const begin = `${paint.dim(`  ${' '.repeat(gutter)} =`)} `
  const noteLines = notes.flatMap(note => {
    const [first = '', ...others] = wrapped(harmless(note), width, split)
    return [`${begin}${first}`, ...others.map(line => ' '.repeat(gutter + 5) + line)]
  })
  return [...lines, ...noteLines]
}

function relatedOf(findings: readonly Finding[], source: SourceText): string[] {
  return findings
    .flatMap(({related = []}) => related)
    .map(({message, ...range}) => `${message} (${linesOf(range, source)})`)
}

/** What a person can choose to write instead, and where unless it is here. */
function suggestionsOf(findings: readonly Finding[], source: SourceText): string[] {
  return findings.flatMap(({suggestions = [], ...finding}) =>
    suggestions.map(({title, edits}) => {
      const [edit] = edits
      const isHere = !edit || source.lineAt(edit.start) === source.lineAt(finding.start)
      return isHere ? `${title}?` : `${title}? (${linesOf(edit, source)})`
    }),
  )
}

function linesOf(range: Range, source: SourceText): string {
  const [from, to] = [source.lineAt(range.start), lastLineOf(source, range)]
  return from === to ? `line ${from}` : `lines ${from}-${to}`
}

function painter(severity: Severity, {paint}: Style) {
  return {error: paint.red, warning: paint.yellow, info: paint.blue}[severity]
}

export function wrapped(text: string, width: number, split: Splitter): string[] {
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  for (const word of text.split(' ')) {
    const wordWidth = widthOf(word, split)
    if (line && lineWidth + 1 + wordWidth > Math.max(width, 20)) {
      lines.push(line)
      line = ''
    }
    lineWidth = line ? lineWidth + 1 + wordWidth : wordWidth
    line = line ? `${line} ${word}` : word
  }
  return [...lines, line]
}
