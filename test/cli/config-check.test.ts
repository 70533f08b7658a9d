import {Validator} from '@cfworker/json-schema'
import {describe, expect, test} from 'vitest'
import {faultsIn} from '../../config/check.ts'
import {configSchema, editorSchema} from '../../config/schema.ts'
import {defineRule} from '../../core/rule.ts'
import {presets, rules} from '../../index.ts'

const rule = defineRule({
  id: 'no-shouting',
  summary: 'Something is shouted',
  group: 'sections',
  severity: 'error',
  options: {
    words: {type: 'array', items: {type: 'string'}, default: [], description: 'Words that may be.'},
    most: {type: 'integer', default: 1, minimum: 1, description: 'How many.'},
    mode: {type: 'string', default: 'any', enum: ['any', 'all'], description: 'Which.'},
    strict: {type: 'boolean', default: false, description: 'Whether.'},
  },
  messages: {shouted: 'x'},
  check: () => [],
})
const optionless = defineRule({...rule, id: 'no-options', options: {}, messages: {shouted: 'x'}, check: () => []})
const schema = configSchema([rule, optionless], presets)

function messages(setting: unknown, id = 'no-shouting'): string[] {
  return faultsIn({rules: {[id]: setting}}, schema).map(fault => fault.message)
}

describe('rule settings', () => {
  test.each(['off', 'info', 'warning', 'error'])('%s is good', severity => {
    expect(messages(severity)).toEqual([])
  })

  test('options of every type are good', () => {
    expect(messages(['warning', {words: ['A'], most: 2, mode: 'all', strict: true}])).toEqual([])
  })

  test.each([
    [['warning', {wrods: []}], 'unknown option "wrods" of rule "no-shouting"; did you mean "words"?'],
    [['warning', {zzzzzzz: 1}], 'unknown option "zzzzzzz" of rule "no-shouting"; there are words, most, mode, strict'],
    [['warning', {most: 0}], '"rules.no-shouting[1].most" must be at least 1, not 0'],
    [['warning', {most: 1.5}], '"rules.no-shouting[1].most" must be an integer, not a number'],
    [['warning', {mode: 'al'}], '"rules.no-shouting[1].mode" is "al"; did you mean "all"?'],
    [['warning', {strict: 'yes'}], '"rules.no-shouting[1].strict" must be a boolean, not a string'],
    [['warning', {words: [1]}], '"rules.no-shouting[1].words[0]" must be a string, not a number'],
    [['warning'], '"rules.no-shouting" needs 2 items, not 1'],
    [['wraning', {}], '"rules.no-shouting[0]" is "wraning"; did you mean "warning"?'],
    [null, '"rules.no-shouting" is null; it can be off, info, warning, error'],
  ])('%j', (setting, message) => {
    expect(messages(setting)).toEqual([message])
  })

  test('a rule without options says so', () => {
    expect(messages(['error', {strict: true}], 'no-options')).toEqual([
      'unknown option "strict" of rule "no-options"; it has none',
    ])
  })
})

test('every rule, with its default options, is good in the schema that ships', () => {
  const shipped = editorSchema(rules, presets)
  const defaults = rules.map(({id, severity, options}) => {
    const values = Object.entries(options).map(([name, spec]) => [name, spec.default])
    return [id, [severity, Object.fromEntries(values)]]
  })
  const config = {preset: 'auto', failOn: 'info', rules: Object.fromEntries(defaults)}
  expect(rules.length).toBeGreaterThan(0)
  expect(faultsIn(config, configSchema(rules, presets))).toEqual([])
  expect(new Validator(shipped, '7').validate(config)).toEqual({valid: true, errors: []})
})

describe('the schema that ships', () => {
  const shipped = new Validator(editorSchema(rules, presets), '7')
  const isValid = (config: object) => shipped.validate(config).valid
  const others = {preset: 'rfc', rules: {'own-rule': ['info', {words: []}]}, overrides: [{files: ['*'], preset: 'rfc'}]}

  test('knows all rules and presets where nothing can bring others', () => {
    expect(isValid({rules: {'no-placeholders': 'off'}})).toBe(true)
    expect(isValid({rules: {'own-rule': 'off'}})).toBe(false)
    expect(isValid({preset: 'rfc'})).toBe(false)
  })

  test.each([{plugins: ['./rfc.mjs']}, {extends: './base.json'}])('allows others beside %j', links => {
    expect(isValid({...links, ...others})).toBe(true)
    expect(isValid({...links, rules: {'own-rule': 'offf'}})).toBe(false)
    expect(isValid({...links, rules: {'no-placeholders': ['error', {wrods: 1}]}})).toBe(false)
    expect(isValid({...links, ruls: {}})).toBe(false)
  })

  test('knows plugins by name only', () => {
    expect(isValid({plugins: [{}]})).toBe(false)
    expect(isValid({plugins: './rfc.mjs'})).toBe(false)
  })
})
