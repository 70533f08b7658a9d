import {type CodeAction, CodeActionKind, LSPErrorCodes, ResponseError, type WorkspaceEdit} from 'vscode-languageserver'
import type {Finding} from '../../core/finding.ts'
import type {Plan} from '../../core/plan.ts'
import {findingDiagnostic} from './diagnostics.ts'
import type {Client} from './feature.ts'
import {firstThatHolds, type Subject, toPlan} from './suppression-trial.ts'
import {fileSuppressions, lineSuppressions, type Suppression} from './suppressions.ts'
import {workspaceEdit} from './workspace-edit.ts'

/** More than a menu has room for. */
const most = 10

/** What is to be kept back; the whole file where there is no line. */
interface Target {
  rule: string
  line: number | null
}

/** What an action carries until it is chosen. */
export interface DisableData extends Target {
  uri: string
  version: number
  block?: string
}

/** Whether the edit of an action can wait until it is chosen: to try it out takes as long as to lint. */
export function resolvesEdits({capabilities}: Client): boolean {
  const {dataSupport, resolveSupport} = capabilities.textDocument?.codeAction ?? {}
  return dataSupport === true && resolveSupport?.properties?.includes('edit') === true
}

/** Offers to keep back `findings`, by line first, then in the whole file. */
export function disableActions(subject: Subject, findings: readonly Finding[]): CodeAction[] {
  const {plan} = subject.linted
  const lineOf = ({start}: Finding) => plan.document.source.lineAt(toPlan(subject.linted, start))
  const areOnOneLine = new Set(findings.map(lineOf)).size === 1
  const groups = [
    ...groupsOf(findings, finding => ({rule: finding.rule, line: lineOf(finding)})),
    ...groupsOf(findings, ({rule}) => ({rule, line: null})),
  ]
  const actions = new Map<string, CodeAction>()
  for (const {target, members} of groups) {
    const way = wayFor(subject, target)
    if (!way) continue
    const scope = target.line === null ? 'this file' : areOnOneLine ? 'this line' : `line ${target.line}`
    const action = {
      title: `Disable ${target.rule} for ${way.block ? `this ${way.block}` : scope}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: members.map(finding => findingDiagnostic(finding, subject.linted)),
    }
    // Findings in the same block are kept back together.
    const key = JSON.stringify(way.edits)
    if (!actions.has(key)) actions.set(key, {...action, ...changeOf(subject, target, way)})
  }
  return [...actions.values()]
}

/**
 * The edit of an action that was offered without.
 * @throws {ResponseError} when no directive keeps back that alone
 */
export function disableEdit(subject: Subject, {block, rule, line}: DisableData): WorkspaceEdit {
  const ways = waysTo(subject.linted.plan, {rule, line}).filter(way => way.block === block)
  const way = firstThatHolds(subject, rule, ways)
  if (way) return editOf(subject, way)
  const message = `No comment here would keep back ${rule} and nothing else; disable it for this file`
  throw new ResponseError(LSPErrorCodes.RequestFailed, message)
}

function wayFor(subject: Subject, target: Target): Suppression | undefined {
  const ways = waysTo(subject.linted.plan, target)
  return resolvesEdits(subject.client) ? ways[0] : firstThatHolds(subject, target.rule, ways)
}

function waysTo(plan: Plan, {rule, line}: Target): Suppression[] {
  return [...(line === null ? fileSuppressions(plan, rule) : lineSuppressions(plan, rule, line))]
}

function changeOf(subject: Subject, target: Target, way: Suppression): Pick<CodeAction, 'data' | 'edit'> {
  if (!resolvesEdits(subject.client)) return {edit: editOf(subject, way)}
  const {linted, version} = subject
  const data: DisableData = {uri: linted.uri, version, ...target, ...(way.block !== undefined && {block: way.block})}
  return {data}
}

function editOf({linted, client, version}: Subject, way: Suppression): WorkspaceEdit {
  const feed = /\r\n?|\n/.exec(linted.source.text)?.[0] ?? '\n'
  const edits = way.edits.map(({text, snippet, ...place}) => ({
    range: linted.rangeInPlan(place),
    newText: text.replaceAll('\n', feed),
    ...(snippet !== undefined && {snippet: snippet.replaceAll('\n', feed)}),
  }))
  return workspaceEdit(client, {uri: linted.uri, version}, edits)
}

interface Group {
  target: Target
  members: Finding[]
}

function groupsOf(findings: readonly Finding[], targetOf: (finding: Finding) => Target): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const target = targetOf(finding)
    const key = JSON.stringify(target)
    const group = groups.get(key)
    if (group) group.members.push(finding)
    else groups.set(key, {target, members: [finding]})
  }
  return [...groups.values()].slice(0, most)
}
