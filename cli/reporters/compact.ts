import {placeOf} from '../../core/place.ts'
import {harmless} from '../terminal.ts'
import type {LintedFile} from './reporter.ts'
import type {ReportStream} from './stream.ts'

/** A line per finding, `path:line:column: severity message [rule]`, as editors and `grep` read compilers' output. */
export function compact(): ReportStream {
  return {file: file => linesOf(file).join(''), end: () => ''}
}

function linesOf({path, source, result}: LintedFile): string[] {
  return result.findings.map(({rule, severity, message, start}) => {
    const {line, column} = placeOf(source, start)
    return `${harmless(path)}:${line}:${column}: ${severity} ${harmless(message)} [${rule}]\n`
  })
}
