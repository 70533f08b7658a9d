import type {LintError, LintResults, Options} from 'markdownlint'
import {lint as lintPromise} from 'markdownlint/promise'
import {lint as lintSync} from 'markdownlint/sync'
import {markdownlintRules} from '../../../hosts/markdownlint.ts'
import {configs} from '../configs.ts'
import {type Document, pathOf} from '../document.ts'
import {markdownlintConfigOf} from '../project.ts'
import {type Change, edit, type Report, type Row, withoutPrefix, written} from '../row.ts'
import * as team from '../team.ts'
import {reportOf} from './node.ts'

export async function markdownlintSync(documents: readonly Document[]): Promise<Report> {
  return library(documents, async options => lintSync(options))
}

export async function markdownlintPromise(documents: readonly Document[]): Promise<Report> {
  return library(documents, lintPromise)
}

/** The library, once for each configuration. */
async function library(
  documents: readonly Document[],
  lint: (options: Options) => Promise<LintResults>,
): Promise<Report> {
  const report: Report = new Map()
  for (const [name, config] of Object.entries(configs)) {
    const strings = Object.fromEntries(
      documents.filter(document => document.config === name).map(document => [pathOf(document), document.text]),
    )
    const customRules = markdownlintRules({plugins: config.hasTeam ? [team] : []})
    const results = await lint({strings, customRules, config: markdownlintConfigOf(config)})
    for (const [path, errors] of Object.entries(results)) report.set(path, errors.map(rowOf))
  }
  return report
}

/** The program, once for all folders of the project. */
export async function markdownlintCli2(_documents: readonly Document[], root: string): Promise<Report> {
  type Named = LintError & {fileName: string}
  const errors = await reportOf<Named[]>(root, 'markdownlint-cli2/markdownlint-cli2-bin.mjs', ['**/*.md'])
  const report: Report = new Map()
  for (const error of errors) report.set(error.fileName, [...(report.get(error.fileName) ?? []), rowOf(error)])
  return report
}

function rowOf({ruleNames, severity, lineNumber, errorDetail, errorRange, ruleInformation, fixInfo}: LintError): Row {
  const [column = 1, length = 0] = errorRange ?? []
  return {
    rule: withoutPrefix(ruleNames[0] ?? ''),
    severity,
    at: written({line: lineNumber, column, endLine: lineNumber, endColumn: column + length}),
    message: errorDetail ?? '',
    url: ruleInformation ?? '',
    related: [],
    changes: fixInfo ? [changeOf(fixInfo, lineNumber)] : [],
  }
}

function changeOf(fixInfo: NonNullable<LintError['fixInfo']>, line: number): Change {
  const {lineNumber = line, editColumn = 1, deleteCount = 0, insertText = ''} = fixInfo
  const place =
    deleteCount < 0
      ? {line: lineNumber, column: 1, endLine: lineNumber + 1, endColumn: 1}
      : {line: lineNumber, column: editColumn, endLine: lineNumber, endColumn: editColumn + deleteCount}
  return {title: 'fix', edits: [edit(place, insertText)]}
}
