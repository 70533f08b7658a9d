import {join} from 'node:path'
import {rdformatSchema} from '@umbrelladocs/rdformat-validator'
import {expect, test} from 'vitest'
import {run} from '../world.ts'
import {finding, linted, reported, runOf} from './sample.ts'
import {faultsOfJson} from './schemas.ts'

const root = join(import.meta.dirname, '../../..')
const schema = rdformatSchema as never

test('the report of all fixtures fits the schema of the Reviewdog Diagnostic Format', async () => {
  const {stdout} = await run(root, ['-f', 'rdjson', 'fixtures'])
  expect(faultsOfJson(stdout, schema)).toEqual([])
  expect(JSON.parse(stdout).diagnostics.length).toBeGreaterThan(100)
  expect(faultsOfJson(stdout.replace('"ERROR"', '"error"'), schema)).not.toEqual([])
})

test('columns count bytes, the end is exclusive', async () => {
  const text = '# Plan\n\naä€😀 [NAME]\n'
  const {diagnostics} = JSON.parse(
    await reported('rdjson', runOf([linted('a.md', text, [finding(text, '[NAME]', {url: 'https://example.org/a'})])])),
  )
  expect(diagnostics).toEqual([
    {
      message: '"[NAME]" is a slot',
      location: {path: 'a.md', range: {start: {line: 3, column: 12}, end: {line: 3, column: 18}}},
      severity: 'ERROR',
      code: {value: 'no-placeholders', url: 'https://example.org/a'},
    },
  ])
})

test('a change is suggested as one stretch, where it is on the lines of the finding', async () => {
  const text = 'one two three\nfour\n'
  const at = (words: string, insert: string) => {
    const start = text.indexOf(words)
    return {start, end: start + words.length, text: insert}
  }
  const told = finding(text, 'two', {
    fix: [at('three', '3'), at('one', '1')],
    suggestions: [
      {title: 'Two', edits: [at('two', '2')]},
      {title: 'Elsewhere', edits: [at('four', '4')]},
      {title: 'Nothing', edits: []},
    ],
    related: [{start: 14, end: 18, message: 'The next'}],
  })
  const report = await reported('rdjson', runOf([linted('a.md', text, [told])]))
  expect(faultsOfJson(report, schema)).toEqual([])
  const [{suggestions, related_locations: related}] = JSON.parse(report).diagnostics
  expect(suggestions).toEqual([
    {range: {start: {line: 1, column: 1}, end: {line: 1, column: 14}}, text: '1 two 3'},
    {range: {start: {line: 1, column: 5}, end: {line: 1, column: 8}}, text: '2'},
  ])
  expect(related).toEqual([
    {message: 'The next', location: {path: 'a.md', range: {start: {line: 2, column: 1}, end: {line: 2, column: 5}}}},
  ])
})
