import type {Preset} from '../core/preset.ts'
import type {OptionSpecs, Rule} from '../core/rule.ts'

export type Schema = {readonly [key: string]: unknown}

const severities = ['info', 'warning', 'error'] as const
const globs = {type: 'array', items: {type: 'string', minLength: 1}}

/** JSON Schema (draft 7, which editors know best) of `Config`, for just these rules and presets. */
export function configSchema(rules: readonly Rule[], presets: readonly Preset[]): Schema {
  const preset = {
    description: 'How plans are judged; "auto" finds it out for each file.',
    enum: ['auto', ...presets.map(({id}) => id)],
    default: 'auto',
  }
  const settings = {$ref: '#/definitions/rules'}
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of plan-lint',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: {type: 'string'},
      extends: {
        description: 'Configurations to build upon: paths relative to this file, or packages.',
        anyOf: [{type: 'string'}, {type: 'array', items: {type: 'string'}}],
      },
      plans: {...globs, description: 'Where the plans are; read when no paths are given.'},
      ignores: {...globs, description: 'Files to leave out unless they are named themselves.'},
      preset,
      rules: settings,
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
          properties: {files: {...globs, minItems: 1}, preset, rules: settings},
        },
      },
    },
    definitions: {
      rules: {
        description: 'Severity, or severity and options, by rule.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map(rule => [rule.id, ruleSetting(rule)])),
      },
    },
  }
}

function ruleSetting(rule: Rule): Schema {
  const list = {
    type: 'array',
    items: [{enum: severities}, optionsSchema(rule.options)],
    minItems: 2,
    maxItems: 2,
  }
  return {description: rule.summary, anyOf: [{enum: ['off', ...severities]}, list]}
}

function optionsSchema(properties: OptionSpecs): Schema {
  return {type: 'object', additionalProperties: false, properties}
}
