import {type Schema, Validator} from '@cfworker/json-schema'
import {describe, expect, test} from 'vitest'
import {configSchema} from '../config/schema.ts'
import {applyEdits} from '../core/fixes.ts'
import type {RuleSetting} from '../core/preset.ts'
import type {Rule} from '../core/rule.ts'
import {SourceText} from '../core/text.ts'
import {presetSeverity} from '../hosts/hosted-plan.ts'
import {type Edit, type Finding, lint, presets, rules} from '../index.ts'
import {type Example, rulePage} from './rule-page.ts'
import {workspaceOf} from './workspace-of.ts'

const schema = new Validator(configSchema(rules, presets) as Schema, '7')

/** What `rule` alone finds, even where the preset has it off; a rule about directives needs what the others find. */
function findingsIn({plan, preset, options, repository}: Example, rule: Rule): Finding[] {
  const usual = presetSeverity(
    rule,
    presets.find(({id}) => id === preset),
  )
  const setting: RuleSetting = [usual === 'off' ? rule.severity : usual, options]
  const others = rule.group === 'directives' ? [] : rules.map(({id}) => [id, 'off'] as const)
  const {findings} = lint(plan, {
    preset,
    rules: {...Object.fromEntries(others), [rule.id]: setting},
    ...(repository && {workspace: workspaceOf(repository)}),
  })
  return findings.filter(finding => finding.rule === rule.id)
}

function told(text: string, {start, severity, message}: Finding): string {
  const {line, column} = new SourceText(text).positionAt(start)
  return `${line}:${column} ${severity} ${message}`
}

/** The changes that findings offer, of each the first. */
function changesOf(findings: readonly Finding[]): Edit[][] {
  return findings
    .flatMap(({fix, suggestions}) => [fix ?? suggestions?.[0]?.edits ?? []])
    .filter(edits => edits.length > 0)
}

const named = (example: Example) => [`${example.section}, line ${example.line}`, example] as const

describe.each(rules)('$id', rule => {
  const page = rulePage(rule.id)
  const judged = page.examples.filter(({section}) => section !== 'Fix')
  const fixes = page.examples.filter(({section}) => section === 'Fix')
  const options = Object.keys(rule.options)

  test('the page has its parts in order', () => {
    const hasFix = judged.some(example => changesOf(findingsIn(example, rule)).length > 0)
    expect(page.sections).toEqual([
      'Fails',
      'Passes',
      ...(options.length > 0 ? ['Options'] : []),
      ...(hasFix ? ['Fix'] : []),
      'When not to use it',
    ])
  })

  test('the page shows plans that fail and plans that pass', () => {
    for (const section of ['Fails', 'Passes']) {
      const shown = judged.filter(example => example.section === section)
      expect(shown.length, section).toBeGreaterThan(0)
      for (const {line, findings} of shown) {
        expect(findings !== null, `line ${line} says what is found`).toBe(section === 'Fails')
      }
    }
  })

  test('the page shows every option, and how to set it', () => {
    expect([...new Set(judged.flatMap(example => Object.keys(example.options)))].sort()).toEqual(options.sort())
    const configs = page.configs.join()
    for (const option of options) expect(configs).toContain(`"${option}"`)
  })

  test('the configurations on the page are valid', () => {
    for (const config of page.configs) expect(schema.validate(JSON.parse(config)).errors, config).toEqual([])
  })

  test.each(judged.map(named))('%s', (_, example) => {
    expect(findingsIn(example, rule).map(finding => told(example.plan, finding))).toEqual(example.findings ?? [])
  })

  const befores = fixes.filter((_, index) => index % 2 === 0)
  test.each(befores.map(named))('%s', (_, before) => {
    const after = fixes[fixes.indexOf(before) + 1]
    const [edits = []] = changesOf(findingsIn(before, rule))
    expect(applyEdits(before.plan, edits)).toBe(after?.plan)
  })
})
