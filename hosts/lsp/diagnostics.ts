import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
} from 'vscode-languageserver'
import type {Finding, Severity} from '../../core/finding.ts'
import type {Client, Feature, Session} from './feature.ts'
import type {LintedDocument} from './linted-document.ts'
import type {Outcome} from './outcome.ts'
import {Publisher} from './publisher.ts'

export const source = 'plan-lint'

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

function pulls({capabilities}: Client): boolean {
  return capabilities.textDocument?.diagnostic !== undefined
}

/** Diagnostics, asked for by the editor where it can ask, else published to it. */
export const diagnostics: Feature = {
  capabilities: client =>
    pulls(client)
      ? {diagnosticProvider: {identifier: source, interFileDependencies: false, workspaceDiagnostics: false}}
      : {},
  start(session) {
    if (pulls(session.client)) answerPulls(session)
    else new Publisher(session, diagnosticsOf).start()
  },
}

function answerPulls({connection, documents, client, onRefresh}: Session): void {
  connection.languages.diagnostics.on(async ({textDocument: {uri}}): Promise<FullDocumentDiagnosticReport> => {
    const outcome = await documents.outcomeOf(uri)
    return {kind: DocumentDiagnosticReportKind.Full, items: outcome ? diagnosticsOf(outcome) : []}
  })
  onRefresh(() => {
    if (client.capabilities.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
  })
}

/** All that an editor shows of one version of a document. */
function diagnosticsOf({linted, failure, config}: Outcome): Diagnostic[] {
  const troubles = failure === null ? [] : [failure]
  // Told where it matters: what is shown of the plan was found without its configuration.
  if (linted && !config.isRefused) troubles.push(...config.problems)
  const findings = linted?.result.findings ?? []
  return [
    ...troubles.map(troubleDiagnostic),
    ...findings.map(finding => findingDiagnostic(finding, linted as LintedDocument)),
  ]
}

function troubleDiagnostic(message: string): Diagnostic {
  const start = {line: 0, character: 0}
  return {range: {start, end: start}, severity: DiagnosticSeverity.Error, source, message}
}

export function findingDiagnostic(finding: Finding, linted: LintedDocument): Diagnostic {
  const {rule, severity, message, url, related = []} = finding
  const isLeftover = linted.catalogue.rules.find(({id}) => id === rule)?.group === 'leftovers'
  return {
    range: linted.rangeOf(finding),
    severity: severities[severity],
    source,
    code: rule,
    ...(url && {codeDescription: {href: url}}),
    message,
    ...(isLeftover && {tags: [DiagnosticTag.Unnecessary]}),
    ...(related.length > 0 && {
      relatedInformation: related.map(other => ({
        location: {uri: linted.uri, range: linted.rangeOf(other)},
        message: other.message,
      })),
    }),
  }
}
