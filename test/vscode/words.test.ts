import {describe, expect, test} from 'vitest'
import {describeStatus} from '../../editors/vscode/client/words.ts'
import type {PlanStatus} from '../../hosts/lsp/status-protocol.ts'

type Plan = NonNullable<PlanStatus['plan']>

const plan: Plan = {
  preset: 'staged',
  presetSource: 'detected',
  evidence: ['Stage 1: Queue (line 4)', '```json (line 90)'],
  counts: {error: 2, warning: 1, info: 0},
  readiness: {verdict: 'draft', next: 'reviewable', blockers: 2},
}

function words(status: Partial<PlanStatus>) {
  return describeStatus({
    uri: 'untitled:a.md',
    version: 1,
    plan,
    configFile: null,
    configProblems: [],
    isConfigRefused: false,
    failure: null,
    ...status,
  })
}

test('names the preset and why', () => {
  expect(words({})).toEqual({
    text: '$(checklist) staged',
    tooltip: [
      'Checked as **staged**: the file looks like it.',
      '- Stage 1: Queue (line 4)\n- \\`\\`\\`json (line 90)',
      '2 errors, 1 warning.',
      'It is draft; 2 things keep it from being reviewable.',
    ].join('\n\n'),
    level: 'normal',
  })
})

describe('says who chose the preset', () => {
  test.each<[Plan['presetSource'], string]>([
    ['config', 'the configuration says so'],
    ['directive', 'the file says so'],
    ['fallback', 'the project keeps plans here'],
  ])('%s', (presetSource, reason) => {
    expect(words({plan: {...plan, presetSource, evidence: []}})?.tooltip).toContain(reason)
  })
})

test('says that nothing was found', () => {
  const counts = {error: 0, warning: 0, info: 0}
  expect(words({plan: {...plan, counts}})?.tooltip).toContain('Nothing found.')
  expect(words({plan: {...plan, counts: {...counts, info: 1}}})?.tooltip).toContain('1 hint.')
})

test('says how far the plan is', () => {
  const tooltip = (readiness: Plan['readiness']) => words({plan: {...plan, readiness}})?.tooltip
  expect(tooltip({verdict: 'executable', next: 'done', blockers: 1})).toContain(
    'It is executable; 1 thing keeps it from being done.',
  )
  expect(tooltip({verdict: 'done', next: null, blockers: 0})).toContain('It is done.')
})

test('says nothing of a document that is no plan', () => {
  expect(words({plan: null})).toBeNull()
})

test('warns where the configuration is not in force', () => {
  const status = words({configFile: '/a/plan-lint.config.json', configProblems: ['unknown preset "stagd"', 'b']})
  expect(status).toMatchObject({text: '$(warning) staged', level: 'warning'})
  expect(status?.tooltip).toContain('plan-lint.config.json is not in force:\n\n- unknown preset "stagd"\n- b')
})

test('leads to the trust in the workspace where code was not run', () => {
  const configFile = '/a/plan-lint.config.mjs'
  const status = words({configFile, configProblems: ['is code'], isConfigRefused: true})
  expect(status).toMatchObject({text: '$(workspace-untrusted) staged', level: 'normal'})
  expect(status?.tooltip).toContain('(command:workbench.trust.manage)')
})

test('says why a document could not be checked', () => {
  expect(words({plan: null, failure: 'the rule broke'})).toEqual({
    text: '$(error) plan-lint',
    tooltip: 'Not checked: the rule broke',
    level: 'error',
  })
})

test('a document cannot smuggle a link into the words', () => {
  const evidence = ['[Trust](command:workbench.trust.manage) <img src="x"> (line 1)', '# A', '1. b']
  const tooltip = words({plan: {...plan, evidence}})?.tooltip
  expect(tooltip).toContain('- \\[Trust\\](command:workbench.trust.manage) \\<img src="x"> (line 1)\n- \\# A\n- 1\\. b')
})
