import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {placeOf} from '../../core/place.ts'
import {SourceText} from '../../core/text.ts'
import {markdownlintPreset} from '../../hosts/markdownlint-preset.ts'
import {lint, presets, rules} from '../../index.ts'
import {commandLine, markdownlintCli2, remarkCli} from './binaries.ts'
import {documents} from './documents.ts'
import {inOrder, type Report, type Seen} from './seen.ts'

interface Host {
  name: string
  /** Findings on all documents in `folder`. */
  run(folder: string, preset: string): Report
  /** What the host cannot say, and `shows` therefore changes. */
  losses: string[]
  /** Whether it also lints what is no plan. */
  readsEverything: boolean
  shows(finding: Seen, text: string, preset: string): Seen | null
}

const hosts: Host[] = [
  {
    name: 'the command line',
    run: commandLine,
    losses: [],
    readsEverything: true,
    shows: finding => finding,
  },
  {
    name: 'markdownlint-cli2',
    run: (folder, preset) => markdownlintCli2(folder, markdownlintConfig(preset)),
    losses: [
      'the severity is that of the rule in the configuration, error or warning',
      'of a finding over several lines only the part on the first is marked',
      'a finding without any text of its line has no column',
      'in the front matter, before markdownlint 0.42, it stands on the first line after it',
    ],
    readsEverything: false,
    shows: asMarkdownlint,
  },
  {
    name: 'remark-cli',
    run: remarkCli,
    losses: ['behind the last words of the file, as in the address of a link that ends it, remark-lint drops it'],
    readsEverything: false,
    shows: (finding, text) => (isInClosingAddress(finding, text) ? null : finding),
  },
]

function markdownlintConfig(preset: string): Record<string, unknown> {
  const chosen = presets.find(({id}) => id === preset)
  return {default: false, plan: true, ...(chosen && markdownlintPreset(chosen, rules))}
}

function isInClosingAddress({line, column}: Seen, text: string): boolean {
  const source = new SourceText(text)
  const address = /\]\([^)]*\)\s*$/.exec(text)
  return address !== null && source.offsetAt({line, column}) > address.index
}

/** As markdownlint takes it off: blank lines after it included. */
const frontMatter = /^---\s*\n[\s\S]+?^---\s*(?:\n|$)/m

function asMarkdownlint(finding: Seen, text: string, preset: string): Seen {
  const setting = markdownlintConfig(preset)[`plan-${finding.rule}`]
  const isWarning = typeof setting === 'object' && setting !== null && 'severity' in setting
  const severity = isWarning ? 'warning' : 'error'
  const body = text.replace(/^\uFEFF/, '')
  const front = frontMatter.exec(body)
  const frontLines = front?.index === 0 ? front[0].split('\n').length - 1 : 0
  const {line, column, message} = finding
  if (line <= frontLines) {
    const moved = {line: frontLines + 1, column: 1, endLine: frontLines + 1, endColumn: 1}
    return {...finding, ...moved, severity, message: `${message} (line ${line}, in the front matter)`}
  }
  const length = new SourceText(body).lineText(line).length
  const endColumn = finding.endLine > line ? length + 1 : Math.min(finding.endColumn, length + 1)
  const hasText = endColumn > column
  return {...finding, severity, endLine: line, column: hasText ? column : 1, endColumn: hasText ? endColumn : 1}
}

/** What the engine itself says. */
function engineFindings(text: string, preset: string): {isPlan: boolean; findings: Seen[]} {
  const source = new SourceText(text)
  const {isPlan, findings} = lint(text, {preset})
  return {
    isPlan,
    findings: findings.map(({rule, severity, message, start, end}) => {
      const from = placeOf(source, start)
      const to = placeOf(source, end)
      return {rule, severity, message, ...from, endLine: to.line, endColumn: to.column}
    }),
  }
}

const texts = documents()

describe.each(['auto', 'phased'])('preset %s', preset => {
  let folder = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plan-lint-hosts-'))
    for (const [name, text] of texts) writeFileSync(join(folder, name), text)
  })

  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  test.each(hosts)('$name shows what the engine finds', host => {
    const report = host.run(folder, preset)
    let total = 0
    for (const [name, text] of texts) {
      const {isPlan, findings} = engineFindings(text, preset)
      const told = isPlan || host.readsEverything ? findings : []
      const expected = told.map(one => host.shows(one, text, preset)).filter(one => one !== null)
      total += expected.length
      expect({[name]: inOrder(report.get(name) ?? [])}).toEqual({[name]: inOrder(expected)})
    }
    expect(total).toBeGreaterThan(100)
  })
})
