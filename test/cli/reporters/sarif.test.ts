import {join} from 'node:path'
import type {Log} from 'sarif'
import {expect, test} from 'vitest'
import {run} from '../world.ts'
import {finding, linted, reported, runOf} from './sample.ts'
import {faultsOfJson, readModule} from './schemas.ts'

const root = join(import.meta.dirname, '../../..')
const schema = JSON.parse(readModule('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

test('the log of all fixtures fits the schema of SARIF 2.1.0, and its indexes lead where they should', async () => {
  const {stdout} = await run(root, ['-f', 'sarif', 'fixtures'])
  expect(faultsOfJson(stdout, schema, '4')).toEqual([])
  const [{tool, results = [], artifacts = []} = {} as Log['runs'][number]] = (JSON.parse(stdout) as Log).runs
  expect(results.length).toBeGreaterThan(100)
  for (const {ruleId, ruleIndex = -1, locations} of results) {
    expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId)
    const {uri, index = -1} = locations?.[0]?.physicalLocation?.artifactLocation ?? {}
    expect(artifacts[index]?.location?.uri).toBe(uri)
  }
  const fingerprints = results.map(result => result.partialFingerprints?.['planLintFinding/v1'])
  expect(new Set(fingerprints).size).toBe(results.length)
})

const text = '\ufeff# [NAME] plan\r\n\r\nSee 😀 above.\r\n'

async function logOf(...[path, findings, more]: [string, ReturnType<typeof finding>[], Parameters<typeof runOf>[1]?]) {
  const sarif = await reported('sarif', runOf([linted(path, text, findings)], more))
  expect(faultsOfJson(sarif, schema, '4')).toEqual([])
  const [first] = (JSON.parse(sarif) as Log).runs
  if (!first) throw new Error('the log has no run')
  return first
}

test('a result has its place, its rule, related places, fixes and what they are worth', async () => {
  const at = finding(text, '[NAME]')
  const here = {start: at.start, end: at.end}
  const smile = text.indexOf('😀')
  const {
    tool,
    columnKind,
    results = [],
  } = await logOf('a b/ä#.md', [
    finding(text, '[NAME]', {
      severity: 'warning',
      message: 'A slot',
      data: {text: '[NAME]'},
      related: [{start: smile, end: smile + 2, message: 'Seen here'}],
      fix: [{...here, text: ''}],
      suggestions: [{title: 'Name it', edits: [{...here, text: 'Harbour'}]}],
    }),
  ])
  expect(columnKind).toBe('utf16CodeUnits')
  expect(tool.driver.rules).toMatchObject([
    {
      id: 'no-placeholders',
      helpUri: expect.stringContaining('no-placeholders.md'),
      defaultConfiguration: {enabled: true, level: 'error'},
      properties: {tags: ['plan', 'leftovers'], 'problem.severity': 'error'},
    },
  ])
  const region = {startLine: 1, startColumn: 3, endLine: 1, endColumn: 9}
  const artifactLocation = {uri: 'a%20b/%C3%A4%23.md', uriBaseId: '%SRCROOT%', index: 0}
  expect(results).toMatchObject([
    {
      ruleId: 'no-placeholders',
      level: 'warning',
      message: {text: 'A slot'},
      locations: [{physicalLocation: {artifactLocation, region}}],
      relatedLocations: [
        {
          id: 0,
          message: {text: 'Seen here'},
          physicalLocation: {region: {startLine: 3, startColumn: 5, endLine: 3, endColumn: 7}},
        },
      ],
      fixes: [
        {artifactChanges: [{artifactLocation, replacements: [{deletedRegion: region}]}], properties: {safety: 'safe'}},
        {
          description: {text: 'Name it'},
          artifactChanges: [{replacements: [{deletedRegion: region, insertedContent: {text: 'Harbour'}}]}],
          properties: {safety: 'choice'},
        },
      ],
      properties: {data: {text: '[NAME]'}},
    },
  ])
})

test('the invocation says whether all was checked, and what was not', async () => {
  expect((await logOf('a.md', [])).invocations).toEqual([{executionSuccessful: true}])
  const {invocations} = await logOf('a.md', [], {problems: ['b.md: is UTF-16; save it as UTF-8']})
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{level: 'error', message: {text: 'b.md: is UTF-16; save it as UTF-8'}}],
    },
  ])
})

test('a fingerprint stays when the finding moves, its neighbours change or its message names other lines', async () => {
  const prints = async (...findings: ReturnType<typeof finding>[]) => {
    const {results = []} = await logOf('a.md', findings)
    return results.map(result => result.partialFingerprints?.['planLintFinding/v1'])
  }
  const slot = finding(text, '[NAME]', {message: 'As on line 3'})
  const [first, second] = await prints(slot, slot)
  expect(first).not.toBe(second)
  const other = finding(text, 'above', {message: 'Which?'})
  const [, moved] = await prints(other, {...slot, message: 'As on line 12'})
  expect(moved).toBe(first)
  expect(await prints({...slot, message: 'Another fault'})).not.toContain(first)
})
