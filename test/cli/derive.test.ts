import {existsSync, readFileSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {analyse} from '../../core/lint.ts'
import {derivePreset, lint} from '../../index.ts'
import {add, project, run} from './world.ts'

const template = `# Delivery Plan: [what is delivered]

**Owner**: [name]

## Aim

[Two sentences about what will be different]

## Risks

- [what may go wrong]
`
const plan =
  '# Delivery Plan: Search\n\n**Owner**: Ruth\n\n## Aim\n\nA word finds its invoice.\n\n## Risks\n\n- The index grows\n'
const open = plan.replace('A word finds its invoice.', '[Two sentences about what will be different]')
const slot = '"[Two sentences about what will be different]" is a placeholder; fill it in, or write "N/A" and why'

const config = (content: object) => ({'plan-lint.config.json': JSON.stringify(content)})
const own = {'docs/plan-template.md': template, ...config({preset: './docs/plan-template.md'})}

interface Found {
  preset: string
  presetSource: string
  findings: {rule: string; message: string}[]
}

async function found(cwd: string, ...argv: string[]): Promise<Record<string, Found>> {
  const {stdout, stderr} = await run(cwd, ['--format', 'json', ...argv])
  expect(stderr).toBe('')
  return Object.fromEntries(JSON.parse(stdout).files.map((file: Found & {path: string}) => [file.path, file]))
}

const messages = ({findings}: Found | undefined = {findings: []} as never) => findings.map(({message}) => message)

describe('plan-lint derive', () => {
  test('prints a preset that says where each part is from', async () => {
    const {code, stdout, stderr} = await run(project({'docs/plan-template.md': template}), [
      'derive',
      'docs/plan-template.md',
    ])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout).toBe(`// The preset of docs/plan-template.md, made by "plan-lint derive".
// "line" tells where in the template a part is from.
{
  "id": "plan-template",
  "summary": "Plans made from docs/plan-template.md",
  "titleForms": ["Delivery Plan: {name}"],
  "fields": [
    {"label": "Owner", "expectation": "required"} // line 3
  ],
  "sections": [
    {"id": "aim", "title": "Aim", "expectation": "required"}, // line 5
    { // line 9
      "id": "risks",
      "title": "Risks",
      "expectation": "required",
      "content": [{"kind": "list", "min": 1, "severity": "warning"}]
    }
  ],
  "literals": [
    "[what is delivered]", // line 1
    "[name]", // line 3
    "[Two sentences about what will be different]", // line 7
    "[what may go wrong]" // line 11
  ],
  "templateText": {}
}
`)
  })

  test('tells what it could not take over', async () => {
    const {stdout} = await run(project({'a.md': `${template}\n## [One of yours]\n\n[words of it]\n`}), [
      'derive',
      'a.md',
    ])
    expect(stdout).toContain('//\n// Not in it:\n// line 13: "[One of yours]" is all to be filled in')
  })

  test('writes the preset into a file that a configuration may name', async () => {
    const cwd = project({'docs/plan-template.md': template, 'plans/a.md': open})
    const {code, stdout} = await run(cwd, ['derive', 'docs/plan-template.md', '-o', 'tools/own.jsonc'])
    expect({code, stdout}).toEqual({
      code: 0,
      stdout:
        'wrote tools/own.jsonc: 26 lines from docs/plan-template.md; name it in a configuration: "preset": "./tools/own.jsonc"\n',
    })
    add(cwd, config({preset: './tools/own.jsonc'}))
    const {'plans/a.md': file} = await found(cwd)
    expect(file).toMatchObject({preset: 'plan-template', presetSource: 'config'})
    expect(messages(file)).toEqual([slot])
  })

  test('writes over nothing unless it is told to', async () => {
    const cwd = project({'a.md': template, 'own.jsonc': 'mine'})
    expect(await run(cwd, ['derive', 'a.md', '-o', 'own.jsonc'])).toMatchObject({
      code: 2,
      stderr: 'plan-lint: own.jsonc: is there already; name another file, or add --force to write over it\n',
    })
    expect(readFileSync(join(cwd, 'own.jsonc'), 'utf8')).toBe('mine')
    expect(await run(cwd, ['derive', 'a.md', '-o', 'own.jsonc', '--force'])).toMatchObject({code: 0, stderr: ''})
    expect(readFileSync(join(cwd, 'own.jsonc'), 'utf8')).toContain('"id": "a"')
  })

  test.each([
    [['derive'], 'which template? Write: plan-lint derive <template>.md'],
    [['derive', 'b.md'], 'b.md: cannot be read: no such file or folder'],
    [['derive', 'empty.md'], 'empty.md: is no template: it has neither sections nor slots'],
    [['derive', 'a.md', '--force'], '--force is for a file; add -o <file>'],
    [['derive', 'a.md', '-o', 'a.md'], 'a.md: call the file .jsonc, for a configuration to read it'],
    [['derive', 'odd.md'], 'odd.md:3:17: unknown annotation "optinal"; did you mean "optional"?'],
  ])('%j', async (argv, message) => {
    const cwd = project({
      'a.md': template,
      'empty.md': 'Some words.\n',
      'odd.md': '## A\n\n<!-- plan-lint: optinal -->\n',
    })
    expect(await run(cwd, argv)).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(template)
  })

  test('gives an id of its own to a template that is called like a preset', async () => {
    const {stdout} = await run(project({'docs/staged.md': template}), ['derive', 'docs/staged.md'])
    expect(stdout).toContain('"id": "docs-staged"')
  })
})

describe('a template in the configuration', () => {
  test('is what plans are held against', async () => {
    const cwd = project({
      ...own,
      'plans/a.md': open,
      'plans/b.md': plan,
      'plans/c.md': plan.replace('## Risks', '## Rest'),
    })
    const files = await found(cwd)
    expect(messages(files['plans/a.md'])).toEqual([slot])
    expect(messages(files['plans/b.md'])).toEqual([])
    expect(messages(files['plans/c.md'])).toEqual(['The plan has no section "Risks"; add it'])
  })

  test('is read anew where its text has changed, with a cache as well', async () => {
    const cwd = project({...own, 'plans/a.md': plan})
    for (const _ of [1, 2]) expect(messages((await found(cwd, '--cache'))['plans/a.md'])).toEqual([])
    add(cwd, {'docs/plan-template.md': `${template}\n## Costs\n\n[what it costs]\n`})
    for (const _ of [1, 2]) {
      expect(messages((await found(cwd, '--cache'))['plans/a.md'])).toEqual(['The plan has no section "Costs"; add it'])
    }
  })

  test('may be for some files only, and two of them have ids of their own', async () => {
    const cwd = project({
      'docs/plan.md': template,
      'docs/notes/plan.md': '# Note: [x y]\n\n## Why\n\n[the reason]\n',
      'plans/a.md': plan,
      'notes/a.md': '# Note: it\n\n## Why\n\n[the reason]\n',
      ...config({
        preset: './docs/plan.md',
        plans: ['plans/*.md', 'notes/*.md'],
        overrides: [{files: ['notes/**'], preset: './docs/notes/plan.md'}],
      }),
    })
    const files = await found(cwd)
    expect(files['plans/a.md']).toMatchObject({preset: 'docs-plan', findings: []})
    expect(files['notes/a.md']).toMatchObject({preset: 'notes-plan'})
    expect(messages(files['notes/a.md'])).toEqual([expect.stringContaining('[the reason]')])
  })

  test('is left out where it is found by a search, and linted where it is named', async () => {
    const cwd = project({'plans/template.md': template, 'plans/a.md': plan, ...config({preset: './plans/template.md'})})
    expect(Object.keys(await found(cwd))).toEqual(['plans/a.md'])
    expect(Object.keys(await found(cwd, 'plans'))).toEqual(['plans/a.md'])
    const {'plans/template.md': file} = await found(cwd, 'plans/template.md')
    expect(new Set(file?.findings.map(({rule}) => rule))).toEqual(new Set(['no-placeholders']))
  })

  test('is shared by configurations that build upon each other', async () => {
    const cwd = project({
      ...own,
      'base.json': '{"preset": "./docs/plan-template.md"}',
      ...config({extends: './base.json', overrides: [{files: ['plans/b.md'], preset: './docs/plan-template.md'}]}),
      'plans/a.md': plan,
      'plans/b.md': plan,
    })
    const files = await found(cwd)
    expect(Object.values(files).map(({preset}) => preset)).toEqual(['plan-template', 'plan-template'])
  })

  test('is told by which, in words and as JSON', async () => {
    const cwd = project({...own, 'plans/a.md': plan})
    const {stdout} = await run(cwd, ['which', 'plans/a.md'])
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'plan-template, as "preset" in plan-lint.config.json has it, from docs/plan-template.md',
    )
    const {stdout: json} = await run(cwd, ['which', 'plans/a.md', '--format', 'json'])
    expect(JSON.parse(json)).toMatchObject({preset: 'plan-template', presetFile: 'docs/plan-template.md'})
  })

  test('is known to presets and to new', async () => {
    const cwd = project(own)
    expect((await run(cwd, ['presets'])).stdout).toContain('Plans made from docs/plan-template.md')
    const {stdout} = await run(cwd, ['new', 'plan-template', 'Search'])
    expect(stdout).toContain('<!-- plan-lint preset: plan-template -->\n\n# Delivery Plan: Search\n')
  })

  test.each([
    ['./docs/gone.md', 'plan-lint.config.json:1:11: cannot find the template "./docs/gone.md"; check the path'],
    ['./docs', 'plan-lint.config.json:1:11: "./docs" is no template; name a Markdown file, or a preset in JSON'],
    [
      './docs/own.mjs',
      'plan-lint.config.json:1:11: "./docs/own.mjs" is no template; name a Markdown file, or a preset in JSON',
    ],
    ['./folder.md', 'plan-lint.config.json:1:11: "./folder.md" is no file; name a template'],
    ['./empty.md', 'empty.md: is no template: it has neither sections nor slots'],
    ['./large.md', 'large.md: is no template: it has more than 100,000 characters'],
    ['./odd.md', 'odd.md:1:16: the annotation says nothing; there are optional, min, alias, any-order'],
    ['./no.json', 'no.json:1:5: is no JSON: colon expected'],
    ['./list.json', 'list.json: is no preset: it has to be an object'],
    ['./key.json', 'key.json: Preset "x": the key "sction" is unknown. Did you mean "sections"?'],
    ['./rule.json', 'rule.json: Preset "x": Unknown rule "no-rule"'],
    ['./taken.json', 'taken.json: the preset "staged" is taken; choose another "id"'],
    [
      '../outside.md',
      'plan-lint.config.json:1:11: ../outside.md leads out of the project; keep the file in it, or make it a package',
    ],
    [
      'linked.md',
      'plan-lint.config.json:1:11: linked.md leads out of the project; keep the file in it, or make it a package',
    ],
  ])('that cannot be had ends the run: %s', async (preset, message) => {
    const cwd = project({
      'outside.md': template,
      'repository/.git/HEAD': '',
      'repository/docs/own.mjs': '',
      'repository/folder.md/a.txt': '',
      'repository/empty.md': '\n',
      'repository/large.md': '## [x y]\n'.repeat(40_000),
      'repository/odd.md': '<!-- plan-lint: -->\n',
      'repository/no.json': '{"a"',
      'repository/list.json': '[]',
      'repository/key.json': '{"id": "x", "summary": "x", "sction": []}',
      'repository/rule.json': '{"id": "x", "summary": "x", "rules": {"no-rule": "off"}}',
      'repository/taken.json': '{"id": "staged", "summary": "x"}',
      'repository/plan-lint.config.json': JSON.stringify({preset}),
      'repository/plans/a.md': plan,
    })
    symlinkSync(join(cwd, 'outside.md'), join(cwd, 'repository/linked.md'))
    const {code, stdout, stderr} = await run(join(cwd, 'repository'), [])
    expect({code, stdout}).toEqual({code: 2, stdout: ''})
    expect(stderr).toMatch(`plan-lint: ${message}`)
  })
})

describe('--preset with a path', () => {
  test('judges by that template, and leaves it out', async () => {
    const cwd = project({'plans/template.md': template, 'plans/a.md': open})
    const files = await found(cwd, '--preset', './plans/template.md')
    expect(Object.keys(files)).toEqual(['plans/a.md'])
    expect(messages(files['plans/a.md'])).toEqual([slot])
  })

  test('holds for a text on standard input, and for --print-config', async () => {
    const cwd = project({'docs/plan-template.md': template, 'plans/a.md': plan})
    const by = ['--preset', 'docs/plan-template.md']
    const {stdout} = await run(cwd, ['--stdin', '--format', 'json', ...by], {stdin: open})
    expect(messages(JSON.parse(stdout).files[0])).toEqual([slot])
    const {stdout: printed} = await run(cwd, ['--print-config', 'plans/a.md', ...by])
    expect(JSON.parse(printed)).toMatchObject({preset: 'plan-template'})
  })

  test('begins a plan that says of itself no preset that nobody else knows', async () => {
    const cwd = project({'docs/plan-template.md': template})
    const {stdout} = await run(cwd, ['new', './docs/plan-template.md', 'Search', '-o', 'plans/a.md'])
    expect(stdout).toBe(
      'wrote plans/a.md: 3 slots to fill in, told by: plan-lint --preset ./docs/plan-template.md plans/a.md\n',
    )
    expect(readFileSync(join(cwd, 'plans/a.md'), 'utf8')).toMatch(/^# Delivery Plan: Search\n/)
    expect((await run(cwd, ['presets', 'show', './docs/plan-template.md'])).stdout).toContain('Aim')
  })

  test('that leads nowhere is told', async () => {
    expect(await run(project({'a.md': plan}), ['--preset', './gone.md', 'a.md'])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'plan-lint: --preset: cannot find the template "./gone.md"; check the path\n',
    })
  })
})

test('derive, new, fill, clean: the way of a plan', async () => {
  const cwd = project({'docs/plan-template.md': template})
  await run(cwd, ['derive', 'docs/plan-template.md', '-o', 'own.jsonc'])
  add(cwd, config({preset: './own.jsonc'}))
  await run(cwd, ['new', 'plan-template', 'Search', '-o', 'plans/search.md'])
  const begun = readFileSync(join(cwd, 'plans/search.md'), 'utf8')
  expect(messages((await found(cwd))['plans/search.md']).length).toBe(3)
  add(cwd, {'plans/search.md': begun.replace(/\[[^\]]+\]/g, 'The index grows')})
  expect(await run(cwd, [])).toMatchObject({code: 0})
  expect(existsSync(join(cwd, 'docs/plan-template.md'))).toBe(true)
})

test('a program derives the preset itself', () => {
  const preset = derivePreset(template, {id: 'delivery', summary: 'Our deliveries'})
  const {findings} = lint(open, {plugins: [{presets: [preset]}], preset: 'delivery'})
  expect(findings.map(({message}) => message)).toEqual([slot])
  expect(analyse(plan, {rules: [], presets: [preset], preset: 'delivery'}).result.preset).toBe('delivery')
  expect(() => derivePreset('## A\n<!-- plan-lint: optinal -->\n', {id: 'a', summary: 'a'})).toThrow(
    'Line 2 of the template: unknown annotation "optinal"; did you mean "optional".',
  )
})
