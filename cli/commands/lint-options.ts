import {colorOptions, configOptions} from '../project-options.ts'
import {standardInputOptions} from '../standard-input-asked.ts'
import type {Values} from './command.ts'

const choosing = {
  changed: {type: 'boolean', optionalValue: 'ref', help: 'only plans changed now, or since ref'},
  since: {type: 'string', value: 'ref', with: 'changed', help: 'only plans changed since the branch left this one'},
  'changed-lines': {type: 'boolean', help: 'and only findings on changed lines'},
  shard: {type: 'string', value: 'i/n', help: 'only the i-th of n parts of the files'},
  ...standardInputOptions,
} as const

const judging = {
  preset: {type: 'string', value: 'id', help: 'judge all by this preset or template'},
  ...configOptions,
  rule: {type: 'string', value: 'id:severity', multiple: true, help: 'take it as error, warning, info or off'},
  baseline: {type: 'string', value: 'file', help: 'put up with the findings in this file'},
  'update-baseline': {type: 'boolean', help: 'write the findings of now into it'},
  'fail-on': {type: 'string', value: 'severity', help: 'fail on error (default), warning or info'},
  'max-warnings': {type: 'string', value: 'n', help: 'fail on more warnings than this'},
  require: {type: 'string', value: 'verdict', help: 'fail below reviewable, executable, done'},
  'print-config': {type: 'string', value: 'file', help: 'print what holds for this file, as JSON'},
} as const

const fixing = {
  fix: {type: 'boolean', help: 'make the changes that are safe'},
  'fix-suggestions': {type: 'boolean', help: 'make those too that leave no choice'},
  diff: {type: 'boolean', help: 'only show what --fix would change'},
} as const

const reporting = {
  format: {type: 'string', short: 'f', value: 'name', multiple: true, help: 'how to report; several go by name=file'},
  'output-file': {type: 'string', short: 'o', value: 'file', help: 'write the report to this file'},
  all: {type: 'boolean', help: 'show every finding, however many'},
  stats: {type: 'boolean', help: 'tell what took how long'},
  quiet: {type: 'boolean', short: 'q', help: 'print only what fails the run'},
  ...colorOptions,
} as const

const running = {
  watch: {type: 'boolean', help: 'lint again whenever something changes'},
  cache: {type: 'boolean', help: 'keep results; lint only what has changed'},
  'cache-location': {type: 'string', value: 'path', help: 'keep them in this folder'},
} as const

export const lintOptions = {...choosing, ...judging, ...fixing, ...running, ...reporting} as const

export const lintOptionGroups = {
  'Which plans': choosing,
  'What counts': judging,
  Fixing: fixing,
  Running: running,
  Reporting: reporting,
}

/** What `plan-lint --help` shows of them. */
export const commonLintOptions = ['fix', 'diff', 'format', 'preset', 'changed', 'since', 'baseline', 'quiet'] as const

export type GivenToLint = Values<typeof lintOptions>
