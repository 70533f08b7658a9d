import {join} from 'node:path'
import {expect, test} from 'vitest'
import {run} from '../world.ts'
import {finding, linted, reported, runOf} from './sample.ts'
import {faultsOfJson} from './schemas.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * What GitLab documents of the properties that it reads, and of their values. The schema by which GitLab checks each
 * entry, `app/validators/json_schemas/codeclimate.json` in its source, asks for less, and comes in no package.
 */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: {type: 'string', minLength: 1},
      check_name: {type: 'string', pattern: '^[a-z-]+$'},
      fingerprint: {type: 'string', pattern: '^[0-9a-f]{64}$'},
      severity: {enum: ['info', 'minor', 'major', 'critical', 'blocker']},
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: {type: 'string', pattern: '^[^/.]'},
          lines: {
            type: 'object',
            additionalProperties: false,
            required: ['begin'],
            properties: {begin: {type: 'integer', minimum: 1}, end: {type: 'integer', minimum: 1}},
          },
        },
      },
    },
  },
}

test('the report of all fixtures has what GitLab asks for, and no fingerprint twice', async () => {
  const {stdout} = await run(root, ['-f', 'gitlab', 'fixtures'])
  expect(faultsOfJson(stdout, schema as never)).toEqual([])
  const violations: {fingerprint: string}[] = JSON.parse(stdout)
  expect(violations.length).toBeGreaterThan(100)
  expect(new Set(violations.map(({fingerprint}) => fingerprint)).size).toBe(violations.length)
})

test('without findings it is an empty list', async () => {
  expect(await reported('gitlab', runOf([linted('a.md', 'Text.\n', [])]))).toBe('[]\n')
})

const text = '# Plan\n\n[one\ntwo]\n'
const files = [linted('plans/a.md', text, [finding(text, '[one\ntwo]\n', {severity: 'warning'})])]

test('severities and lines are in the words of GitLab', async () => {
  expect(JSON.parse(await reported('gitlab', runOf(files)))).toMatchObject([
    {severity: 'minor', location: {path: 'plans/a.md', lines: {begin: 3, end: 4}}},
  ])
})

test.each([
  ['CI_PROJECT_DIR', '/work', 'docs/plans/a.md'],
  ['GITHUB_WORKSPACE', '/work/docs', 'plans/a.md'],
  ['CI_PROJECT_DIR', '/elsewhere', 'plans/a.md'],
  ['CI_PROJECT_DIR', '/work/docs/plans/b', 'plans/a.md'],
  ['CI_PROJECT_DIR', 'work', 'plans/a.md'],
])('paths are relative to the checkout that lies around them: %s=%s', async (name, folder, path) => {
  const report = await reported('gitlab', runOf(files), {cwd: '/work/docs', env: {[name]: folder}})
  expect(JSON.parse(report)[0].location.path).toBe(path)
})
