import {join} from 'node:path'
import {
  type Diagnostic,
  DiagnosticSeverity,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type Range,
} from 'vscode-languageserver/node'
import type {Severity} from '../../../core/finding.ts'
import {Client} from '../../lsp/client.ts'
import {type Document, pathOf} from '../document.ts'
import {type Report, type Row, written} from '../row.ts'

// Some plugins of the project are code.
const initializationOptions = {trusted: true}

/** Diagnostics that the server publishes. */
export async function push(documents: readonly Document[], root: string): Promise<Report> {
  return diagnosticsOf(documents, root, await Client.start({initializationOptions}), (client, uri) =>
    client.published(uri),
  )
}

/** Diagnostics that the editor asks for. */
export async function pull(documents: readonly Document[], root: string): Promise<Report> {
  const client = await Client.start({initializationOptions, capabilities: {textDocument: {diagnostic: {}}}})
  return diagnosticsOf(documents, root, client, async ({connection}, uri) => {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
    if (report.kind !== DocumentDiagnosticReportKind.Full) throw new Error(`A report of ${uri} is not full.`)
    return report.items
  })
}

async function diagnosticsOf(
  documents: readonly Document[],
  root: string,
  client: Client,
  ask: (client: Client, uri: string) => Promise<Diagnostic[]>,
): Promise<Report> {
  const report: Report = new Map()
  for (const document of documents) {
    const path = pathOf(document)
    // A byte order mark belongs to the file; editors do not take it for text.
    const uri = await client.open(document.text.replace(/^\uFEFF/, ''), join(root, path))
    const diagnostics = await ask(client, uri)
    report.set(
      path,
      diagnostics.map(diagnostic => rowOf(diagnostic, uri)),
    )
    await client.close(uri)
  }
  return report
}

const severities = new Map<DiagnosticSeverity | undefined, Severity>([
  [DiagnosticSeverity.Error, 'error'],
  [DiagnosticSeverity.Warning, 'warning'],
  [DiagnosticSeverity.Information, 'info'],
])

function rowOf(
  {range, severity, code, codeDescription, message, relatedInformation = []}: Diagnostic,
  uri: string,
): Row {
  const known = severities.get(severity)
  if (!known) throw new Error(`${uri}: a diagnostic has the severity ${severity}.`)
  if (typeof message !== 'string') throw new Error(`${uri}: a diagnostic has markup for its message.`)
  return {
    rule: String(code),
    severity: known,
    at: at(range),
    message,
    url: codeDescription?.href ?? '',
    related: relatedInformation.map(({location, message}) => {
      if (location.uri !== uri) throw new Error(`A place in ${location.uri} belongs to a diagnostic of ${uri}.`)
      return `${at(location.range)} ${message}`
    }),
    changes: [],
  }
}

/** The protocol counts from 0. */
function at({start, end}: Range): string {
  return written({
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  })
}
