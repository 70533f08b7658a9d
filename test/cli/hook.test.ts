import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {project, run} from './world.ts'

const faulty = '<!-- plan-lint preset: plan -->\n# Retries\n\nThe [NAME] retries.\n'
const clean = faulty.replace('[NAME]', 'queue')

const event = (file: string, more: object = {}) =>
  JSON.stringify({hook_event_name: 'PostToolUse', tool_name: 'Edit', tool_input: {file_path: file}, ...more})

const silent = {code: 0, stdout: '', stderr: ''}

describe('after an edit', () => {
  test('the model is told what is wrong with the plan', async () => {
    const root = project({'notes/a.md': faulty})
    expect(await run(root, ['hook'], {stdin: event(join(root, 'notes/a.md'))})).toEqual({
      code: 2,
      stdout: '',
      stderr: `notes/a.md:4:5 error no-placeholders: "[NAME]" is a placeholder; fill it in, or write "N/A" and why
1 error, 0 warnings in 1 file, judged as plan
`,
    })
  })

  test('a path is relative to the folder of the event', async () => {
    const root = project({'notes/a.md': faulty})
    const {code} = await run(project(), ['hook'], {stdin: event('a.md', {cwd: join(root, 'notes')})})
    expect(code).toBe(2)
  })

  test.each([
    ['a plan that passes', 'notes/a.md', clean],
    ['a document that is no plan', 'README.md', '# Read me\n\nInstall [NAME].\n'],
    ['a file that is no Markdown', 'a.ts', faulty],
  ])('%s is not spoken of', async (_, path, text) => {
    const root = project({[path]: text})
    expect(await run(root, ['hook'], {stdin: event(join(root, path))})).toEqual(silent)
  })

  test('where the project keeps plans, every document is one', async () => {
    const root = project({'plans/a.md': '# Read me\n\nInstall [NAME].\n', '.git/HEAD': ''})
    expect((await run(root, ['hook'], {stdin: event(join(root, 'plans/a.md'))})).code).toBe(2)
  })

  test('a file that is gone is not spoken of, nor an event without a file', async () => {
    const root = project()
    expect(await run(root, ['hook'], {stdin: event(join(root, 'plans/a.md'))})).toEqual(silent)
    expect(await run(root, ['hook'], {stdin: '{"tool_name": "Bash", "tool_input": {"command": "ls"}}'})).toEqual(silent)
  })

  test('the configuration nearest to the file is in force', async () => {
    const root = project({
      'a/plans/x.md': faulty,
      'a/plan-lint.config.json': '{"rules": {"no-placeholders": "warning"}}',
    })
    const stdin = event(join(root, 'a/plans/x.md'))
    expect(await run(root, ['hook'], {stdin})).toEqual(silent)
  })

  test('a file that is left out by the configuration is not spoken of', async () => {
    const root = project({'plans/old/x.md': faulty, 'plan-lint.config.json': '{"ignores": ["plans/old/"]}'})
    expect(await run(root, ['hook'], {stdin: event(join(root, 'plans/old/x.md'))})).toEqual(silent)
  })
})

describe('what the user has to mend is told to the user', () => {
  test.each(['', 'nothing', '5', 'null'])('the event %j', async stdin => {
    expect(await run(project(), ['hook'], {stdin})).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'plan-lint: no event of a hook on standard input; "plan-lint hook" is for the settings of a coding agent\n',
    })
  })

  test('a broken configuration', async () => {
    const root = project({'plans/x.md': faulty, 'plan-lint.config.json': '{"rule": {}}'})
    const {code, stderr} = await run(root, ['hook'], {stdin: event(join(root, 'plans/x.md'))})
    expect(code).toBe(1)
    expect(stderr).toContain('unknown key "rule"; did you mean "rules"?')
  })
})
