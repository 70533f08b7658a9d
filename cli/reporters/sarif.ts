import type {Location, Log, Notification, ReportingDescriptor, Result, Run as SarifRun} from 'sarif'
import type {Edit, Finding, Range, Severity} from '../../core/finding.ts'
import type {Rule} from '../../core/rule.ts'
import type {SourceText} from '../../core/text.ts'
import {name, version} from '../package.ts'
import {fingerprintsOf} from './fingerprints.ts'
import {jsonText} from './json-text.ts'
import {reportedReadiness} from './readiness.ts'
import {regionOf} from './region.ts'
import type {LintedFile, Run, Target} from './reporter.ts'
import {repositoryPath} from './repository-path.ts'

const levels = {error: 'error', warning: 'warning', info: 'note'} as const satisfies Record<Severity, string>
/** Words without the links that viewers would make of `[a](b)` in them. */
const worded = (text: string) => ({text: text.replaceAll('](', '\\](')})

/** In the words of GitHub code scanning. */
const problemSeverities: Record<Severity, string> = {error: 'error', warning: 'warning', info: 'recommendation'}
const root = '%SRCROOT%'

/** A log of SARIF 2.1.0. Its rules are those that found something; fixes and suggestions are fixes that say so. */
export function sarif(run: Run, target: Target): string {
  const found = new Set(run.files.flatMap(({result}) => result.findings.map(({rule}) => rule)))
  const rules = (run.rules ?? []).filter(({id}) => found.has(id))
  const indexes = new Map(rules.map(({id}, index) => [id, index]))
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name,
            version,
            semanticVersion: version,
            informationUri: 'https://github.com/plan-lint/plan-lint',
            rules: rules.map(descriptorOf),
          },
        },
        invocations: [invocationOf(run)],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {[root]: {description: {text: 'The folder that the paths are relative to.'}}},
        artifacts: run.files.map(file => artifactOf(file, run, target)),
        results: run.files.flatMap((file, index) => resultsOf(file, {index, indexes, target})),
      },
    ],
  }
  return jsonText(log, 2)
}

function descriptorOf({id, summary, group, severity, enabledByDefault, url}: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: {text: `${summary}.`},
    fullDescription: {text: `${summary}.`},
    ...(url !== undefined && {helpUri: url}),
    help: {
      text: url === undefined ? `${summary}.` : `${summary}. Why, and plans that pass: ${url}`,
      markdown: url === undefined ? `${summary}.` : `${summary}. [Why, and plans that pass](${url})`,
    },
    defaultConfiguration: {enabled: enabledByDefault, level: levels[severity]},
    properties: {tags: ['plan', group], 'problem.severity': problemSeverities[severity]},
  }
}

function invocationOf({problems}: Run): NonNullable<SarifRun['invocations']>[number] {
  const notifications = problems.map((text): Notification => ({level: 'error', message: worded(text)}))
  return {
    executionSuccessful: problems.length === 0,
    ...(notifications.length > 0 && {toolExecutionNotifications: notifications}),
  }
}

function artifactOf(file: LintedFile, {required}: Run, target: Target) {
  const {preset, presetSource, evidence} = file.result
  const readiness = file.outline && {readiness: reportedReadiness(file.outline.readiness, required)}
  return {
    location: artifactLocation(file, target),
    mimeType: 'text/markdown',
    encoding: 'utf-8',
    properties: {preset, presetSource, evidence, ...readiness},
  }
}

function artifactLocation({path}: LintedFile, target: Target) {
  return {uri: uriOf(repositoryPath(path, target)), uriBaseId: root}
}

interface Context {
  /** Of the file among the artifacts. */
  index: number
  /** Of each rule among the rules. */
  indexes: ReadonlyMap<string, number>
  target: Target
}

function resultsOf(file: LintedFile, {index, indexes, target}: Context): Result[] {
  const artifact = {...artifactLocation(file, target), index}
  const fingerprints = fingerprintsOf({...file, path: repositoryPath(file.path, target)})
  const locate = (range: Range): Location => ({
    physicalLocation: {artifactLocation: artifact, region: sarifRegion(file.source, range)},
  })
  return file.result.findings.map((finding, at) => {
    const {rule, severity, message, data, related = []} = finding
    const fixes = fixesOf(finding, file.source, artifact)
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule) ?? -1,
      level: levels[severity],
      message: worded(message),
      locations: [locate(finding)],
      ...(related.length > 0 && {
        relatedLocations: related.map((other, id) => ({id, ...locate(other), message: worded(other.message)})),
      }),
      partialFingerprints: {'planLintFinding/v1': fingerprints[at] ?? ''},
      ...(fixes.length > 0 && {fixes}),
      properties: {data},
    }
  })
}

type Fix = NonNullable<Result['fixes']>[number]

function fixesOf({fix, suggestions = []}: Finding, source: SourceText, artifact: {uri: string}): Fix[] {
  const made = (text: string, edits: readonly Edit[], safety: 'safe' | 'choice'): Fix => ({
    description: worded(text),
    artifactChanges: [
      {
        artifactLocation: artifact,
        replacements: edits.map(edit => ({
          deletedRegion: sarifRegion(source, edit),
          ...(edit.text !== '' && {insertedContent: {text: edit.text}}),
        })),
      },
    ],
    properties: {safety},
  })
  return [
    ...(fix ? [made('Fix it', fix, 'safe')] : []),
    ...suggestions.map(({title, edits}) => made(title, edits, 'choice')),
  ]
}

function sarifRegion(source: SourceText, range: Range) {
  const {line, column, endLine, endColumn} = regionOf(source, range)
  return {startLine: line, startColumn: column, endLine, endColumn}
}

function uriOf(path: string): string {
  const wellFormed = path.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  return wellFormed.split('/').map(encodeURIComponent).join('/')
}
