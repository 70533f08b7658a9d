import type {Severity} from '../../core/finding.ts'
import {fingerprintsOf} from './fingerprints.ts'
import {jsonText} from './json-text.ts'
import {lastLineOf} from './region.ts'
import type {LintedFile, Run, Target} from './reporter.ts'
import {repositoryPath} from './repository-path.ts'

const severities: Record<Severity, string> = {error: 'major', warning: 'minor', info: 'info'}

/** A Code Quality report of GitLab: a list of violations, each with a fingerprint that survives moves. */
export function gitlab({files}: Run, target: Target): string {
  return jsonText(
    files.flatMap(file => violationsOf(file, target)),
    2,
  )
}

function violationsOf(file: LintedFile, target: Target) {
  const path = repositoryPath(file.path, target)
  const fingerprints = fingerprintsOf({...file, path})
  return file.result.findings.map((finding, index) => ({
    description: finding.message,
    check_name: finding.rule,
    fingerprint: fingerprints[index],
    severity: severities[finding.severity],
    location: {
      path,
      lines: {begin: file.source.lineAt(finding.start), end: lastLineOf(file.source, finding)},
    },
  }))
}
