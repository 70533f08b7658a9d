import {type Finding, isAtLeast, type Severity} from '../../core/finding.ts'
import {placeOf} from '../../core/place.ts'
import type {LintedFile, Run} from './reporter.ts'
import {element, textElement, xmlDocument} from './xml.ts'

/**
 * JUnit's XML: a suite per file, a case per finding. What fails the run is a failure, a less grave finding a case that
 * passes and says what was found; a file without findings is one case that passes.
 */
export function junit({files, failOn}: Run): string {
  const findings = files.flatMap(({result}) => result.findings)
  const counts = {tests: countOf(files), failures: failuresIn(findings, failOn), errors: 0}
  const suites = files.map(file => suite(file, failOn)).join('')
  return xmlDocument(element('testsuites', {name: 'plan-lint', ...counts}, suites))
}

function suite({path, source, result}: LintedFile, failOn: Severity): string {
  const {findings} = result
  const cases = findings.map(finding => {
    const {line, column} = placeOf(source, finding.start)
    const place = `${line}:${column}`
    return element(
      'testcase',
      {name: `${finding.rule} at ${place}`, classname: path},
      outcome(finding, `${path}:${place}`, failOn),
    )
  })
  if (cases.length === 0) cases.push(element('testcase', {name: 'no findings', classname: path}))
  const counts = {tests: cases.length, failures: failuresIn(findings, failOn), errors: 0}
  return element('testsuite', {name: path, ...counts}, cases.join(''))
}

function outcome({rule, severity, message, url}: Finding, place: string, failOn: Severity): string {
  const words = `${place}: ${severity} ${message} [${rule}]${url === undefined ? '' : ` ${url}`}`
  return isAtLeast(severity, failOn)
    ? textElement('failure', {type: severity, message}, words)
    : textElement('system-out', {}, words)
}

function countOf(files: readonly LintedFile[]): number {
  return files.reduce((sum, {result}) => sum + Math.max(1, result.findings.length), 0)
}

function failuresIn(findings: readonly Finding[], failOn: Severity): number {
  return findings.filter(({severity}) => isAtLeast(severity, failOn)).length
}
