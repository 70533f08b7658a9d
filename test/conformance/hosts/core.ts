import type {Edit, Finding, Range} from '../../../core/finding.ts'
import {placeOf} from '../../../core/place.ts'
import {SourceText} from '../../../core/text.ts'
import {lint} from '../../../index.ts'
import {configs} from '../configs.ts'
import {type Document, pathOf} from '../document.ts'
import {type Change, edit, type Place, type Report, type Row, written} from '../row.ts'
import * as team from '../team.ts'

export function core(documents: readonly Document[]): Report {
  return new Map(
    documents.map(document => {
      const {hasTeam, ...options} = configs[document.config] ?? {}
      const {findings} = lint(document.text, {...options, ...(hasTeam && {plugins: [team]})})
      return [pathOf(document), rowsOf(document.text, findings)]
    }),
  )
}

export function rowsOf(text: string, findings: readonly Finding[]): Row[] {
  const source = new SourceText(text)
  const at = (range: Range) => written(rangePlace(range, source))
  return findings.map(finding => ({
    rule: finding.rule,
    severity: finding.severity,
    at: at(finding),
    message: finding.message,
    url: finding.url ?? '',
    related: (finding.related ?? []).map(other => `${at(other)} ${other.message}`),
    changes: changesOf(finding, source),
  }))
}

/** The changes of a finding, whose edits are in offsets of `source`. */
export function changesOf({fix, suggestions = []}: Pick<Finding, 'fix' | 'suggestions'>, source: SourceText): Change[] {
  const edits = (all: readonly Edit[]) => all.map(one => edit(rangePlace(one, source), one.text))
  return [
    ...(fix ? [{title: 'fix', edits: edits(fix)}] : []),
    ...suggestions.map(suggestion => ({title: suggestion.title, edits: edits(suggestion.edits)})),
  ]
}

function rangePlace({start, end}: Range, source: SourceText): Place {
  const [from, to] = [placeOf(source, start), placeOf(source, end)]
  return {...from, endLine: to.line, endColumn: to.column}
}
