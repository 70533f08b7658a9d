import {Problem} from '../../config/problem.ts'
import {memberOf} from '../arguments.ts'
import {assertNoRef, changedAsked} from '../changed-asked.ts'
import {type LintRequest, usualBaseline} from '../lint-request.ts'
import {pathsAsked} from '../paths-asked.ts'
import {colorAsked, configAsked} from '../project-options.ts'
import {reportsOf} from '../report-requests.ts'
import {severities, severitiesOf} from '../severities.ts'
import {shardOf} from '../shard.ts'
import {asksForStandardInput} from '../standard-input-asked.ts'
import {type Arguments, defineCommand} from './command.ts'
import {type GivenToLint, lintOptionGroups, lintOptions} from './lint-options.ts'

export const lint = defineCommand({
  usage: ['[options] [files, folders, globs, @lists]'],
  summary: 'finds what is wrong with implementation plans in Markdown',
  options: lintOptions,
  optionGroups: lintOptionGroups,
  notes,
  async run(world, given) {
    const request = {...requestOf(given), ...(await requiredOf(given.values))}
    const printed = given.values['print-config']
    if (printed !== undefined) {
      const [other] = given.positionals
      if (other !== undefined) throw new Problem(`--print-config is about one file; leave "${other}" out`)
    }
    if (asksForStandardInput(given)) {
      const {runOnStandardInput} = await import('../run-on-standard-input.ts')
      return runOnStandardInput(world, request, given.values['stdin-filename'])
    }
    if (given.values.watch) {
      const {watch} = await import('../watch/watch.ts')
      return watch(world, request, given)
    }
    if (printed !== undefined) {
      const {printConfig} = await import('../print-config.ts')
      return printConfig(world, request, printed)
    }
    assertNoRef(world, given)
    const {run} = await import('../run.ts')
    return run(world, {...request, paths: await pathsAsked(world, given)})
  },
})

function requestOf({values, positionals, argv}: Arguments<typeof lintOptions>): LintRequest {
  const {preset, format = [], quiet = false, stats = false, diff = false} = values
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
    stats,
    diff,
    ...fixModeOf(values),
    ...changedAsked(values),
    ...baselineOf(values),
    ...cacheOf(values),
    severities: severitiesOf(values.rule ?? []),
    ...(values['fail-on'] && {failOn: memberOf(values['fail-on'], severities, 'severity')}),
    ...(values['max-warnings'] && {maxWarnings: amountOf(values['max-warnings'])}),
    ...(values.shard && {shard: shardOf(values.shard)}),
    ...(preset === undefined ? {} : {preset}),
    ...(config === undefined ? {} : {config}),
    ...(color === undefined ? {} : {color}),
  }
}

function fixModeOf(values: GivenToLint): Pick<LintRequest, 'fix'> {
  if (values['fix-suggestions']) return {fix: 'suggested'}
  return values.fix || values.diff ? {fix: 'safe'} : {}
}

async function requiredOf({require: verdict, diff, 'update-baseline': update}: GivenToLint) {
  if (verdict === undefined) return {}
  const {verdicts} = await import('../../core/readiness/verdict.ts')
  const required = memberOf(verdict, verdicts, 'verdict')
  const other = diff ? '--diff' : update ? '--update-baseline' : undefined
  if (other) throw new Problem(`${other} fails no run for its plans; leave --require out`)
  return {required}
}

function baselineOf({baseline, 'update-baseline': update = false}: GivenToLint): Pick<LintRequest, 'baseline'> {
  if (baseline === undefined && !update) return {}
  return {baseline: {file: baseline ?? usualBaseline, update}}
}

function cacheOf({cache = false, 'cache-location': location}: GivenToLint): Pick<LintRequest, 'cache'> {
  if (location !== undefined) return {cache: {location}}
  return cache ? {cache: {}} : {}
}

function amountOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words)
  throw new Problem(`--max-warnings is "${words}"; it needs a number`)
}

async function notes(): Promise<string> {
  const [{filled}, {reporterNames}] = await Promise.all([import('../filled.ts'), import('../reporters/reporters.ts')])
  return `Formats:
${filled([...reporterNames, './your-own.mjs'])}`
}
