import {openConfig} from '../../config/load.ts'
import type {Severity} from '../../core/finding.ts'
import type {PresetSource} from '../../core/lint.ts'
import type {Verdict} from '../../core/readiness/verdict.ts'
import type {LoadedWorld} from '../commands/command.ts'
import {lintFiles} from '../lint-files.ts'
import {ownCatalogue} from '../own-catalogue.ts'
import {plansAsked} from '../plans-asked.ts'
import {reportedReadiness} from '../reporters/readiness.ts'
import type {ReportedReadiness} from '../reporters/report-data.ts'
import type {LintedFile} from '../reporters/reporter.ts'
import {countOf} from '../reporters/words.ts'
import {complain} from '../terminal.ts'
import {belowRequired} from './required.ts'

/** What is told of one plan. */
export interface PlanStatus {
  /** Relative to the working folder, with forward slashes. */
  path: string
  preset: string
  presetSource: PresetSource
  readiness: ReportedReadiness
  /** Those that are skipped are not counted. */
  phases: {done: number; all: number}
  questions: {open: number; all: number}
  findings: Record<Severity, number>
}

export interface Statuses {
  /** In order of their paths. */
  statuses: PlanStatus[]
  /** A line for each plan that is less far than is required. */
  below: string[]
  /** Whether all could be checked; what could not has been told. */
  isWhole: boolean
}

/**
 * Lints the plans that `paths` stand for, or those of the project, and tells how far each is.
 * @throws {Problem} when nothing can be checked at all
 */
export async function statusesOf(
  world: LoadedWorld,
  paths: readonly string[],
  configAsked: string | false | undefined,
  required: Verdict | undefined,
): Promise<Statuses> {
  const config = await openConfig({...world, own: ownCatalogue}, configAsked)
  const {files, problems} = await plansAsked(world, {paths}, config)
  await complain(world, problems)
  const {handled, unchecked} = await lintFiles(world, files, config, {
    severities: {},
    diff: false,
    wantsOutline: true,
    narrowed: async (_, linted) => linted,
  })
  return {
    statuses: handled.flatMap(({linted}) => statusOf(linted, required)),
    below: belowRequired(handled, {showsAll: false, ...(required && {required})}),
    isWhole: problems.length + unchecked.length === 0,
  }
}

function statusOf({path, result, outline}: LintedFile, required: Verdict | undefined): PlanStatus[] {
  if (!outline) return []
  const {preset, presetSource, findings} = result
  const {phasesDone, phasesAsked, openQuestions, questions, readiness} = outline
  return [
    {
      path,
      preset,
      presetSource,
      readiness: reportedReadiness(readiness, required),
      phases: {done: phasesDone, all: phasesAsked},
      questions: {open: openQuestions, all: questions},
      findings: {
        error: countOf(findings, 'error'),
        warning: countOf(findings, 'warning'),
        info: countOf(findings, 'info'),
      },
    },
  ]
}
