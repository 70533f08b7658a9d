import picocolors from 'picocolors'
import type {Finding} from '../../core/finding.ts'
import type {LintResult} from '../../core/lint.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {harmless} from '../terminal.ts'
import {splitterFor, widthOf} from './cells.ts'
import {type Excerpt, excerptsOf} from './excerpts.ts'
import type {LintedFile, Run, Target} from './reporter.ts'
import {restReport, unshownReport} from './stylish-counts.ts'
import {frame, type Style, told, wrapped} from './stylish-finding.ts'
import {counted, countOf, list, severityCounts} from './words.ts'

/** More clean files than this are counted, not listed. */
const mostClean = 10
/** Findings on one line share a code frame where they stand within so many characters. */
const mostShared = 60

/** The report for people: for each file the preset and why, then every finding with the place it is about. */
export async function stylish(
  run: Pick<Run, 'files' | 'places' | 'fixed' | 'quieted' | 'showsAll'>,
  {color, columns}: Pick<Target, 'color' | 'columns'>,
): Promise<string> {
  const {files, places, quieted, showsAll = false} = run
  const faulty = files.filter(({result}) => result.findings.length > 0)
  const clean = files.filter(({result}) => result.findings.length === 0)
  const isQuiet = quieted !== undefined
  if (files.length === 0 || (quieted === 0 && faulty.length === 0)) return ''

  const excerpts = excerptsOf(faulty, showsAll)
  const paint = picocolors.createColors(color)
  const style = {paint, split: await splitterFor(measured(excerpts)), ...(columns === undefined ? {} : {columns})}
  const parts = excerpts.filter(({shown}) => shown.length > 0).map(part => fileReport(part, style))
  const unshown = excerpts.filter(({shown}) => shown.length === 0)
  if (unshown.length > 0) parts.push(unshownReport(unshown, style))
  if (places.length > 0 && !isQuiet) parts.unshift(`${counted(files.length, 'plan')} in ${harmless(list(places))}\n`)
  if (clean.length > 0 && !isQuiet) parts.push(cleanReport(clean, style))
  parts.push(`${summary(run, excerpts, style)}\n`)
  return parts.join('\n')
}

/** All texts whose width the report has to know. */
function* measured(excerpts: readonly Excerpt[]): Iterable<string> {
  for (const {file, shown} of excerpts) {
    yield file.path
    yield presetAndWhy(file.result)
    for (const {message, start, end, related = [], suggestions = []} of shown) {
      yield message
      for (const other of related) yield other.message
      for (const {title} of suggestions) yield title
      const {source} = file
      yield source.text.slice(source.lineStart(source.lineAt(start)), source.lineEnd(source.lineAt(end)))
    }
  }
}

function fileReport({file: {path, source, result}, shown, rest}: Excerpt, style: Style): string {
  const places = shown.map(({start}) => {
    const {line, column} = placeOf(source, start)
    return `${line}:${column}`
  })
  const placeWidth = places.reduce((width, place) => Math.max(width, place.length), 0)
  const lines = [...header(path, result, style), '']
  let sharing: Finding[] = []
  shown.forEach((finding, index) => {
    lines.push(...told(finding, (places[index] ?? '').padEnd(placeWidth), style))
    sharing.push(finding)
    const next = shown[index + 1]
    if (next && canShare(sharing, next, source)) return
    lines.push(...frame(sharing, source, placeWidth, style), '')
    sharing = []
  })
  if (rest.length > 0) lines.push(...restReport(rest, source, style), '')
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
  return `${mark} ${files.length} files without findings: ${harmless(shares.join(', '))}\n`
}

function summary(
  {files, fixed = 0, quieted = 0}: Pick<Run, 'files' | 'fixed' | 'quieted'>,
  excerpts: readonly Excerpt[],
  {paint}: Style,
): string {
  const findings = files.flatMap(({result}) => result.findings)
  const suppressed = files.reduce((sum, {result}) => sum + result.suppressed, 0)
  const asides = [
    ...(fixed > 0 ? [`${fixed} fixed`] : []),
    ...(suppressed > 0 ? [`${suppressed} suppressed by the documents`] : []),
    ...(quieted > 0 ? [`${quieted} less grave not shown`] : []),
  ]
  const aside = asides.length > 0 ? ` (${asides.join(', ')})` : ''
  const all = counted(files.length, 'file')
  if (findings.length === 0) return paint.green(`✔ no ${quieted > 0 ? 'errors' : 'findings'} in ${all}${aside}`)
  const color = countOf(findings, 'error') > 0 ? paint.red : paint.yellow
  const where = excerpts.length === files.length ? all : `${excerpts.length} of ${all}`
  const shown = excerpts.reduce((sum, part) => sum + part.shown.length, 0)
  const hints = [
    ...(shown < findings.length ? [`${shown} of ${findings.length} findings are shown; --all shows every one`] : []),
    ...fixable(findings),
  ]
  const total = color(paint.bold(`✖ ${severityCounts(findings)} in ${where}${aside}`))
  return [total, ...hints.map(hint => `  ${hint}`)].join('\n')
}

/** What could be done about how many findings. */
function fixable(findings: readonly Finding[]): string[] {
  const safe = findings.filter(({fix}) => fix).length
  const suggested = findings.filter(({fix, suggestions}) => !fix && suggestions?.length === 1).length
  const ways = [
    ...(safe > 0 ? [`${safe} by --fix`] : []),
    ...(suggested > 0 ? [`${suggested}${safe > 0 ? ' more' : ''} by --fix-suggestions`] : []),
  ]
  return ways.length > 0 ? [`Can be fixed: ${ways.join(', ')}`] : []
}
