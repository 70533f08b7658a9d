import type {Preset} from '../core/preset.ts'
import type {OptionSpecs, Rule} from '../core/rule.ts'

export type Schema = {readonly [key: string]: unknown}

const severities = ['info', 'warning', 'error'] as const
const globs = {type: 'array', items: {type: 'string', minLength: 1}}

const draft = 'http://json-schema.org/draft-07/schema#'
const title = 'Configuration of plan-lint'

const extending = {
  description: 'Configurations to build upon: paths relative to this file, or packages.',
  anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}],
}
const modules = {type: 'string', minLength: 1}

function plugins(item: Schema): Schema {
  return {
    description: 'Rules and presets of your own: paths of modules relative to this file, or packages.',
    type: 'array',
    items: item,
  }
}

/** What a configuration builds upon; to be looked at before it is known which rules and presets there are. */
export const linkSchema: Schema = {
  type: 'object',
  properties: {extends: extending, plugins: plugins({anyOf: [modules, {type: 'object'}]})},
}

/** JSON Schema (draft 7, which editors know best) of `Config`, for just these rules and presets. */
export function configSchema(rules: readonly Rule[], presets: readonly Preset[]): Schema {
  const ids = {enum: ['auto', ...presets.map(({id}) => id)]}
  return {
    $schema: draft,
    title,
    ...configuration({ids, settings: 'rules', plugin: {anyOf: [modules, {type: 'object'}]}}),
    definitions: {rules: ruleSettings(rules, false)},
  }
}

/**
 * The same for editors, which see one file: where plugins or other configurations may bring more rules and presets, any
 * id is good.
 */
export function editorSchema(rules: readonly Rule[], presets: readonly Preset[]): Schema {
  const ids = {enum: ['auto', ...presets.map(({id}) => id)]}
  const files = {type: 'string', pattern: '[./\\\\]'}
  return {
    $schema: draft,
    title,
    if: {anyOf: [{required: ['plugins']}, {required: ['extends']}]},
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: configuration({ids: {anyOf: [ids, {type: 'string'}]}, settings: 'anyRules', plugin: modules}),
    else: configuration({ids: {anyOf: [ids, files]}, settings: 'rules', plugin: modules}),
    definitions: {rules: ruleSettings(rules, false), anyRules: ruleSettings(rules, true)},
  }
}

/** `settings` names the definition of rule settings that holds. */
function configuration({ids, settings, plugin}: {ids: Schema; settings: string; plugin: Schema}): Schema {
  const preset = {
    description:
      'How plans are judged: a preset, or the path of a template ("./docs/plan-template.md"); "auto" finds it out.',
    ...ids,
    default: 'auto',
  }
  const rules = {$ref: `#/definitions/${settings}`}
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: {type: 'string'},
      extends: extending,
      plugins: plugins(plugin),
      plans: {...globs, description: 'Where the plans are; read when no paths are given.'},
      ignores: {...globs, description: 'Files to leave out unless they are named themselves.'},
      preset,
      rules,
      failOn: {
        description: 'A finding of this severity or graver makes the exit code 1.',
        enum: severities,
        default: 'error',
      },
      overrides: {
        description: 'What holds for some files only; the later wins.',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: {files: {...globs, minItems: 1}, preset, rules},
        },
      },
    },
  }
}

function ruleSettings(rules: readonly Rule[], areOthersGood: boolean): Schema {
  return {
    description: 'Severity, or severity and options, by rule.',
    type: 'object',
    additionalProperties: areOthersGood && setting({type: 'object'}),
    properties: Object.fromEntries(
      rules.map(({id, summary, options}) => [id, {description: summary, ...setting(optionsSchema(options))}]),
    ),
  }
}

function setting(options: Schema): Schema {
  const list = {type: 'array', items: [{enum: severities}, options], minItems: 2, maxItems: 2}
  return {anyOf: [{enum: ['off', ...severities]}, list]}
}

function optionsSchema(properties: OptionSpecs): Schema {
  return {type: 'object', additionalProperties: false, properties}
}
