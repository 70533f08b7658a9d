import {expect, test} from 'vitest'
import type {Finding} from '../../../core/finding.ts'
import {finding, linted, reported, runOf} from './sample.ts'

const text = '# [NAME] plan\n\n[one\ntwo]\n\n## Next\n'
const slot = finding(text, '[NAME]')
const long = finding(text, '[one\ntwo]', {severity: 'warning', message: 'Too vague'})
const run = (...findings: Finding[]) => runOf([linted('plans/a.md', text, findings)])

test('compact: a line per finding, as compilers write them', async () => {
  expect(await reported('compact', run(slot, long))).toBe(`\
plans/a.md:1:3: error "[NAME]" is a slot [no-placeholders]
plans/a.md:3:1: warning Too vague [no-placeholders]
`)
  expect(await reported('compact', run())).toBe('')
})

test('github: errors first, columns only within a line, each part escaped', async () => {
  const found = run(
    long,
    {...slot, severity: 'info', message: 'Half: 50%, done'},
    {...slot, message: '100%25 %0A::error::'},
  )
  const [file] = found.files
  const files = file ? [{...file, path: 'a,b:c%.md'}] : []
  expect(await reported('github', {...found, files})).toBe(`\
::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=3,endColumn=9,title=plan-lint%3A no-placeholders::100%2525 %250A::error::
::warning file=a%2Cb%3Ac%25.md,line=3,endLine=4,title=plan-lint%3A no-placeholders::Too vague
::notice file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=3,endColumn=9,title=plan-lint%3A no-placeholders::Half: 50%25, done
`)
})

test('github: paths are relative to the checkout', async () => {
  const told = await reported('github', run(slot), {cwd: '/work/docs', env: {GITHUB_WORKSPACE: '/work'}})
  expect(told).toMatch(/^::error file=docs\/plans\/a\.md,/)
})

test('agent: what stands there and what to write, exactly', async () => {
  const next = text.indexOf('## Next')
  const findings = [
    slot,
    {...long, fix: [{start: long.start, end: long.start + 1, text: ''}]},
    {...slot, message: 'No section "Why"', suggestions: [insertion('Insert the heading "## Why"', next, '## Why\n\n')]},
    {...slot, message: 'Wrong', suggestions: [{title: 'Name it', edits: [{...slot, text: 'Harbour'}]}]},
  ]
  expect(await reported('agent', run(...findings))).toBe(`\
plans/a.md:1:3 error no-placeholders: "[NAME]" is a slot
plans/a.md:3:1 warning no-placeholders: Too vague | text: "[one\\ntwo]" | fix: at 3:1 delete "["
plans/a.md:1:3 error no-placeholders: No section "Why" | text: "[NAME]" | option: Insert the heading "## Why": at 6:1 insert "## Why\\n\\n"
plans/a.md:1:3 error no-placeholders: Wrong | text: "[NAME]" | option: Name it: at 1:3 replace "[NAME]" by "Harbour"
plans/a.md: reviewable; to be executable, mend no-open-questions (line 1)
3 errors, 1 warning in 1 file, judged as phased; 1 reviewable
`)
  const {outline, ...clean} = linted('plans/a.md', text, [])
  expect(outline.readiness.verdict).toBe('reviewable')
  expect(await reported('agent', runOf([clean]))).toBe('no findings in 1 file, judged as phased\n')
})

function insertion(title: string, at: number, words: string) {
  return {title, edits: [{start: at, end: at, text: words}]}
}

test('agent: long texts are cut, many findings counted', async () => {
  const page = `${'😀'.repeat(500)}\n`
  const whole = {...finding(page, '😀'.repeat(500)), message: 'Long'}
  const report = await reported('agent', runOf([linted('a.md', page, [whole])]))
  expect(report).toContain(` | text: "${'😀'.repeat(120)}" and 760 more characters\n`)
  expect(report).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)

  const many = run(...Array.from({length: 130}, () => slot))
  const lines = (await reported('agent', many)).split('\n')
  expect(lines.slice(100)).toEqual([
    'plans/a.md: reviewable; to be executable, mend no-open-questions (line 1)',
    '30 more findings; change these first, then run plan-lint again',
    '130 errors, 0 warnings in 1 file, judged as phased; 1 reviewable',
    '',
  ])
  expect((await reported('agent', {...many, showsAll: true})).split('\n')).toHaveLength(133)
})

test('markdown: a table of the plans, the findings folded', async () => {
  const url = 'https://example.org/slots'
  const files = [linted('plans/my_a.md', text, [{...slot, url}, long]), linted('b.md', text, [])]
  expect(await reported('markdown', runOf(files, {problems: ['c.md: is UTF-16; save it as UTF-8']}))).toBe(`\
### plan-lint: 1 error, 1 warning in 2 plans

| Plan | Preset | Verdict | Phases | Open questions | Findings |
| --- | --- | --- | ---: | ---: | --- |
| plans/my\\_a.md | phased | reviewable | 2 | 1 of 3 | 1 error, 1 warning |
| b.md | phased | reviewable | 2 | 1 of 3 | ✅ none |

Not checked:

- c.md: is UTF-16; save it as UTF-8

<details>
<summary>plans/my_a.md: 1 error, 1 warning</summary>

Verdict: reviewable; to be executable, mend no-open-questions (line 1)

- ❌ line 1: "\\[NAME\\]" is a slot ([no-placeholders](${url}))
- ⚠️ line 3: Too vague (\`no-placeholders\`)

</details>

<details>
<summary>b.md: no findings</summary>

Verdict: reviewable; to be executable, mend no-open-questions (line 1)

</details>
`)
})

test('markdown: more findings than a comment takes are counted', async () => {
  const many = run(...Array.from({length: 230}, () => slot))
  expect(await reported('markdown', many)).toContain('\n- … and 30 more findings\n')
  expect(await reported('markdown', {...many, showsAll: true})).not.toContain('more findings')
})
