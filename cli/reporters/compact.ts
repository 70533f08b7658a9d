import {placeOf} from '../../core/place.ts'
import {harmless} from '../terminal.ts'
import type {LintedFile, Run} from './reporter.ts'

/** A line per finding, `path:line:column: severity message [rule]`, as editors and `grep` read compilers' output. */
export function compact({files}: Run): string {
  return files.flatMap(linesOf).join('')
}

function linesOf({path, source, result}: LintedFile): string[] {
  return result.findings.map(({rule, severity, message, start}) => {
    const {line, column} = placeOf(source, start)
    return `${harmless(path)}:${line}:${column}: ${severity} ${harmless(message)} [${rule}]\n`
  })
}
