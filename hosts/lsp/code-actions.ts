import {
  type CancellationToken,
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range as LspRange,
} from 'vscode-languageserver'
import type {Finding} from '../../core/finding.ts'
import {fixRounds} from '../../core/fixes.ts'
import {lint} from '../../core/lint.ts'
import {composeEdits} from './compose-edits.ts'
import {findingDiagnostic, source} from './diagnostics.ts'
import {type DisableData, disableActions, disableEdit, resolvesEdits} from './disable-actions.ts'
import type {Client, Feature, Session} from './feature.ts'
import {fixTitle} from './fix-titles.ts'
import type {Subject} from './suppression-trial.ts'
import {workspaceEdit} from './workspace-edit.ts'

const fixAllKind = `${CodeActionKind.SourceFixAll}.${source}`

/** Editors that know only commands, not actions with their edits, are offered nothing. */
function knowsActions({capabilities}: Client): boolean {
  return capabilities.textDocument?.codeAction?.codeActionLiteralSupport !== undefined
}

/** Fixes, suggestions and directives for the findings at a place, from the place alone: not every editor sends more. */
export const codeActions: Feature = {
  capabilities: client => {
    if (!knowsActions(client)) return {}
    const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind]
    return {codeActionProvider: {codeActionKinds, resolveProvider: resolvesEdits(client)}}
  },
  start(session) {
    const {connection, client} = session
    connection.onCodeAction(async ({textDocument: {uri}, range, context}, token) => {
      const subject = knowsActions(client) ? await subjectOf(session, uri, token) : null
      return subject ? actionsFor(subject, range, context) : []
    })
    connection.onCodeActionResolve(async (action, token) => {
      const data = action.data as DisableData | undefined
      const subject = data ? await subjectOf(session, data.uri, token) : null
      // What was offered for a text that is gone is not made up for another.
      if (!data || !subject || subject.version !== data.version) return action
      return {...action, edit: disableEdit(subject, data)}
    })
  },
}

async function subjectOf(session: Session, uri: string, token: CancellationToken): Promise<Subject | null> {
  const {documents, client} = session
  if (!(await documents.lintedOf(uri, token))) return null
  // The version of an outcome is that of the first document with its text.
  const version = documents.versionOf(uri)
  const outcome = await documents.outcomeOf(uri)
  if (!outcome?.linted || version === undefined || token.isCancellationRequested) return null
  return {linted: outcome.linted, config: outcome.config, version, client}
}

function actionsFor(subject: Subject, range: LspRange, {only, triggerKind}: CodeActionContext): CodeAction[] {
  const isAsked = (kind: CodeActionKind) =>
    !only?.length || only.some(asked => asked === '' || `${kind}.`.startsWith(`${asked}.`))
  if (!isAsked(CodeActionKind.QuickFix)) return isAsked(fixAllKind) ? fixAllActions(subject, fixAllKind) : []
  const findings = findingsAt(subject, range, triggerKind !== CodeActionTriggerKind.Automatic)
  const fixes = findings.flatMap(finding => fixesOf(subject, finding))
  const isFixableHere = findings.some(({fix}) => fix)
  const kind = isFixableHere ? CodeActionKind.QuickFix : fixAllKind
  const isAlone = isFixableHere && subject.linted.result.findings.filter(({fix}) => fix).length === 1
  const fixAll = isAlone || !isAsked(kind) ? [] : fixAllActions(subject, kind)
  return [...fixes, ...fixAll, ...disableActions(subject, findings)]
}

/**
 * The findings that overlap `range` or touch an end of it. Where none does and somebody asked, those on the line of a
 * cursor: some editors send the cursor for the line, and nobody has to aim.
 */
function findingsAt({linted}: Subject, range: LspRange, isWide: boolean): Finding[] {
  const [from, to] = [linted.offsetAt(range.start), linted.offsetAt(range.end)]
  const {findings} = linted.result
  const touched = findings.filter(({start, end}) => start <= to && from <= end)
  if (touched.length > 0 || from !== to || !isWide) return touched
  const {start} = linted.rangeOf({start: from, end: from})
  return findings.filter(finding => {
    const place = linted.rangeOf(finding)
    return place.start.line <= start.line && start.line <= place.end.line
  })
}

function fixesOf({linted, client, version}: Subject, finding: Finding): CodeAction[] {
  const {fix, suggestions = []} = finding
  const action = {kind: CodeActionKind.QuickFix, diagnostics: [findingDiagnostic(finding, linted)]}
  const editOf = (edits: Parameters<typeof linted.textEdits>[0]) =>
    workspaceEdit(client, {uri: linted.uri, version}, linted.textEdits(edits))
  return [
    ...(fix ? [{...action, title: fixTitle(fix, linted.source.text), isPreferred: true, edit: editOf(fix)}] : []),
    ...suggestions.map(({title, edits}) => ({...action, title, edit: editOf(edits)})),
  ]
}

function fixAllActions({linted, client, version, config}: Subject, kind: CodeActionKind): CodeAction[] {
  const {catalogue, preset = 'auto', rules = {}} = config
  const {text} = linted.source
  const options = {...catalogue, preset, settings: rules, ...linted.surroundings}
  const rounds = fixRounds(text, current => lint(current, options).findings)
  const edits = composeEdits(
    text.length,
    Array.from(rounds, round => round.edits),
  )
  if (edits.length === 0) return []
  const edit = workspaceEdit(client, {uri: linted.uri, version}, linted.textEdits(edits))
  return [{title: 'Fix all plan-lint problems in this file', kind, edit}]
}
