import type {Finding} from '../../core/finding.ts'
import {applyEdits} from '../../core/fixes.ts'
import {type Analysis, analyse} from '../../core/lint.ts'
import {RuleFailure} from '../../core/rule-failure.ts'
import type {Client} from './feature.ts'
import type {LintedDocument} from './linted-document.ts'
import type {FileConfig} from './projects.ts'
import type {Suppression} from './suppressions.ts'

/** A document with what is needed to look at a changed one in the same way. */
export interface Subject {
  linted: LintedDocument
  /** Of the text that was linted, as the editor counts now. */
  version: number
  config: FileConfig
  client: Client
}

/** The first of `ways` that keeps back what it says of `rule` and nothing else; undefined where none does. */
export function firstThatHolds(subject: Subject, rule: string, ways: Iterable<Suppression>): Suppression | undefined {
  for (const way of ways) if (keepsTheRest(subject, rule, way)) return way
  return undefined
}

/** Where a comment may stand without a change of meaning is for the rules to say: they look at the plan with it. */
function keepsTheRest(subject: Subject, rule: string, {edits, added, covers}: Suppression): boolean {
  const {linted, config} = subject
  const {result, plan} = linted
  const after = analysed(applyEdits(plan.text, edits), config, linted)
  if (!after) return false
  const isCovered = (finding: Finding) => finding.rule === rule && covers(toPlan(linted, finding.start))
  return (
    after.result.preset === result.preset &&
    after.plan.directives.directives.length === plan.directives.directives.length + added &&
    saidBy(after.result.findings) === saidBy(result.findings.filter(finding => !isCovered(finding)))
  )
}

function analysed(
  text: string,
  {catalogue, preset = 'auto', rules = {}}: FileConfig,
  {surroundings}: LintedDocument,
): Analysis | null {
  try {
    return analyse(text, {...catalogue, preset, settings: rules, ...surroundings})
  } catch (error) {
    if (error instanceof RuleFailure) return null
    throw error
  }
}

/** What is found, without the numbers: a message may name lines, which a new one moves. */
function saidBy(findings: readonly Finding[]): string {
  const said = findings.map(({rule, message}) => `${rule} ${message.replace(/\d+/g, '')}`)
  return said.sort().join('\n')
}

/** An offset of the text as the editor has it, in the plan's own. */
export function toPlan(linted: LintedDocument, offset: number): number {
  return linted.offsetInPlan(linted.rangeOf({start: offset, end: offset}).start)
}
