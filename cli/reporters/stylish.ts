import picocolors from 'picocolors'
import type {Finding, Severity} from '../../core/finding.ts'
import type {LintResult} from '../../core/lint.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {harmless} from '../terminal.ts'
import {type Splitter, splitterFor, widthOf} from './cells.ts'
import {codeFrame} from './code-frame.ts'
import type {LintedFile, Run, Screen} from './reporter.ts'
import {counted, list} from './words.ts'

interface Style {
  paint: ReturnType<typeof picocolors.createColors>
  /** Absent where lines may have any length. */
  columns?: number
  split: Splitter
}

/** Columns of a code frame where the output is no terminal. */
const defaultColumns = 120
/** More clean files than this are counted, not listed. */
const mostClean = 10
/** Findings on one line share a code frame where they stand within so many characters. */
const mostShared = 60
const severityWidth = 'warning'.length

/** The report for people: for each file the preset and why, then every finding with the place it is about. */
export async function stylish(run: Run, {color, columns}: Screen): Promise<string> {
  const {files, places, quieted} = run
  const faulty = files.filter(({result}) => result.findings.length > 0)
  const clean = files.filter(({result}) => result.findings.length === 0)
  const isQuiet = quieted !== undefined
  if (quieted === 0 && faulty.length === 0) return ''

  const paint = picocolors.createColors(color)
  const style = {paint, split: await splitterFor(measured(faulty)), ...(columns === undefined ? {} : {columns})}
  const parts = faulty.map(file => fileReport(file, style))
  if (places.length > 0 && !isQuiet) parts.unshift(`${counted(files.length, 'plan')} in ${harmless(list(places))}\n`)
  if (clean.length > 0 && !isQuiet) parts.push(cleanReport(clean, style))
  parts.push(`${summary(run, faulty.length, style)}\n`)
  return parts.join('\n')
}

/** All texts whose width the report has to know. */
function* measured(files: readonly LintedFile[]): Iterable<string> {
  for (const {path, source, result} of files) {
    yield path
    yield presetAndWhy(result)
    for (const {message, start, end} of result.findings) {
      yield message
      yield source.text.slice(source.lineStart(source.lineAt(start)), source.lineEnd(source.lineAt(end)))
    }
  }
}

function fileReport({path, source, result}: LintedFile, style: Style): string {
  const {findings} = result
  const places = findings.map(({start}) => {
    const {line, column} = placeOf(source, start)
    return `${line}:${column}`
  })
  const placeWidth = places.reduce((width, place) => Math.max(width, place.length), 0)
  const lines = [...header(path, result, style), '']
  let sharing: Finding[] = []
  findings.forEach((finding, index) => {
    lines.push(...told(finding, (places[index] ?? '').padEnd(placeWidth), style))
    sharing.push(finding)
    const next = findings[index + 1]
    if (next && canShare(sharing, next, source)) return
    lines.push(...frame(sharing, source, placeWidth, style), '')
    sharing = []
  })
  return lines.join('\n')
}

/** Whether `next` can stand above the code frame of `findings`: at the same place, or after them on one short stretch. */
function canShare(findings: readonly Finding[], next: Finding, source: SourceText): boolean {
  const [first, last] = [findings[0], findings.at(-1)]
  if (!first || !last || last.related || next.related || last.severity !== next.severity) return false
  if (last.start === next.start && last.end === next.end) return true
  const isNear = next.start >= last.end && next.end - first.start <= mostShared
  return isNear && source.lineAt(first.start) === source.lineAt(next.end)
}

function header(path: string, result: LintResult, {paint, columns = Infinity, split}: Style): string[] {
  const name = harmless(path)
  const why = harmless(presetAndWhy(result))
  const file = paint.bold(paint.underline(name))
  if (widthOf(name, split) + 2 + widthOf(why, split) <= columns) return [`${file}  ${paint.dim(why)}`]
  return [file, ...wrapped(why, columns - 2, split).map(line => `  ${paint.dim(line)}`)]
}

function presetAndWhy({preset, presetSource, evidence}: LintResult): string {
  switch (presetSource) {
    case 'config':
      return `${preset}, as configured`
    case 'directive':
      return `${preset}, as the document says${evidence.length > 0 ? `: ${list(evidence)}` : ''}`
    case 'detected':
      return `${preset}, by ${list(evidence)}`
    case 'fallback':
      return `${preset}, the fallback: it looks like no other preset`
  }
}

function told({severity, rule, message}: Finding, place: string, style: Style): string[] {
  const {paint, columns = Infinity, split} = style
  const indent = ' '.repeat(2 + place.length + 2 + severityWidth + 2)
  const lines = wrapped(harmless(message), columns - indent.length, split)
  const last = lines.pop() ?? ''
  const fits = indent.length + widthOf(last, split) + 2 + rule.length <= columns
  lines.push(...(fits ? [`${last}  ${paint.dim(rule)}`] : [last, paint.dim(rule)]))
  const begin = `  ${place}  ${painter(severity, style)(severity.padEnd(severityWidth))}  `
  return lines.map((line, index) => (index === 0 ? begin : indent) + line)
}

function frame(findings: readonly Finding[], source: SourceText, gutter: number, style: Style): string[] {
  const {paint, columns = defaultColumns, split} = style
  const mark = painter(findings[0]?.severity ?? 'info', style)
  const beside = (line: number | undefined) => paint.dim(`  ${String(line ?? '').padStart(gutter)} │`)
  const width = Math.max(20, columns - gutter - 5)
  const lines = codeFrame(source, findings, width, split).map(({line, text}) => {
    const shown = line === undefined ? mark(text) : text
    return `${beside(line)}${shown && ` ${shown}`}`
  })
  const related = findings
    .flatMap(finding => finding.related ?? [])
    .map(({start, end, message}) => {
      const [from, to] = [source.lineAt(start), source.lineAt(Math.max(start, end - 1))]
      const where = from === to ? `line ${from}` : `lines ${from}-${to}`
      return `${paint.dim(`  ${' '.repeat(gutter)} =`)} ${harmless(message)} ${paint.dim(`(${where})`)}`
    })
  return [...lines, ...related]
}

function cleanReport(files: readonly LintedFile[], {paint}: Style): string {
  const mark = paint.green('✔')
  if (files.length <= mostClean) {
    const line = ({path, result}: LintedFile) =>
      `${mark} ${harmless(path)}  ${paint.dim(harmless(presetAndWhy(result)))}\n`
    return files.map(line).join('')
  }
  const byPreset = new Map<string, number>()
  for (const {result} of files) {
    const name = result.presetSource === 'fallback' ? `${result.preset} (the fallback)` : result.preset
    byPreset.set(name, (byPreset.get(name) ?? 0) + 1)
  }
  const shares = [...byPreset].sort(([, a], [, b]) => b - a).map(([preset, count]) => `${count} ${preset}`)
  return `${mark} ${files.length} files without findings: ${shares.join(', ')}\n`
}

function summary({files, fixed = 0, quieted = 0}: Run, faulty: number, {paint}: Style): string {
  const findings = files.flatMap(({result}) => result.findings)
  const suppressed = files.reduce((sum, {result}) => sum + result.suppressed, 0)
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  const asides = [
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed by the documents`] : []),
    ...(quieted > 0 ? [`${quieted} less grave not shown`] : []),
  ]
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : ''
  const all = counted(files.length, 'file')
  if (findings.length === 0) return paint.green(`✔ no ${quieted > 0 ? 'errors' : 'findings'} in ${all}${aside}`)
  const counts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')]
  if (count('info') > 0) counts.push(counted(count('info'), 'info'))
  const color = count('error') > 0 ? paint.red : paint.yellow
  return color(paint.bold(`✖ ${counts.join(', ')} in ${faulty === files.length ? all : `${faulty} of ${all}`}${aside}`))
}

function painter(severity: Severity, {paint}: Style) {
  return {error: paint.red, warning: paint.yellow, info: paint.blue}[severity]
}

function wrapped(text: string, width: number, split: Splitter): string[] {
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
