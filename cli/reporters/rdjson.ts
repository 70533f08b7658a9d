import type {Edit, Finding, Range, Severity} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {SourceText} from '../../core/text.ts'
import {joinedEdit} from './edits.ts'
import {jsonText} from './json-text.ts'
import type {LintedFile, Run, Target} from './reporter.ts'
import {repositoryPath} from './repository-path.ts'

const severities: Record<Severity, string> = {error: 'ERROR', warning: 'WARNING', info: 'INFO'}

/** The Reviewdog Diagnostic Format. Its columns count bytes of UTF-8. */
export function rdjson({files}: Run, target: Target): string {
  return jsonText(
    {
      source: {name: 'plan-lint', url: 'https://github.com/plan-lint/plan-lint'},
      diagnostics: files.flatMap(file => diagnosticsOf(file, repositoryPath(file.path, target))),
    },
    2,
  )
}

function diagnosticsOf({source, result}: LintedFile, path: string) {
  return result.findings.map(finding => {
    const {rule, severity, message, url, related} = finding
    const suggestions = editsOf(finding, source).map(({text, ...range}) => ({range: rangeOf(source, range), text}))
    return {
      message,
      location: {path, range: rangeOf(source, finding)},
      severity: severities[severity],
      code: {value: rule, ...(url !== undefined && {url})},
      ...(suggestions.length > 0 && {suggestions}),
      ...(related && {
        related_locations: related.map(other => ({
          message: other.message,
          location: {path, range: rangeOf(source, other)},
        })),
      }),
    }
  })
}

/** The changes that a review can show: each one stretch, on the very lines of the finding. */
function editsOf({start, end, fix, suggestions = []}: Finding, source: SourceText): Edit[] {
  const isOnItsLines = (edit: Range) =>
    source.lineAt(edit.start) === source.lineAt(start) && source.lineAt(edit.end) === source.lineAt(end)
  return [...(fix ? [fix] : []), ...suggestions.map(({edits}) => edits)]
    .flatMap(edits => joinedEdit(source.text, edits) ?? [])
    .filter(isOnItsLines)
}

function rangeOf(source: SourceText, {start, end}: Range) {
  return {start: positionOf(source, start), end: positionOf(source, end)}
}

function positionOf(source: SourceText, offset: number) {
  const {line} = placeOf(source, offset)
  const before = source.text.slice(source.lineStart(line), offset)
  return {line, column: Buffer.byteLength(before) + 1}
}
