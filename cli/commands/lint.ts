import {Problem} from '../../config/problem.ts'
import {memberOf} from '../arguments.ts'
import {type LintRequest, usualBaseline} from '../lint-request.ts'
import {pathsAsked} from '../paths-asked.ts'
import {colorAsked, colorOptions, configAsked, configOptions} from '../project-options.ts'
import {reportsOf} from '../report-requests.ts'
import {severities, severitiesOf} from '../severities.ts'
import {shardOf} from '../shard.ts'
import {asksForStandardInput, standardInputOptions} from '../standard-input-asked.ts'
import {type Arguments, defineCommand} from './command.ts'

const options = {
  preset: {type: 'string', value: 'id', help: 'judge every file by this preset'},
  ...configOptions,
  format: {type: 'string', short: 'f', value: 'name', multiple: true, help: 'how to report; several go by name=file'},
  'output-file': {type: 'string', short: 'o', value: 'file', help: 'write the report to this file'},
  all: {type: 'boolean', help: 'show every finding, however many'},
  fix: {type: 'boolean', help: 'make the changes that are safe'},
  'fix-suggestions': {type: 'boolean', help: 'make those too that leave no choice'},
  diff: {type: 'boolean', help: 'show what --fix would change, and change nothing'},
  changed: {type: 'boolean', help: 'only plans with changes that are not committed'},
  since: {type: 'string', value: 'ref', help: 'only plans changed since the branch left this one'},
  'changed-lines': {type: 'boolean', help: 'with either, only findings on lines that changed'},
  baseline: {type: 'string', value: 'file', help: 'put up with the findings in this file'},
  'update-baseline': {type: 'boolean', help: 'write the findings of now into it'},
  rule: {type: 'string', value: 'id:severity', multiple: true, help: 'take a rule as error, warning, info or off'},
  'fail-on': {type: 'string', value: 'severity', help: 'fail on error (default), warning or info'},
  'max-warnings': {type: 'string', value: 'n', help: 'fail on more warnings than this'},
  ...standardInputOptions,
  shard: {type: 'string', value: 'i/n', help: 'only the i-th of n parts of the files'},
  'print-config': {type: 'string', value: 'file', help: 'print what holds for this file, as JSON'},
  quiet: {type: 'boolean', short: 'q', help: 'print errors only'},
  ...colorOptions,
} as const

export const lint = defineCommand({
  usage: ['[options] [files, folders, globs, @lists]'],
  summary: 'finds what is wrong with implementation plans in Markdown',
  options,
  notes,
  async run(world, given) {
    const request = requestOf(given)
    const printed = given.values['print-config']
    if (printed !== undefined) {
      const [other] = given.positionals
      if (other !== undefined) throw new Problem(`--print-config is about one file; leave "${other}" out`)
    }
    if (asksForStandardInput(given)) {
      const {runOnStandardInput} = await import('../run-on-standard-input.ts')
      return runOnStandardInput(world, request, given.values['stdin-filename'])
    }
    if (printed !== undefined) {
      const {printConfig} = await import('../print-config.ts')
      return printConfig(world, request, printed)
    }
    const {run} = await import('../run.ts')
    return run(world, {...request, paths: await pathsAsked(world, given)})
  },
})

function requestOf({values, positionals, argv}: Arguments<typeof options>): LintRequest {
  const {preset, format = [], quiet = false, diff = false} = values
  const config = configAsked(values)
  if (values['changed-lines'] && fixModeOf(values).fix) {
    throw new Problem('--changed-lines picks findings, but fixes are made to whole files; leave one out')
  }
  if (diff && (format.length > 0 || values['output-file'] !== undefined)) {
    throw new Problem('--diff shows changes instead of a report; leave --format and --output-file out')
  }
  const color = colorAsked(argv)
  return {
    paths: positionals,
    reports: reportsOf(format, values['output-file']),
    showsAll: values.all ?? false,
    quiet,
    diff,
    ...fixModeOf(values),
    ...changedOf(values),
    ...baselineOf(values),
    severities: severitiesOf(values.rule ?? []),
    ...(values['fail-on'] && {failOn: memberOf(values['fail-on'], severities, 'severity')}),
    ...(values['max-warnings'] && {maxWarnings: amountOf(values['max-warnings'])}),
    ...(values.shard && {shard: shardOf(values.shard)}),
    ...(preset === undefined ? {} : {preset}),
    ...(config === undefined ? {} : {config}),
    ...(color === undefined ? {} : {color}),
  }
}

function fixModeOf(values: Given): Pick<LintRequest, 'fix'> {
  if (values['fix-suggestions']) return {fix: 'suggested'}
  return values.fix || values.diff ? {fix: 'safe'} : {}
}

type Given = Arguments<typeof options>['values']

function changedOf({changed, since, 'changed-lines': linesOnly = false}: Given): Pick<LintRequest, 'changed'> {
  if (since !== undefined) return {changed: {since, linesOnly}}
  if (changed) return {changed: {linesOnly}}
  if (linesOnly) throw new Problem('--changed-lines goes with --changed or --since <ref>; add one of them')
  return {}
}

function baselineOf({baseline, 'update-baseline': update = false}: Given): Pick<LintRequest, 'baseline'> {
  if (baseline === undefined && !update) return {}
  return {baseline: {file: baseline ?? usualBaseline, update}}
}

function amountOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  throw new Problem(`--max-warnings is "${words}"; it needs a number`)
}

async function notes(): Promise<string> {
  const [{planGlobs}, {placesIn}, {filled}, {reporterNames}] = await Promise.all([
    import('../../core/plan-paths.ts'),
    import('../glob.ts'),
    import('../filled.ts'),
    import('../reporters/reporters.ts'),
  ])
  return `Without paths it lints the plans it finds in
${filled(placesIn(planGlobs))}

Formats, or a module of your own (./reporter.mjs):
${filled(reporterNames)}

Exit codes: 0 clean, 1 findings that fail the run, 2 something was not checked`
}
