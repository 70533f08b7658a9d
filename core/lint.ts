import {detectPreset} from './detect.ts'
import {type Directive, directivesOf, Suppression} from './directives.ts'
import {type Document, parseDocument} from './document.ts'
import {compareFindings, type Finding, isAtLeast, type Range} from './finding.ts'
import {type PlainText, plainText} from './line-breaks.ts'
import {Memory} from './memory.ts'
import {type DirectiveContext, Plan} from './plan.ts'
import type {Preset, RuleSettings} from './preset.ts'
import type {Report, Rule} from './rule.ts'
import {RuleFailure} from './rule-failure.ts'
import {type ActiveRule, activeRules, assertKnown} from './settings.ts'
import {forgetTitles} from './titles.ts'
import {didYouMean} from './words.ts'
import type {Workspace} from './workspace.ts'

/** How the preset was chosen: `config` by the caller, `directive` by the document, `detected` by its fingerprint. */
export type PresetSource = 'config' | 'directive' | 'detected' | 'fallback'

export interface LintOptions {
  rules: readonly Rule[]
  presets: readonly Preset[]
  /** A preset id, or `auto` (default): directive, then fingerprint, then the fallback `plan`. */
  preset?: string
  /** The user's settings; they win over the preset's. */
  settings?: RuleSettings
  /** What rules about the repository look at; without it they are silent. */
  workspace?: Workspace
}

export interface LintResult {
  preset: string
  presetSource: PresetSource
  /** What in the document speaks for the preset, such as `Function Responsibilities (line 40)`. */
  evidence: string[]
  /** Whether the document itself, by directive or fingerprint, is a plan; hosts that see every file are silent otherwise. */
  isPlan: boolean
  /** In order of place, then rule id. */
  findings: Finding[]
  /** How many findings the document's own directives kept back. */
  suppressed: number
}

interface Choice {
  preset: Preset
  source: PresetSource
  evidence: string[]
  isPlan: boolean
}

/** The preset of documents that look like no other. */
export const fallbackId = 'plan'

function presetById(id: string, presets: readonly Preset[]): Preset {
  const preset = presets.find(candidate => candidate.id === id)
  if (preset) return preset
  const ids = presets.map(candidate => candidate.id)
  throw new RangeError(`Unknown preset "${id}".${didYouMean(id, ids)} Known presets: auto, ${ids.join(', ')}.`)
}

function choosePreset(
  document: Document,
  directives: readonly Directive[],
  presets: readonly Preset[],
  wanted: string,
): Choice {
  const directive = directives.find(({kind, names}) => kind === 'preset' && presets.some(({id}) => id === names[0]))
  if (wanted !== 'auto') {
    const preset = presetById(wanted, presets)
    const isPlan = directive !== undefined || detectPreset(document, presets) !== null
    return {preset, source: 'config', evidence: [], isPlan}
  }
  if (directive) {
    const evidence = [`preset directive (line ${document.source.lineAt(directive.start)})`]
    return {preset: presetById(directive.names[0] as string, presets), source: 'directive', evidence, isPlan: true}
  }
  const detected = detectPreset(document, presets)
  if (detected) return {...detected, source: 'detected', isPlan: true}
  return {preset: presetById(fallbackId, presets), source: 'fallback', evidence: [], isPlan: false}
}

/** @throws {RuleFailure} when the rule throws, or tells of a place that is none */
function findingsOf(plan: Plan, {rule, severity, options}: ActiveRule): Finding[] {
  try {
    const reports: Iterable<Report> | undefined = rule.check(plan, options)
    if (!reports?.[Symbol.iterator])
      throw new TypeError('"check" gave nothing to go through; make it a generator ("*check(…)"), or return a list')
    return Array.from(reports, report => {
      assertPlaces(report, plan.text.length)
      const {severity: own} = report
      const finding: Finding = {rule: rule.id, severity, ...report}
      // A rule may make its finding milder than the setting, never graver than the user wants it.
      finding.severity = own && isAtLeast(severity, own) ? own : severity
      if (rule.url !== undefined) finding.url = rule.url
      return finding
    })
  } catch (error) {
    throw new RuleFailure(rule, error)
  }
}

/** Hosts cannot show, and some do not survive, places outside of the text. */
function assertPlaces(report: Report, length: number): void {
  assertPlace(report, length)
  for (const related of report.related ?? []) assertPlace(related, length)
  for (const edit of report.fix ?? []) assertPlace(edit, length)
  for (const {edits} of report.suggestions ?? []) for (const edit of edits) assertPlace(edit, length)
}

function assertPlace({start, end}: Range, length: number): void {
  if (Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= length) return
  throw new RangeError(`nothing can stand at ${start} to ${end} in a text of ${length} characters`)
}

function isLast({rule}: ActiveRule): boolean {
  return rule.group === 'directives'
}

/** A text read as a plan, and what is wrong with it. */
export interface Analysis {
  /** Said of the text as it was given. */
  result: LintResult
  /** Said of `plain.text`, which `plain` maps to the text as it was given. */
  plan: Plan
  plain: PlainText
}

/**
 * Finds what is wrong with one plan. Any string is valid input; the same text and options give the same result.
 * @throws {RangeError} when `preset`, a rule or an option in `settings` names nothing known
 * @throws {RuleFailure} when a rule breaks down
 */
export function lint(text: string, options: LintOptions): LintResult {
  return analyse(text, options).result
}

/**
 * As `lint`, with the model behind the findings. Throws what `lint` throws. Whoever lints a document again and again
 * while it is edited keeps a `memory` for it: the analysis is the same, in less time.
 */
export function analyse(text: string, options: LintOptions, memory = new Memory({isForOneText: true})): Analysis {
  const {rules, presets, preset: wanted = 'auto', settings = {}, workspace = null} = options
  assertKnown(rules, settings)
  forgetTitles()
  memory.begin()
  const plain = plainText(text)
  const document = parseDocument(plain.text, memory)
  const directives = directivesOf(document)
  const {preset, source, evidence, isPlan} = choosePreset(document, directives, presets, wanted)
  const active = activeRules(rules, preset, settings)
  const suppression = new Suppression(document, directives)
  const context: DirectiveContext = {
    directives,
    ruleIds: rules.map(({id}) => id),
    presetIds: presets.map(({id}) => id),
    activeIds: active.map(({rule}) => rule.id),
    kept: suppression.kept,
  }
  const plan = new Plan(document, preset, context, workspace)
  const findings: Finding[] = []
  let suppressed = 0
  // Rules about directives judge what became of the findings of the others.
  for (const rule of [...active].sort((a, b) => Number(isLast(a)) - Number(isLast(b)))) {
    for (const finding of findingsOf(plan, rule)) {
      if (suppression.takes(finding.rule, finding.start)) suppressed++
      else findings.push(finding)
    }
  }
  const result: LintResult = {
    preset: preset.id,
    presetSource: source,
    evidence,
    isPlan,
    findings: plain.restore(findings).sort(compareFindings),
    suppressed,
  }
  return {result, plan, plain}
}
