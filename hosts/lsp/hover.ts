import {type Hover, type Range as LspRange, MarkupKind, type Position} from 'vscode-languageserver'
import type {Finding, Range} from '../../core/finding.ts'
import type {Client, Feature, Session} from './feature.ts'
import {plainWords, ruleHover} from './hover-page.ts'
import {presetHover} from './hover-preset.ts'
import type {LintedDocument} from './linted-document.ts'

/** The page of a rule, on its findings and where a directive names it; what a preset asks for, where one is named. */
export const hover: Feature = {
  capabilities: () => ({hoverProvider: true}),
  start({connection, documents, client, pageOf}) {
    connection.onHover(async ({textDocument: {uri}, position}, token) => {
      const linted = await documents.lintedOf(uri, token)
      if (!linted || token.isCancellationRequested) return null
      const shown = nameAt(linted, position, pageOf) ?? findingsAt(linted, position, pageOf)
      return shown && hoverOf(shown, client)
    })
  },
}

interface Shown {
  markdown: string
  range: LspRange
}

type PageOf = Session['pageOf']

function hoverOf({markdown, range}: Shown, {capabilities}: Client): Hover {
  const formats = capabilities.textDocument?.hover?.contentFormat ?? []
  const contents = formats.includes(MarkupKind.Markdown)
    ? {kind: MarkupKind.Markdown, value: markdown}
    : {kind: MarkupKind.PlainText, value: plainWords(markdown)}
  return {contents, range}
}

function isIn(offset: number): (range: Range) => boolean {
  return ({start, end}) => start <= offset && offset <= end
}

function nameAt(linted: LintedDocument, position: Position, pageOf: PageOf): Shown | null {
  const {plan, catalogue} = linted
  const holds = isIn(linted.offsetInPlan(position))
  for (const {kind, names, nameRanges} of plan.directives.directives) {
    const index = nameRanges.findIndex(holds)
    const [name, range] = [names[index], nameRanges[index]]
    if (name === undefined || !range) continue
    const markdown =
      kind === 'preset'
        ? describedPreset(linted, name)
        : describedRule(catalogue.rules, name.replace(/^plan-/, ''), pageOf)
    return markdown === null ? null : {markdown, range: linted.rangeInPlan(range)}
  }
  return null
}

function describedPreset({catalogue}: LintedDocument, id: string): string | null {
  const preset = catalogue.presets.find(candidate => candidate.id === id)
  return preset ? presetHover(preset) : null
}

function describedRule(rules: LintedDocument['catalogue']['rules'], id: string, pageOf: PageOf): string | null {
  const rule = rules.find(candidate => candidate.id === id)
  return rule ? ruleHover(rule, pageOf(id)) : null
}

/** All findings at a place: what they say, then the page of each rule. */
function findingsAt(linted: LintedDocument, position: Position, pageOf: PageOf): Shown | null {
  const findings = linted.result.findings.filter(isIn(linted.offsetAt(position)))
  const narrowest = findings.reduce<Finding | null>((least, finding) => {
    return least && least.end - least.start <= finding.end - finding.start ? least : finding
  }, null)
  if (!narrowest) return null
  const ids = [...new Set(findings.map(({rule}) => rule))]
  const parts = ids.map(id => {
    const messages = findings
      .filter(({rule}) => rule === id)
      .map(({message, severity}) => `**${severity}**: ${escaped(message)}`)
    return [...messages, describedRule(linted.catalogue.rules, id, pageOf) ?? ''].join('\n\n')
  })
  return {markdown: parts.join('\n\n---\n\n'), range: linted.rangeOf(narrowest)}
}

/** Words of the document in Markdown. */
function escaped(words: string): string {
  return words.replace(/[\\`*_[\]<>#|~&]/g, '\\$&')
}
