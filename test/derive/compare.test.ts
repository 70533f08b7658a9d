import nodeFs from 'node:fs'
import {Writable} from 'node:stream'
import {expect, test} from 'vitest'
import {presets} from '../../index.ts'
import {compareDerived} from '../../scripts/derived/command.ts'
import {compare} from '../../scripts/derived/compare.ts'
import {project} from '../cli/world.ts'

const template = `# Implementation Plan: [TITLE]

## Overview

[what is built, and why]

## Technical Approach

### Architecture

[how it fits together]

## Own Part

[what only this team writes]
`
const plan = `# Implementation Plan: Search

## Approach

### Architecture

See [TITLE] and [how it fits together].
`

test('a preset and one derived from a template are compared by what they miss and why', () => {
  const staged = presets.find(({id}) => id === 'staged')
  if (!staged) throw new Error('there is no preset "staged"')
  const {plans, sections, leftovers} = compare(staged, template, [plan, plan])
  expect({plans, both: sections.both}).toEqual({plans: 2, both: 2})
  const derived = [
    {cause: 'titles', section: 'technical-approach'},
    {cause: 'titles', section: 'architecture'},
    {cause: 'unasked', section: 'own-part'},
  ]
  expect(sections.derived).toEqual([...derived, ...derived])
  expect(sections.made).toContainEqual({cause: 'unasked', section: 'requirements'})
  expect(leftovers).toEqual({both: 2, made: [], derived: []})
})

async function printed(cwd: string, ...argv: string[]) {
  const out = ['', '']
  const stream = (index: number) =>
    new Writable({
      write(chunk, _encoding, done) {
        out[index] += chunk
        done()
      },
    }) as NodeJS.WriteStream
  const code = await compareDerived({argv, cwd, env: {}, stdout: stream(0), stderr: stream(1), fs: nodeFs})
  return {code, stdout: out[0], stderr: out[1]}
}

test('the figures are printed as a table, and what makes them below', async () => {
  const cwd = project({'template.md': template, 'plans/a.md': plan})
  const {code, stdout} = await printed(cwd, '--preset', 'staged', '--template', 'template.md', '--docs', 'plans')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^\| 1 plans \| Both \| Only `staged` \| Only the derived one \|\n/)
  expect(stdout).toContain('| Lines left over | 1 | 0 | 0 |')
  expect(stdout).toContain('     1  own-part: the other asks for it as a field, or not at all\n')
})

test.each([
  [['--preset', 'staged'], '--preset, --template and --docs are needed'],
  [['--preset', 'stagd', '--template', 'a.md', '--docs', 'plans'], 'there is no preset "stagd"; there are '],
  [['plans'], '"plans" is no option; write npm run compare-derived'],
])('%j', async (argv, message) => {
  const {code, stderr} = await printed(project({'a.md': template}), ...argv)
  expect(code).toBe(2)
  expect(stderr).toContain(message)
})
