import {describe, expect, test} from 'vitest'
import {presets, rules} from '../../index.ts'
import {project, run} from './world.ts'

const plugin = `
export const rules = [{
  id: 'no-todo', summary: 'A TODO is left', group: 'own', severity: 'warning', enabledByDefault: true, fixable: true,
  options: {}, messages: {todo: 'TODO'}, check: function* () {},
}]
export const presets = [{
  id: 'memo', summary: 'A memo', priority: 5, fingerprints: [], sections: [{id: 'ask', title: 'Ask \\u001b[31m', expectation: 'required'}],
  vocabulary: {questions: [], validation: [], checkpoints: []}, literals: [], templateText: {}, rules: {'no-todo': 'error'},
}]`
const withPlugin = {'plan-lint.config.json': '{"plugins": ["./own.mjs"]}', 'own.mjs': plugin}
const tooWide = (text: string) => text.split('\n').filter(line => line.length > 80)

describe('rules', () => {
  test('lists every rule in a terminal of 80 columns, with group, severity and fix', async () => {
    const {code, stdout} = await run(project(), ['rules', '--no-color'], {columns: 80})
    expect(code).toBe(0)
    for (const {id} of rules) expect(stdout).toMatch(new RegExp(`^  ${id} +(?:error|warning|off) `, 'm'))
    for (const {group} of rules) expect(stdout).toMatch(new RegExp(`^${group}$`, 'm'))
    expect(stdout).toMatch(/^ {2}required-fields +error +fix {2}A labelled value/m)
    expect(stdout).toMatch(/^ {2}document-title +error {9}The document/m)
    expect(stdout.replace(/\s+/g, ' ')).toContain('signature was asked for (error in go-phased)')
    expect(tooWide(stdout)).toEqual([])
  })

  test('as JSON: what each is in each preset', async () => {
    const {stdout} = await run(project(), ['rules', '--format', 'json'])
    const report = JSON.parse(stdout)
    expect(report.version).toBe(1)
    expect(report.rules.map(({id}: {id: string}) => id)).toEqual(rules.map(({id}) => id))
    const bodies = report.rules.find(({id}: {id: string}) => id === 'no-function-bodies')
    expect(bodies).toMatchObject({group: 'code', severity: 'error', enabledByDefault: false, fixable: false})
    expect(bodies.presets).toMatchObject({'go-phased': 'error', plan: 'off', staged: 'off'})
  })

  test('those of plugins are among them, unless there is no configuration', async () => {
    const cwd = project(withPlugin)
    const {stdout} = await run(cwd, ['rules'])
    expect(stdout).toMatch(/^own\n {2}no-todo +warning {2}fix {2}A TODO is left \(error in memo\)$/m)
    expect((await run(cwd, ['rules', '--no-config'])).stdout).not.toContain('no-todo')
  })

  test('a rule besides is told where to go', async () => {
    expect(await run(project(), ['rules', 'stage-sync'])).toMatchObject({
      code: 2,
      stderr: 'plan-lint: to read about a rule, write: plan-lint explain stage-sync\n',
    })
  })
})

describe('presets', () => {
  test('lists every preset in a terminal of 80 columns', async () => {
    const {stdout} = await run(project(), ['presets', '--no-color'], {columns: 80})
    for (const {id} of presets) expect(stdout).toMatch(new RegExp(`^${id} +\\S`, 'm'))
    expect(tooWide(stdout)).toEqual([])
  })

  test('as JSON', async () => {
    const {stdout} = await run(project(withPlugin), ['presets', '-f', 'json'])
    const {presets: listed} = JSON.parse(stdout)
    expect(listed).toHaveLength(presets.length + 1)
    expect(listed.at(-1)).toEqual({id: 'memo', summary: 'A memo', priority: 5, isDetected: false})
  })

  test.each(presets)('show $id: every section, field and kind, in 80 columns', async preset => {
    const {code, stdout} = await run(project(), ['presets', 'show', preset.id, '--no-color'], {columns: 80})
    expect(code).toBe(0)
    const text = stdout.replace(/\s*\n[│ ]*/g, ' ')
    const titles = (sections: typeof preset.sections): string[] =>
      sections.flatMap(({title, sections: parts = []}) => [title, ...titles(parts)])
    for (const title of titles([...preset.sections, ...(preset.phases?.parts ?? [])]))
      expect(text).toContain(title.replace('{n}', '1'))
    for (const {label} of preset.fields ?? []) expect(text).toContain(`─ ${label}: `)
    for (const {id} of preset.phases?.kinds ?? []) expect(text).toContain(`kind "${id}" · `)
    for (const id of Object.keys(preset.rules)) expect(text).toContain(`─ ${id}: `)
    expect(stdout.split('\n').filter(line => line.length > 80)).toEqual([])
  })

  test('the tree', async () => {
    const {stdout} = await run(project(), ['presets', 'show', 'humanlayer'])
    expect(stdout).toContain('\nSections\n├─ Overview · required\n├─ Current State Analysis · required\n')
    expect(stdout).toMatch(/^ {3}└─ Success Criteria .*\n {6}├─ Automated .*\n(?: {6}│ .*\n)* {6}└─ Manual .*$/m)
  })

  test('one of a plugin, which steers no terminal; and as JSON whole', async () => {
    const cwd = project(withPlugin)
    expect((await run(cwd, ['presets', 'show', 'memo'])).stdout).toContain('└─ Ask ␛[31m · required')
    const {preset} = JSON.parse((await run(cwd, ['presets', 'show', 'memo', '-f', 'json'])).stdout)
    expect(preset.sections[0]).toEqual({id: 'ask', title: 'Ask \u001b[31m', expectation: 'required'})
  })

  test.each([
    [['staged'], 'to see what a preset asks for, write: plan-lint presets show staged'],
    [['show'], 'which preset? Write: plan-lint presets show <id>; "plan-lint presets" lists them'],
    [['show', 'stagde'], 'unknown preset "stagde"; did you mean "staged"?'],
    [['show', 'staged', 'plan'], 'one preset at a time, not "plan" besides; leave it out'],
    [['--format', 'yaml'], 'unknown format "yaml"; formats are text, json'],
  ])('%j', async (argv, message) => {
    const outcome = await run(project(), ['presets', ...argv])
    expect(outcome).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
  })
})
