import {resolve} from 'node:path'
import {Problem} from '../config/problem.ts'
import type {ReportRequest} from './lint-request.ts'

/**
 * The reports that `--format` and `--output-file` ask for: each format is `name` or `name=file`.
 * @throws {Problem} when two of them would go to the same place
 */
export function reportsOf(formats: readonly string[], outputFile: string | undefined): ReportRequest[] {
  const reports = formats.length > 0 ? formats.map(reportOf) : [{format: 'stylish'}]
  const printed = reports.filter(({file}) => file === undefined)
  const [first, second] = printed
  if (first && second) {
    const either = `"${first.format}" and "${second.format}"`
    throw new Problem(`${either} would be printed into each other; give one a file: --format ${second.format}=<file>`)
  }
  if (outputFile === undefined) return reports
  if (!first) throw new Problem('--output-file has no report to take: each --format names a file of its own')
  return reports.map(report => (report === first ? {...report, file: outputFile} : report))
}

function reportOf(value: string): ReportRequest {
  const at = value.indexOf('=')
  if (at < 0) return {format: value}
  const [format, file] = [value.slice(0, at), value.slice(at + 1)]
  if (format && file) return {format, file}
  throw new Problem(`--format "${value}" is incomplete; write --format <name>=<file>`)
}

/**
 * Keeps a slip from costing a plan.
 * @throws {Problem} when a report would be written to one of `inputs`, absolute paths, or over another report
 */
export function assertApart(reports: readonly ReportRequest[], inputs: readonly string[], cwd: string): void {
  const taken = new Set(inputs)
  for (const {file} of reports) {
    if (file === undefined) continue
    const path = resolve(cwd, file)
    if (inputs.includes(path)) throw new Problem(`${file}: is a plan that is to be linted; write the report elsewhere`)
    if (taken.has(path)) throw new Problem(`${file}: two reports would be written to it; name another file for one`)
    taken.add(path)
  }
}
