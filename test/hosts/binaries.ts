import {spawnSync} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {LintError} from 'markdownlint'
import type {VFileMessage} from 'vfile-message'
import type {Report, Seen} from './seen.ts'

const root = join(import.meta.dirname, '../..')
const require = createRequire(import.meta.url)
const tsx = pathToFileURL(require.resolve('tsx')).href

/** Runs a program of a package as its users do, with our sources in place of the built package. */
function runNode(cwd: string, script: string, args: readonly string[]): {status: number | null; output: string} {
  const {status, stdout, stderr, error} = spawnSync(process.execPath, ['--import', tsx, script, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (error) throw error
  return {status, output: stdout + stderr}
}

/** What the host printed between its own words. */
function reported<T>(output: string): T {
  const json = /^REPORT (.*)$/m.exec(output)?.[1]
  if (json === undefined) throw new Error(`The host reported nothing:\n${output}`)
  return JSON.parse(json) as T
}

interface JsonReport {
  files: {path: string; findings: (Seen & Record<string, unknown>)[]}[]
}

/** Findings of the command line on all files in `folder`. */
export function commandLine(folder: string, preset: string): Report {
  const {status, output} = runNode(folder, join(root, 'cli/bin/plan-lint.ts'), [
    ...['--format', 'json', '--preset', preset, '.'],
  ])
  if (status !== 0 && status !== 1) throw new Error(output)
  const {files} = JSON.parse(output) as JsonReport
  return new Map(
    files.map(({path, findings}) => [
      path,
      findings.map(({rule, severity, message, line, column, endLine, endColumn}) => ({
        ...{rule, severity, message, line, column, endLine, endColumn},
      })),
    ]),
  )
}

const markdownlintReporter = `export default ({results, logMessage}) => logMessage('REPORT ' + JSON.stringify(results))\n`

/**
 * Findings of markdownlint-cli2 on all files in `folder`, with `config` as the configuration of the library.
 */
export function markdownlintCli2(folder: string, config: Record<string, unknown>): Report {
  writeFileSync(join(folder, 'reporter.mjs'), markdownlintReporter)
  const options = {
    customRules: [join(root, 'hosts/markdownlint.ts')],
    outputFormatters: [['./reporter.mjs']],
    config,
  }
  writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), JSON.stringify(options))
  const {output} = runNode(folder, join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), ['*.md'])
  const report: Report = new Map()
  for (const error of reported<(LintError & {fileName: string})[]>(output)) {
    report.set(error.fileName, [...(report.get(error.fileName) ?? []), ofMarkdownlint(error)])
  }
  return report
}

function ofMarkdownlint({ruleNames, severity, lineNumber, errorDetail, errorRange}: LintError): Seen {
  const [column = 1, length = 0] = errorRange ?? []
  return {
    rule: (ruleNames[0] ?? '').replace(/^plan-/, ''),
    severity,
    message: errorDetail ?? '',
    line: lineNumber,
    column,
    endLine: lineNumber,
    endColumn: column + length,
  }
}

const remarkReporter = `export default files =>
  'REPORT ' + JSON.stringify(files.map(({path, messages}) =>
    [path, messages.map(({ruleId, fatal, reason, place}) => ({ruleId, fatal, reason, place}))]))\n`

type RemarkMessage = Pick<VFileMessage, 'ruleId' | 'fatal' | 'reason' | 'place'>

/** Findings of remark-cli on all files in `folder`, with the preset for remark of that id. */
export function remarkCli(folder: string, preset: string): Report {
  writeFileSync(join(folder, 'reporter.mjs'), remarkReporter)
  const module = pathToFileURL(join(root, 'hosts/remark-preset.ts')).href
  const config = `import {remarkPreset} from '${module}'\nexport default remarkPreset('${preset}')\n`
  writeFileSync(join(folder, '.remarkrc.mjs'), config)
  const {output} = runNode(folder, join(root, 'node_modules/remark-cli/cli.js'), ['.', '--report', './reporter.mjs'])
  const files = reported<[path: string, messages: RemarkMessage[]][]>(output)
  return new Map(files.map(([path, messages]) => [path, messages.map(ofRemark)]))
}

function ofRemark({ruleId, fatal, reason, place}: RemarkMessage): Seen {
  const start = place && 'start' in place ? place.start : place
  const end = place && 'start' in place ? place.end : start
  return {
    rule: (ruleId ?? '').replace(/^plan-/, ''),
    severity: fatal === true ? 'error' : fatal === false ? 'warning' : 'info',
    message: reason,
    line: start?.line ?? 0,
    column: start?.column ?? 0,
    endLine: end?.line ?? 0,
    endColumn: end?.column ?? 0,
  }
}
