import type {Edit, Finding} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {harmless} from '../terminal.ts'
import {joinedEdit} from './edits.ts'
import {blockersShown, mendable, verdictCounts} from './readiness.ts'
import type {LintedFile, Run} from './reporter.ts'
import type {ReportStream} from './stream.ts'
import {counted, severityCounts} from './words.ts'

/** A model mends these, then lints again; more would fill its context with what may be gone by then. */
const mostFindings = 100
/** Of so many plans it is told what keeps them back. */
const mostPlans = 50
/** Characters of the document that one finding quotes. */
const longestText = 240

/**
 * A line per finding for a model that edits the plan: place, severity, rule, what is wrong, the exact text as a JSON
 * string where the message does not have it, and what to write instead. Then what keeps the plan from being executed.
 */
export function agent({showsAll = false, required}: Pick<Run, 'showsAll' | 'required'>): ReportStream {
  let left = showsAll ? Number.POSITIVE_INFINITY : mostFindings
  let plansLeft = showsAll ? Number.POSITIVE_INFINITY : mostPlans
  let rest = 0
  return {
    file(file) {
      const lines = linesOf(file)
      const shown = lines.slice(0, left)
      left -= shown.length
      rest += lines.length - shown.length
      const verdict = plansLeft > 0 ? verdictOf(file, required) : []
      plansLeft -= verdict.length
      return [...shown, ...verdict].map(line => `${line}\n`).join('')
    },
    end({files}) {
      if (files.length === 0) return ''
      const more = rest > 0 ? `${counted(rest, 'more finding')}; change these first, then run plan-lint again\n` : ''
      return `${more}${summary(files)}\n`
    },
  }
}

function linesOf({path, source, result}: LintedFile): string[] {
  return result.findings.map(finding => {
    const {rule, severity, message, start} = finding
    const {line, column} = placeOf(source, start)
    const parts = [
      `${harmless(path)}:${line}:${column} ${severity} ${rule}: ${harmless(message)}`,
      ...textOf(finding, source),
      ...changesOf(finding, source),
    ]
    return parts.join(' | ')
  })
}

/** Where a plan cannot be executed yet, or is less than is required, what to mend. */
function verdictOf({path, outline}: LintedFile, required: Run['required']): string[] {
  const readiness = mendable(outline, required)
  if (!readiness) return []
  const {verdict, aim, blockers} = readiness
  return [`${harmless(path)}: ${verdict}; to be ${aim}, mend ${blockersShown(blockers)}`]
}

/** The words at the place, unless the message quotes them whole. */
function textOf({message, start, end}: Finding, {text}: SourceText): string[] {
  const words = text.slice(start, end)
  return words === '' || message.includes(`"${words}"`) ? [] : [`text: ${quoted(words, longestText)}`]
}

function changesOf({fix, suggestions = []}: Finding, source: SourceText): string[] {
  return [
    ...(fix ? [`fix: ${change(fix, source)}`] : []),
    ...suggestions.map(({title, edits}) => `option: ${harmless(title)}: ${change(edits, source)}`),
  ]
}

function change(edits: readonly Edit[], source: SourceText): string {
  const edit = joinedEdit(source.text, edits)
  if (!edit) return 'nothing'
  const {line, column} = placeOf(source, edit.start)
  const old = source.text.slice(edit.start, edit.end)
  const place = `at ${line}:${column}`
  // What is to be written stands there whole, else it could not be written.
  if (old === '') return `${place} insert ${quoted(edit.text)}`
  if (edit.text === '') return `${place} delete ${quoted(old, longestText)}`
  return `${place} replace ${quoted(old, longestText)} by ${quoted(edit.text)}`
}

/** As a JSON string; of more than `most` characters the beginning. */
function quoted(text: string, most = Infinity): string {
  const isLong = text.length > most
  const shown = isLong ? text.slice(0, most).replace(/[\ud800-\udbff]$/, '') : text
  return `${harmless(JSON.stringify(shown))}${isLong ? ` and ${text.length - shown.length} more characters` : ''}`
}

function summary(files: readonly LintedFile[]): string {
  const presets = [...new Set(files.map(({result}) => result.preset))].join(', ')
  const findings = files.flatMap(({result}) => result.findings)
  const counts = findings.length === 0 ? 'no findings' : severityCounts(findings)
  const verdicts = verdictCounts(files.map(({outline}) => outline))
  return `${counts} in ${counted(files.length, 'file')}, judged as ${harmless(presets)}${verdicts && `; ${verdicts}`}`
}
