import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import {describe, expect, test} from 'vitest'
import {json} from '../../cli/reporters/json.ts'
import {SourceText} from '../../core/text.ts'
import {project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8')) as Schema
const validator = new Validator(schema, '7', false)

const errorsIn = (report: unknown) => validator.validate(report).errors

test('the report on all fixtures is valid, and so are its counts', async () => {
  const {code, stdout, stderr} = await run(root, ['--format', 'json', 'fixtures'])
  expect({code, stderr}).toEqual({code: 1, stderr: ''})
  const report = JSON.parse(stdout)
  expect(errorsIn(report)).toEqual([])
  expect(new Set(report.files.map((file: {preset: string}) => file.preset)).size).toBeGreaterThan(5)
  const findings: {severity: string; suggestions: unknown[]}[] = report.files.flatMap(
    (file: {findings: []}) => file.findings,
  )
  const {summary} = report
  expect(summary.files).toBe(report.files.length)
  expect(summary.errors + summary.warnings + summary.infos).toBe(findings.length)
  expect(summary.errors).toBe(findings.filter(({severity}) => severity === 'error').length)
})

test('the form of the report', () => {
  const text = '\ufeff# [NAME] plan\r\n\r\nSee above \u009b.\r\n'
  const [start, end] = [text.indexOf('[NAME]'), text.indexOf('[NAME]') + 6]
  const result = {
    preset: 'phased',
    presetSource: 'detected' as const,
    evidence: ['Gate (line 3)'],
    isPlan: true,
    suppressed: 2,
    findings: [
      {
        rule: 'no-slots',
        severity: 'error' as const,
        message: 'A \u009b slot',
        data: {text: '[NAME]', lines: 1},
        url: 'https://example.org/no-slots',
        start,
        end,
        fix: [{start, end, text: ''}],
        suggestions: [{title: 'Name it', edits: [{start, end, text: 'Name'}]}],
        related: [{start: text.indexOf('See'), end: text.indexOf(' \u009b'), message: 'here'}],
      },
      {rule: 'r', severity: 'info' as const, message: 'm', data: {}, url: 'https://example.org/r', start: 0, end: 0},
    ],
  }
  const printed = json({files: [{path: '../a.md', source: new SourceText(text), result}]})
  expect(printed).toMatch(/^[ -~]*\n$/)
  const report = JSON.parse(printed)
  expect(errorsIn(report)).toEqual([])
  const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(report).toEqual({
    version: 1,
    tool: {name: 'plan-lint', version},
    files: [
      {
        path: '../a.md',
        preset: 'phased',
        presetSource: 'detected',
        evidence: ['Gate (line 3)'],
        findings: [
          {
            rule: 'no-slots',
            severity: 'error',
            message: 'A \u009b slot',
            data: {text: '[NAME]', lines: 1},
            ...{line: 1, column: 3, endLine: 1, endColumn: 9},
            url: 'https://example.org/no-slots',
            fix: {edits: [{start: 3, end: 9, text: ''}]},
            suggestions: [{title: 'Name it', edits: [{start: 3, end: 9, text: 'Name'}]}],
            related: [{line: 3, column: 1, endLine: 3, endColumn: 10, message: 'here'}],
          },
          {
            rule: 'r',
            severity: 'info',
            message: 'm',
            data: {},
            ...{line: 1, column: 1, endLine: 1, endColumn: 1},
            url: 'https://example.org/r',
            suggestions: [],
          },
        ],
      },
    ],
    summary: {files: 1, errors: 1, warnings: 0, infos: 1, suppressed: 2},
  })
})

describe('the schema', () => {
  test.each([
    ['another version', {version: 2}],
    ['a key more', {more: 1}],
    ['a file without preset', {files: [{path: 'a.md', presetSource: 'detected', evidence: [], findings: []}]}],
  ])('refuses %s', (_, change) => {
    const tool = {name: 'plan-lint', version: '0.0.0'}
    const summary = {files: 0, errors: 0, warnings: 0, infos: 0, suppressed: 0}
    expect(errorsIn({version: 1, tool, files: [], summary})).toEqual([])
    expect(errorsIn({version: 1, tool, files: [], summary, ...change})).not.toEqual([])
  })
})

test('--quiet keeps errors only', async () => {
  const config = JSON.stringify({rules: {'no-open-questions': 'warning'}})
  const plan = '# Plan\n\n- Owner: [PROJECT NAME]\n\n## Open Questions\n\n- Which store do we take?\n'
  const cwd = project({'a.md': plan, 'plan-lint.config.json': config})
  const report = async (...options: string[]) => JSON.parse((await run(cwd, [...options, '-f', 'json', 'a.md'])).stdout)
  expect((await report()).summary).toMatchObject({errors: 1, warnings: 1})
  expect((await report('--quiet')).summary).toMatchObject({errors: 1, warnings: 0})
})
