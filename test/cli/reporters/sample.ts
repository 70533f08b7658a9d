import type {Run, Target} from '../../../cli/reporters/reporter.ts'
import {loadReporter, type ReporterName} from '../../../cli/reporters/reporters.ts'
import type {Finding} from '../../../core/finding.ts'
import type {LintResult} from '../../../core/lint.ts'
import {SourceText} from '../../../core/text.ts'
import {rules} from '../../../rules/index.ts'

const target: Target = {color: false, cwd: '/work', env: {}}

/** The part of `text` that `words` are, as a finding. */
export function finding(text: string, words: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(words)
  const end = start + words.length
  return {rule: 'no-placeholders', severity: 'error', message: `"${words}" is a slot`, data: {}, start, end, ...more}
}

export function linted(path: string, text: string, findings: Finding[], more: Partial<LintResult> = {}) {
  const chosen = {preset: 'phased', presetSource: 'detected', isPlan: true, suppressed: 0} as const
  const result: LintResult = {...chosen, evidence: ['Gate (line 3)'], findings, ...more}
  const place = {line: 1, column: 1, endLine: 1, endColumn: 2}
  const blocker = {
    cause: 'no-open-questions',
    keepsFrom: 'executable',
    message: 'No answer',
    count: 1,
    ...place,
  } as const
  const readiness = {verdict: 'reviewable', blockers: [blocker]} as const
  const outline = {phases: 2, phasesAsked: 2, phasesDone: 1, questions: 3, openQuestions: 1, readiness}
  return {path, source: new SourceText(text), result, outline}
}

export function runOf(files: Run['files'], more: Partial<Run> = {}): Run {
  return {files, places: [], problems: [], rules, failOn: 'error', ...more}
}

export async function reported(name: ReporterName, run: Run, more: Partial<Target> = {}): Promise<string> {
  const {reporter} = await loadReporter(name)
  return reporter(run, {...target, ...more})
}
