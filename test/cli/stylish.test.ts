import {describe, expect, test} from 'vitest'
import {type Splitter, splitterFor} from '../../cli/reporters/cells.ts'
import {codeFrame} from '../../cli/reporters/code-frame.ts'
import type {LintedFile, Run} from '../../cli/reporters/reporter.ts'
import {stylish} from '../../cli/reporters/stylish.ts'
import type {Finding} from '../../core/finding.ts'
import type {LintResult} from '../../core/lint.ts'
import {SourceText} from '../../core/text.ts'
import {project, run} from './world.ts'

/** The frame of the stretch between guillemets, which are no part of the text. */
async function frame(marked: string, width = 80): Promise<string[]> {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const text = marked.replace(/[«»]/g, '')
  const split: Splitter = await splitterFor([text])
  return codeFrame(new SourceText(text), [{start, end}], width, split).map(
    ({line, text: shown}) => `${String(line ?? '').padStart(2)}|${shown}`,
  )
}

describe('a code frame', () => {
  test('marks the range', async () => {
    expect(await frame('one\na «slot» here\nthree')).toEqual([' 2|a slot here', '  |  ^^^^'])
  })

  test('shows tabs as four columns', async () => {
    expect(await frame('\t- \t«x\ty»')).toEqual([' 1|    -     x    y', '  |          ^^^^^^'])
  })

  test('gives wide characters two columns and composed ones what they take', async () => {
    expect(await frame('日本 «漢字» ok')).toEqual([' 1|日本 漢字 ok', '  |     ^^^^'])
    expect(await frame('👩‍👩‍👧 e\u0301 «[X]»')).toEqual([' 1|👩‍👩‍👧 e\u0301 [X]', '  |     ^^^'])
  })

  test('marks a whole character where the range holds a part of it', async () => {
    expect(await frame('a \ud83d«\ude00»b')).toEqual([' 1|a 😀b', '  |  ^^'])
  })

  test('shows no byte order mark', async () => {
    expect(await frame('\ufeff# «T»')).toEqual([' 1|# T', '  |  ^'])
  })

  test('shows pictures of control characters and of changes of direction', async () => {
    expect(await frame('«\u001b[31m» \u0000\u009b\u202e')).toEqual([' 1|␛[31m ␀��', '  |^^^^^'])
  })

  test('marks the place of an empty range, also at a line end', async () => {
    expect(await frame('ab«»c')).toEqual([' 1|abc', '  |  ^'])
    expect(await frame('abc«»\nd')).toEqual([' 1|abc', '  |   ^'])
    expect(await frame('«»')).toEqual([' 1|', '  |^'])
  })

  test('shows of a range over several lines each, of a long one its begin and end', async () => {
    expect(await frame('a «b\n\n  c» d')).toEqual([' 1|a b', '  |  ^', ' 2|', ' 3|  c d', '  |  ^'])
    expect(await frame('«1\n2\n3\n4\n5\n6»')).toEqual([
      ' 1|1',
      '  |^',
      ' 2|2',
      '  |^',
      '  |… 3 more lines',
      ' 6|6',
      '  |^',
    ])
  })

  test('does not reach into the line after a range that ends with a line break', async () => {
    expect(await frame('«a\n»b')).toEqual([' 1|a', '  |^'])
  })

  test.each([40, 60, 100])('fits a line into %i columns, around the range', async width => {
    const words = 'word '.repeat(300)
    for (const marked of [`${words}«[X]» ${words}`, `«[X]» ${words}`, `${words}«[X]»`]) {
      const [line = '', marks = ''] = await frame(marked, width)
      expect(line.length - 3).toBeLessThanOrEqual(width)
      expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('[X]')
    }
  })

  test('begins with the begin of a range wider than the window', async () => {
    const [line = '', marks = ''] = await frame(`before «${'x'.repeat(300)}» after`, 40)
    expect(line).toMatch(/ x+…$/)
    expect(marks.indexOf('^')).toBe(line.indexOf('x'))
    expect(marks.length).toBeLessThanOrEqual(43)
  })
})

const text = '# [NAME] plan\n\n## Notes\n\nText.\n'

function finding(of: string, more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(of)
  const fixed = {rule: 'no-slots', severity: 'error', message: `"${of}" is a slot`, data: {}, url: ''} as const
  return {...fixed, start, end: start + of.length, ...more}
}

function linted(path: string, findings: Finding[], more: Partial<LintResult> = {}): LintedFile {
  const evidence = ['Gate (line 3)']
  const chosen = {preset: 'phased', presetSource: 'detected', isPlan: true, suppressed: 0} as const
  return {path, source: new SourceText(text), result: {...chosen, evidence, findings, ...more}}
}

function printed(files: LintedFile[], more: Partial<Run> = {}, columns?: number): string | Promise<string> {
  return stylish({files, places: [], ...more}, {color: false, ...(columns && {columns})})
}

describe('the report', () => {
  test('says for each file preset and why, for each finding all there is', async () => {
    const related = [{start: 15, end: 23, message: 'the notes'}]
    const findings = [finding('[NAME]'), finding('## Notes', {severity: 'warning', rule: 'no-notes', related})]
    expect(await printed([linted('plans/a.md', findings)])).toBe(`\
plans/a.md  phased, by Gate (line 3)

  1:3  error    "[NAME]" is a slot  no-slots
    1 │ # [NAME] plan
      │   ^^^^^^

  3:1  warning  "## Notes" is a slot  no-notes
    3 │ ## Notes
      │ ^^^^^^^^
      = the notes (line 3)

✖ 1 error, 1 warning in 1 file
`)
  })

  test('shows a place that several findings share once', async () => {
    const [, , ...lines] = (await printed([linted('a.md', [finding('[NAME]'), finding('[NAME]')])])).split('\n')
    expect(lines.slice(0, 4)).toEqual([
      '  1:3  error    "[NAME]" is a slot  no-slots',
      '  1:3  error    "[NAME]" is a slot  no-slots',
      '    1 │ # [NAME] plan',
      '      │   ^^^^^^',
    ])
  })

  test('shows a line with several findings once, unless they differ in severity', async () => {
    const first = finding('[NAME]')
    const lines = async (second: Finding) => (await printed([linted('a.md', [first, second])])).split('\n').slice(2)
    expect((await lines(finding('plan'))).slice(0, 4)).toEqual([
      '  1:3   error    "[NAME]" is a slot  no-slots',
      '  1:10  error    "plan" is a slot  no-slots',
      '     1 │ # [NAME] plan',
      '       │   ^^^^^^ ^^^^',
    ])
    expect((await lines(finding('plan', {severity: 'warning'}))).filter(line => line.includes('#'))).toHaveLength(2)
  })

  test.each<[Partial<LintResult>, string]>([
    [{presetSource: 'fallback', preset: 'plan', evidence: []}, 'plan, the fallback: it looks like no other preset'],
    [{presetSource: 'config', evidence: []}, 'phased, as configured'],
    [{presetSource: 'directive', evidence: ['directive (line 1)']}, 'phased, as the document says: directive (line 1)'],
    [{evidence: ['A', 'B', 'C', 'D', 'E']}, 'phased, by A, B, C and 2 more'],
  ])('preset: %j', async (more, words) => {
    expect(await printed([linted('a.md', [], more)])).toBe(`✔ a.md  ${words}\n\n✔ no findings in 1 file\n`)
  })

  test('counts clean files where there are many', async () => {
    const files = Array.from({length: 12}, (_, index) => linted(`${index}.md`, []))
    const others = [linted('x.md', [], {preset: 'plan', presetSource: 'fallback'}), linted('y.md', [finding('[NAME]')])]
    const report = await printed([...files, ...others])
    expect(report).toContain('✔ 13 files without findings: 12 phased, 1 plan (the fallback)\n')
    expect(report).toContain('✖ 1 error, 0 warnings in 1 of 14 files\n')
  })

  test('wraps at the width of the terminal', async () => {
    const message = 'This is a message of several words that has to be broken, 日本語の 言葉も です, to fit the screen'
    const evidence = ['A section with a long name (line 3)', 'Another section with a long name (line 40)']
    const report = await printed([linted('plans/a.md', [finding('[NAME]', {message})], {evidence})], {}, 60)
    const {default: stringWidth} = await import('string-width')
    expect(report.split('\n').filter(line => stringWidth(line) > 60)).toEqual([])
    expect(report.replace(/\s+/g, ' ')).toContain(message)
  })

  test('tells how much directives and --quiet keep back', async () => {
    const files = [linted('a.md', [finding('[NAME]')], {suppressed: 2})]
    expect(await printed(files, {quieted: 3})).toContain(
      '✖ 1 error, 0 warnings in 1 file (2 suppressed by the documents, 3 less grave not shown)\n',
    )
  })

  test('lets no control character of a document or of a file name through', async () => {
    const evil = '\u001b]0;evil\u0007'
    const files = [linted(`${evil}.md`, [finding('[NAME]', {message: evil})], {evidence: [evil]}), linted(evil, [])]
    const report = await printed(files, {places: [`${evil}/`]})
    expect(report.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    expect(report).toContain('␛]0;evil␇.md')
  })
})

describe('a run', () => {
  const plan = '# Plan\n\n- Owner: [PROJECT NAME]\n'

  test('prints faulty and clean files', async () => {
    const {code, stdout} = await run(project({'a.md': plan, 'b.md': '# B\n\nText.\n'}), ['a.md', 'b.md'])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^a\.md {2}plan, the fallback/)
    expect(stdout).toContain(' 3 │ - Owner: [PROJECT NAME]\n       │          ^^^^^^^^^^^^^^\n')
    expect(stdout).toMatch(/✔ b\.md .*\n\n✖ 1 error, 0 warnings in 1 of 2 files\n$/)
  })

  test('--quiet prints only what fails the run, and nothing where there are none', async () => {
    const root = project({'a.md': plan, 'b.md': '# B\n\nText.\n'})
    expect(await run(root, ['--quiet', 'b.md'])).toEqual({code: 0, stdout: '', stderr: ''})
    const {stdout} = await run(root, ['--quiet', '.'])
    expect(stdout).toContain('[PROJECT NAME]')
    expect(stdout).not.toContain('b.md')
  })

  test('--quiet prints the warnings that fail the run, and counts the others', async () => {
    const config = JSON.stringify({rules: {'no-placeholders': 'warning'}})
    const root = project({'a.md': plan, 'plan-lint.config.json': config})
    const {code, stdout} = await run(root, ['--quiet', 'a.md', '--fail-on', 'warning'])
    expect(code).toBe(1)
    expect(stdout).toContain('[PROJECT NAME]')
    expect(await run(root, ['--quiet', 'a.md'])).toEqual({
      code: 0,
      stdout: '✔ no errors in 1 file (1 less grave not shown)\n',
      stderr: '',
    })
  })

  test('control characters of documents reach neither report', async () => {
    const root = project({
      'a\u001b[31m.md': '# Plan\n\n- Owner \u001b[2J\u009b31m: [PROJECT \u007fNAME]\n- Name: [TBD]\n',
    })
    for (const format of ['stylish', 'json']) {
      const {code, stdout} = await run(root, ['--format', format, '.'])
      expect(code).toBe(1)
      expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
    }
    const {stderr} = await run(root, ['none\u001b[31m.md'])
    expect(stderr).toBe('plan-lint: none␛[31m.md: no such file or folder; check the path\n')
  })
})
