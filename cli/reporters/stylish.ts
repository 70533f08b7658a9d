import picocolors from 'picocolors'
import type {Finding, Severity} from '../../core/finding.ts'
import type {LintResult} from '../../core/lint.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {harmless} from '../terminal.ts'
import {widthOf} from './cells.ts'
import {codeFrame} from './code-frame.ts'
import type {LintedFile, Run, Screen} from './reporter.ts'
import {counted, list} from './words.ts'

type Paint = ReturnType<typeof picocolors.createColors>

/** Columns of a code frame where the output is no terminal. */
const defaultColumns = 120
/** More clean files than this are counted, not listed. */
const mostClean = 10

/** The report for people: for each file the preset and why, then every finding with the place it is about. */
export function stylish(run: Run, screen: Screen): string {
  const paint = picocolors.createColors(screen.color)
  const faulty = run.files.filter(({result}) => result.findings.length > 0)
  const clean = run.files.filter(({result}) => result.findings.length === 0)
  const isQuiet = run.quieted !== undefined
  if (isQuiet && faulty.length === 0 && run.quieted === 0) return ''

  const parts = faulty.map(file => fileReport(file, paint, screen))
  if (run.places.length > 0 && !isQuiet) {
    parts.unshift(`${counted(run.files.length, 'plan')} in ${harmless(list(run.places))}\n`)
  }
  if (clean.length > 0 && !isQuiet) parts.push(cleanReport(clean, paint))
  parts.push(`${summary(run, faulty.length, paint)}\n`)
  return parts.join('\n')
}

function fileReport({path, source, result}: LintedFile, paint: Paint, screen: Screen): string {
  const {findings} = result
  const places = findings.map(({start}) => {
    const {line, column} = placeOf(source, start)
    return `${line}:${column}`
  })
  const placeWidth = Math.max(...places.map(place => place.length))
  const lines = [header(path, result, paint, screen), '']
  findings.forEach((finding, index) => {
    lines.push(...told(finding, (places[index] ?? '').padEnd(placeWidth), paint, screen))
    const next = findings[index + 1]
    // Several findings on one stretch of text share its frame.
    if (next && next.start === finding.start && next.end === finding.end) return
    lines.push(...frame(finding, source, placeWidth, paint, screen), '')
  })
  return lines.join('\n')
}

function header(path: string, result: LintResult, paint: Paint, {columns = Infinity}: Screen): string {
  const name = harmless(path)
  const why = harmless(presetAndWhy(result))
  const file = paint.bold(paint.underline(name))
  if (widthOf(name) + 2 + widthOf(why) <= columns) return `${file}  ${paint.dim(why)}`
  return [file, ...wrapped(why, columns - 2).map(line => `  ${paint.dim(line)}`)].join('\n')
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

function told(finding: Finding, place: string, paint: Paint, {columns}: Screen): string[] {
  const {severity, rule} = finding
  const indent = ' '.repeat(2 + place.length + 2 + 'warning'.length + 2)
  const begin = `  ${place}  ${painter(severity, paint)(severity.padEnd('warning'.length))}  `
  const lines = wrapped(harmless(finding.message), columns === undefined ? Infinity : columns - indent.length)
  const last = lines.at(-1) ?? ''
  const fits = columns === undefined || indent.length + widthOf(last) + 2 + rule.length <= columns
  const first = lines.map((line, index) => (index === 0 ? begin : indent) + line)
  if (!fits) return [...first, indent + paint.dim(rule)]
  return first.map((line, index) => (index === first.length - 1 ? `${line}  ${paint.dim(rule)}` : line))
}

function frame(
  finding: Finding,
  source: SourceText,
  gutter: number,
  paint: Paint,
  {columns = defaultColumns}: Screen,
): string[] {
  const mark = painter(finding.severity, paint)
  const beside = (line: number | undefined) => paint.dim(`  ${String(line ?? '').padStart(gutter)} │`)
  const width = Math.max(20, columns - gutter - 5)
  const lines = codeFrame(source, finding, width).map(({line, text}) => {
    const shown = line === undefined ? mark(text) : text
    return `${beside(line)}${shown && ` ${shown}`}`
  })
  const related = (finding.related ?? []).map(({start, end, message}) => {
    const [from, to] = [source.lineAt(start), source.lineAt(Math.max(start, end - 1))]
    const where = from === to ? `line ${from}` : `lines ${from}-${to}`
    return `${paint.dim(`  ${' '.repeat(gutter)} =`)} ${harmless(message)} ${paint.dim(`(${where})`)}`
  })
  return [...lines, ...related]
}

function cleanReport(files: readonly LintedFile[], paint: Paint): string {
  const mark = paint.green('✔')
  if (files.length <= mostClean) {
    return files
      .map(({path, result}) => `${mark} ${harmless(path)}  ${paint.dim(harmless(presetAndWhy(result)))}\n`)
      .join('')
  }
  const byPreset = new Map<string, number>()
  for (const {result} of files) {
    const name = result.presetSource === 'fallback' ? `${result.preset} (the fallback)` : result.preset
    byPreset.set(name, (byPreset.get(name) ?? 0) + 1)
  }
  const shares = [...byPreset].sort(([, a], [, b]) => b - a).map(([preset, count]) => `${count} ${preset}`)
  return `${mark} ${files.length} files without findings: ${shares.join(', ')}\n`
}

function summary({files, quieted = 0}: Run, faulty: number, paint: Paint): string {
  const findings = files.flatMap(({result}) => result.findings)
  const suppressed = files.reduce((sum, {result}) => sum + result.suppressed, 0)
  const count = (severity: Severity) => findings.filter(finding => finding.severity === severity).length
  const counts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')]
  if (count('info') > 0) counts.push(counted(count('info'), 'info'))
  const where = `${faulty} of ${counted(files.length, 'file')}`
  const asides = [
    ...(suppressed > 0 ? [`${suppressed} suppressed by the documents`] : []),
    ...(quieted > 0 ? [`${quieted} less grave not shown`] : []),
  ]
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : ''
  if (findings.length === 0)
    return paint.green(`✔ no ${quieted > 0 ? 'errors' : 'findings'} in ${counted(files.length, 'file')}${aside}`)
  const color = count('error') > 0 ? paint.red : paint.yellow
  return color(paint.bold(`✖ ${counts.join(', ')} in ${where}${aside}`))
}

function painter(severity: Severity, paint: Paint) {
  return {error: paint.red, warning: paint.yellow, info: paint.blue}[severity]
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (line && widthOf(longer) > Math.max(width, 20)) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}
