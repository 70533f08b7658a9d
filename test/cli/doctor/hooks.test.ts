import {existsSync} from 'node:fs'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../../built.ts'
import {add} from '../world.ts'
import {hosted, plan, toldOf} from './hosted.ts'

beforeAll(buildIfStale)

const files = {'plans/a.md': plan, 'plans/b.md': plan}

describe('Claude Code', () => {
  const settings = '.claude/settings.json'
  const right = {matcher: 'Edit|MultiEdit|Write', command: 'npx --no -- plan-lint hook', event: 'PostToolUse'}

  const told = (changes: object = {}, packages = ['plan-lint']) => {
    const {matcher, command, event} = {...right, ...changes}
    const hooks = {[event]: [{matcher, hooks: [{type: 'command', command}]}]}
    return toldOf(hosted({...files, [settings]: {hooks}}, packages), 'Claude Code')
  }

  test('gets the findings', async () => {
    expect(await told()).toEqual({
      code: 0,
      status: 'passed',
      summary: 'gets the findings of a plan that it has edited',
      problems: [],
    })
  })

  test.each([
    [{matcher: '*'}],
    [{matcher: ''}],
    [{matcher: undefined}],
    [{matcher: '.*'}],
    [{command: '"$CLAUDE_PROJECT_DIR"/node_modules/plan-lint/dist/bin/plan-lint.js hook'}],
    [{command: 'plan-lint hook'}],
  ])('by %j, too', async changes => {
    expect((await told(changes)).problems).toEqual([])
  })

  test.each([
    [
      {event: 'PreToolUse'},
      'error: "plan-lint hook" stands under "PreToolUse", whose events name no file that has been edited = move it under "PostToolUse"',
    ],
    [
      {matcher: 'Edit'},
      'warning: the matcher "Edit" passes over "Write" = write "Edit|MultiEdit|Write"; upper case counts',
    ],
    [
      {matcher: 'edit|write'},
      'error: the matcher "edit|write" passes over "Edit" and "Write" = write "Edit|MultiEdit|Write"; upper case counts',
    ],
    [{matcher: '('}, 'error: the matcher "(" is no regular expression = write "Edit|MultiEdit|Write"'],
    [
      {command: 'npx --no -- plan-lint hook || true'},
      'error: the hook "npx --no -- plan-lint hook || true" keeps exit code or error output from the agent, which are the answer = leave out what stands around "plan-lint hook"',
    ],
    [
      {command: './bin/plan-lint hook'},
      'error: the hook runs ./bin/plan-lint, which is not there = npm install --save-dev plan-lint',
    ],
  ])('does not by %j', async (changes, problem) => {
    expect((await told(changes)).problems).toEqual([problem])
  })

  test('finds no plan-lint', async () => {
    expect((await told({}, [])).problems).toEqual([
      'error: the hook runs "npx --no -- plan-lint hook", but the project has no plan-lint = npm install --save-dev plan-lint',
    ])
  })

  test('has no hook of plan-lint', async () => {
    const folder = hosted({...files, [settings]: {hooks: {PostToolUse: 5, Stop: [null, {hooks: [{}]}]}}})
    expect((await toldOf(folder, 'Claude Code')).problems).toEqual([
      `warning: no hook in ${settings} runs "plan-lint hook", so that the agent does not hear what is wrong with its plans = add the one that docs/commands.md shows under "hook"`,
    ])
  })

  test('has broken settings', async () => {
    const {code, problems} = await toldOf(hosted({...files, [settings]: '{"hooks": '}), 'Claude Code')
    expect(code).toBe(1)
    expect(problems).toEqual([expect.stringMatching(/^error: \.claude\/settings\.json:1:\d+: is no JSON: /)])
  })

  test('is not made to run what its settings say', async () => {
    const folder = hosted({...files, 'evil.mjs': "import fs from 'node:fs'\nfs.writeFileSync('ran', '')\n"})
    const command = 'node evil.mjs; npx --no -- plan-lint hook'
    const hooks = {PostToolUse: [{hooks: [{type: 'command', command}]}]}
    add(folder, {[settings]: JSON.stringify({hooks})})
    await toldOf(folder, 'Claude Code')
    expect(existsSync(`${folder}/ran`)).toBe(false)
  })
})

describe('pre-commit', () => {
  const file = '.pre-commit-config.yaml'
  const told = (config: string, packages = ['plan-lint'], more: Record<string, string> = {}) =>
    toldOf(hosted({...files, ...more, [file]: config}, packages), 'pre-commit')

  const ours = 'repos:\n- repo: https://github.com/plan-lint/plan-lint\n  rev: v0.1.0\n  hooks:\n  - id: plan-lint\n'
  const local =
    'repos:\n- repo: local\n  hooks:\n  - id: plans\n    name: plans\n    entry: npx --no -- plan-lint\n    language: system\n'

  test.each([ours, local, `${local}    files: ^plans/.*\\.md$\n`])('looks at all plans: %j', async config => {
    expect(await told(config)).toMatchObject({
      code: 0,
      status: 'passed',
      summary: `has a hook of plan-lint in ${file}`,
      problems: [],
    })
  })

  test.each([
    [`${local}    files: ^plans/a\n`, 'warning', '1 of 2 plans (plans/b.md)'],
    [`${local}    exclude: ^plans/\n`, 'error', 'all 2 plans'],
    [`exclude: b\\.md$\n${ours}`, 'warning', '1 of 2 plans (plans/b.md)'],
  ])('passes over plans: %j', async (config, severity, which) => {
    expect((await told(config)).problems).toEqual([
      `${severity}: "files" and "exclude" of the hook pass over ${which} = let "files" in ${file} match them`,
    ])
  })

  test('passes over plans that stand in other places than our hook looks at', async () => {
    const more = {'rfcs/1.md': plan, 'plan-lint.config.json': '{"plans": ["plans/*.md", "rfcs/*.md"]}'}
    expect((await told(ours, undefined, more)).problems).toEqual([
      `warning: "files" and "exclude" of the hook pass over 1 of 3 plans (rfcs/1.md) = let "files" in ${file} match them`,
    ])
    expect((await told(`${ours}    files: ^(plans|rfcs)/\n`, undefined, more)).problems).toEqual([])
  })

  test('has an expression that only Python knows', async () => {
    expect((await told(`${local}    files: (?x)^plans/\n`)).problems).toEqual([])
  })

  test('finds no plan-lint', async () => {
    expect((await told(local, [])).problems).toEqual([
      'error: the hook runs "npx --no -- plan-lint", but the project has no plan-lint = npm install --save-dev plan-lint',
    ])
  })

  test.each(['', 'repos: 5\n', 'repos:\n- null\n- hooks: [null, {id: x}]\n'])('has no hook of it: %j', async config => {
    expect((await told(config)).problems).toEqual([
      `warning: no hook in ${file} runs plan-lint = add one with the id "plan-lint", or a local one whose entry is "npx --no -- plan-lint"`,
    ])
  })

  test('is broken', async () => {
    expect(await told('repos: [\n')).toMatchObject({
      code: 1,
      problems: [expect.stringMatching(/^error: \.pre-commit-config\.yaml:2:1: is no YAML: /)],
    })
  })
})
