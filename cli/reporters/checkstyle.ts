import {placeOf} from '../../core/place.ts'
import type {LintedFile, Run} from './reporter.ts'
import {element, xmlDocument} from './xml.ts'

/** The XML that Checkstyle writes and many CI services read; the version is that of the format. */
export function checkstyle({files}: Run): string {
  return xmlDocument(element('checkstyle', {version: '4.3'}, files.map(fileElement).join('')))
}

function fileElement({path, source, result}: LintedFile): string {
  const errors = result.findings.map(({rule, severity, message, start}) =>
    element('error', {...placeOf(source, start), severity, message, source: `plan-lint.${rule}`}),
  )
  return element('file', {name: path}, errors.join(''))
}
