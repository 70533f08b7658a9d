import {expect, test} from 'vitest'
import {CompletionRequest} from 'vscode-languageserver/node'
import {project, run} from '../cli/world.ts'
import {Client} from '../lsp/client.ts'

const plan = '# Retries\n\nThe [NAME] retries.\n'
const config = 'plan-lint.config.json'

/** Names that every object answers to. */
const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString']

test.each(names)('a name that every object has is an unknown one: %s', async name => {
  const value = {plugins: ['./own.mjs'], 'no-placeholders': 'off'}
  const configs = [
    `{"${name}": ${JSON.stringify(value)}}`,
    `{"rules": {"${name}": "off"}}`,
    `{"rules": {"no-function-bodies": ["error", {"${name}": {"allowElided": true}}]}}`,
    `{"overrides": [{"files": ["**"], "${name}": ${JSON.stringify(value)}}]}`,
    `{"preset": "${name}"}`,
  ]
  for (const text of configs) {
    const {code, stderr} = await run(project({'a.md': plan, [config]: text}), ['a.md'])
    expect(code, text).toBe(2)
    expect(stderr).toMatch(new RegExp(`^plan-lint: ${config}:1:\\d+: unknown (?:key|rule|option|preset) "${name}"`))
  }
  const directives = `<!-- plan-lint preset: ${name} -->\n<!-- plan-lint-disable ${name} -->\n${plan}`
  const {stdout} = await run(project({'a.md': directives}), ['-f', 'compact', 'a.md'])
  expect(stdout).toContain(`There is no preset "${name}"`)
  expect(stdout).toContain(`There is no rule "${name}"`)
  for (const argv of [
    ['--preset', name],
    ['--format', name],
    ['--rule', `${name}:off`],
    ['explain', name],
  ]) {
    expect(await run(project({'a.md': plan}), argv)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^plan-lint: unknown /),
    })
  }
  expect(({} as {plugins?: unknown}).plugins).toBeUndefined()
})

const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`

test('JSON that nests without end is a mistake, told with its place', async () => {
  const root = project({'a.md': plan, [config]: `{"rules": ${deep}}`})
  expect(await run(root, ['a.md'])).toEqual({
    code: 2,
    stdout: '',
    stderr: `plan-lint: ${config}:1:1010: is no JSON: it is nested too deeply\n`,
  })
  const baseline = project({'a.md': plan, 'known.json': deep})
  expect(await run(baseline, ['a.md', '--baseline', 'known.json'])).toMatchObject({code: 2, stdout: ''})
})

test('an editor is answered where the metadata of a plan nest without end', async () => {
  const text = `<!-- plan-lint preset: staged -->\n# Plan\n\n\`\`\`json metadata\n{"stages": ${deep}}\n\`\`\`\n\nDepends on: \n`
  const client = await Client.start()
  const uri = await client.open(text)
  for (const position of [
    {line: 4, character: 12},
    {line: 7, character: 12},
  ]) {
    const found = await client.connection.sendRequest(CompletionRequest.type, {textDocument: {uri}, position})
    expect(found).toEqual([])
  }
})

test('aliases in front matter are words, and multiply nothing', async () => {
  const levels = Array.from({length: 40}, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)
  const text = `---\na0: &a0 [x, x]\n${levels.join('\n')}\nplan-lint: {preset: *a40}\n---\n${plan}`
  const {code, stderr} = await run(project({'a.md': text}), ['a.md'])
  expect({code, stderr}).toEqual({code: 1, stderr: ''})
})
