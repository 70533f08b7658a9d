import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {SourceText} from '../../core/text.ts'
import {type Finding, lint} from '../../index.ts'

const clean = readFileSync(new URL('../../fixtures/staged/clean.md', import.meta.url), 'utf8')

/** The text between `from` and the next `to` after it, both included. */
function part(text: string, from: string, to: string): string {
  const start = text.indexOf(from)
  return text.slice(start, text.indexOf(to, start) + to.length)
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, () => to)
  if (result === text) throw new Error(`Nothing in the plan is ${from}`)
  return result
}

/** The clean plan with a line of the metadata of its second stage replaced. */
const page = (key: string, line: string) => {
  const entry = part(clean, '"id": "tracking-page"', '}')
  const old = part(entry, `"${key}"`, '\n')
  return clean.replace(entry, () => entry.replace(old, () => (line === '' ? '' : `${line}\n`)))
}

const entries = [...part(clean, '"stages"', '\n  ]').matchAll(/ {4}\{[^}]*\}/g)].map(([entry]) => entry)
const [first = '', second = '', third = ''] = entries
const section = (number: number) =>
  clean.slice(
    clean.indexOf(`### Stage ${number}`),
    clean.indexOf(number < 3 ? `### Stage ${number + 1}` : '## Testing Strategy'),
  )

/** The rules that one fault in the stages might set off together. */
const concerned = /^(?:stage-|phase-|no-placeholders|no-unclosed-fences|required-sections)/

function findings(text: string): Finding[] {
  return lint(text).findings.filter(({rule}) => concerned.test(rule))
}

/** `line rule text` of each finding, with the lines of what belongs to it. */
function told(text: string): string[] {
  const source = new SourceText(text)
  return findings(text).map(({start, end, rule, related = []}) => {
    const others = related.map(other => ` < ${source.lineAt(other.start)}`).join('')
    return `${source.lineAt(start)} ${rule} ${text.slice(start, end)}${others}`
  })
}

describe('one fault is one finding', () => {
  it.each([
    [
      'no block',
      replaced(clean, /```json metadata[^`]*```/, ''),
      '1 stage-metadata Implementation Plan: Parcel Tracking',
    ],
    ['a block without its mark', replaced(clean, 'json metadata', 'json'), '3 stage-metadata json'],
    ['an empty block', replaced(clean, /(?<=json metadata\n)[^`]*/, ''), '3 stage-metadata json metadata'],
    ['a list for the object', replaced(clean, /(?<=json metadata\n)[^`]*/, '[]\n'), '4 stage-metadata ['],
    ['no author', replaced(clean, /.*"author".*\n/, ''), '4 stage-metadata {'],
    ['an empty author', replaced(clean, '"Leila Haddad"', '""'), '7 stage-metadata ""'],
    ['a slot for the author', replaced(clean, 'Leila Haddad', '[NAME]'), '7 no-placeholders [NAME]'],
    ['no plan id', replaced(clean, /.*"plan_id".*\n/, ''), '4 stage-metadata {'],
    [
      'a plan id without date',
      replaced(clean, '"2026-03-16-parcel-tracking"', '"parcel-tracking"'),
      '5 stage-metadata parcel-tracking',
    ],
    [
      'another plan id',
      replaced(clean, '"2026-03-16-parcel-tracking"', '"2026-03-16-pigeons"'),
      '5 stage-metadata 2026-03-16-pigeons',
    ],
    [
      'a plan id not filled in',
      replaced(clean, '"2026-03-16-parcel-tracking"', '"YYYY-MM-DD-short-slug"'),
      '5 no-placeholders YYYY-MM-DD-short-slug',
    ],
    [
      'a day that does not exist',
      replaced(clean, '"created": "2026-03-16"', '"created": "2026-02-30"'),
      '6 stage-metadata 2026-02-30',
    ],
    [
      'a status of its own',
      replaced(clean, /"status": "in-progress"/, '"status": "ongoing"'),
      '8 stage-metadata ongoing',
    ],
    ['no stages', replaced(clean, /,\n {2}"stages": \[[\s\S]*?\n {2}\]/, ''), '4 stage-metadata {'],
    ['no stage', replaced(clean, /"stages": \[[\s\S]*?\n {2}\]/, '"stages": []'), '9 stage-metadata []'],
    ['an empty entry', replaced(clean, second, `${second},\n    {}`), '26 stage-metadata {'],
    ['an entry that is none', replaced(clean, second, `${second},\n    null`), '26 stage-metadata null'],
    [
      'a key twice',
      replaced(clean, '"author": "Leila Haddad",', '"author": "Leila Haddad",\n  "author": "Jo",'),
      '8 stage-metadata author < 7',
    ],
  ])('%s', (_, text, finding) => {
    expect(told(text)).toEqual([finding])
  })

  it.each([
    ['no id', page('id', ''), '18 stage-metadata {'],
    ['an empty id', page('id', '"id": "",'), '19 stage-metadata ""'],
    ['another id', page('id', '"id": "pigeons",'), '123 stage-sync tracking-page < 19'],
    ['the id of another', page('id', '"id": "carrier-poller",'), '19 stage-graph carrier-poller < 11'],
    ['no name', page('name', ''), '19 stage-metadata tracking-page'],
    ['another name', page('name', '"name": "Pigeons",'), '121 stage-sync Tracking Page < 20'],
    [
      'another branch',
      page('branch', '"branch": "feature/pigeons",'),
      '124 stage-sync feature/2026-03-16-parcel-tracking-tracking-page < 21',
    ],
    ['a number for the branch', page('branch', '"branch": 7,'), '21 stage-metadata 7'],
    ['no worktree', page('worktree_path', ''), '19 stage-metadata tracking-page'],
    [
      'a worktree without plan',
      page('worktree_path', '"worktree_path": "../tracking-page",'),
      '22 stage-metadata ../tracking-page',
    ],
    [
      'a worktree without stage',
      page('worktree_path', '"worktree_path": "../parcel-tracking",'),
      '22 stage-metadata ../parcel-tracking',
    ],
    [
      'the worktree of another',
      page('worktree_path', '"worktree_path": "../worktrees/2026-03-16-parcel-tracking/carrier-poller/",'),
      '22 stage-graph ../worktrees/2026-03-16-parcel-tracking/carrier-poller/ < 14',
    ],
    ['another status', page('status', '"status": "blocked",'), '125 stage-sync In Progress < 23'],
    ['no status of the list', page('status', '"status": "paused",'), '23 stage-metadata paused'],
    [
      'dependencies in a string',
      page('depends_on', '"depends_on": "carrier-poller"'),
      '24 stage-metadata carrier-poller',
    ],
    ['a dependency that is none', page('depends_on', '"depends_on": [3]'), '24 stage-metadata 3'],
    ['a dependency on nobody', page('depends_on', '"depends_on": ["carrier-polle"]'), '24 stage-graph carrier-polle'],
    [
      'a dependency in other case',
      page('depends_on', '"depends_on": ["Carrier-Poller"]'),
      '24 stage-graph Carrier-Poller',
    ],
    ['a dependency on itself', page('depends_on', '"depends_on": ["tracking-page"]'), '24 stage-graph tracking-page'],
    ['no dependency', page('depends_on', '"depends_on": []'), '126 stage-sync carrier-poller < 24'],
    ['a key misspelt', page('depends_on', '"dependsOn": ["carrier-poller"]'), '19 stage-metadata tracking-page'],
  ])('in an entry: %s', (_, text, finding) => {
    expect(told(text)).toEqual([finding])
  })

  it.each([
    ['another id', replaced(clean, '`tracking-page`', '`pigeons`'), '123 stage-sync pigeons < 19'],
    ['the id of another', replaced(clean, '`tracking-page`', '`carrier-poller`'), '123 stage-sync carrier-poller < 19'],
    [
      'another status',
      replaced(clean, '**Status**: In Progress', '**Status**: Completed'),
      '125 stage-sync Completed < 23',
    ],
    [
      'no dependency',
      replaced(clean, '**Dependencies**: carrier-poller', '**Dependencies**: None'),
      '126 stage-sync None < 24',
    ],
    [
      'a later dependency',
      replaced(clean, '**Dependencies**: None', '**Dependencies**: delay-mail'),
      '76 stage-sync delay-mail < 16',
    ],
    [
      'a dependency on nobody',
      replaced(clean, '**Dependencies**: None', '**Dependencies**: stage-9'),
      '76 stage-sync stage-9 < 16',
    ],
    ['another name', replaced(clean, 'Stage 2: Tracking Page', 'Stage 2: Pigeons'), '121 stage-sync Pigeons < 20'],
    ['no name', replaced(clean, '### Stage 2: Tracking Page', '### Stage 2'), '121 stage-sync Stage 2 < 20'],
  ])('in a section: %s', (_, text, finding) => {
    expect(told(text)).toEqual([finding])
  })

  it.each([
    ['no heading of the first section', replaced(clean, /### Stage 1.*\n/, ''), '11 stage-sync carrier-poller'],
    ['no heading in the middle', replaced(clean, /### Stage 2.*\n/, ''), '19 stage-sync tracking-page'],
    ['no section in the middle', replaced(clean, section(2), ''), '19 stage-sync tracking-page'],
    ['no last section', replaced(clean, section(3), ''), '27 stage-sync delay-mail'],
    [
      'no first entry, on which others depend',
      replaced(clean, `${first},\n`, ''),
      '63 stage-sync Stage 1: Carrier Poller ✅ COMPLETED',
    ],
    ['no last entry', replaced(clean, `,\n${third}`, ''), '151 stage-sync Stage 3: Delay Mail'],
    ['an entry twice', replaced(clean, second, `${second},\n${second}`), '27 stage-graph tracking-page < 19'],
    ['a section twice', replaced(clean, section(2), section(2) + section(2)), '159 phase-numbering 2 < 121'],
    [
      'two entries swapped',
      replaced(clean, `${second},\n${third}`, `${third},\n${second}`),
      '159 stage-sync Stage 3: Delay Mail < 19',
    ],
    ['a number left out', replaced(clean, '### Stage 3', '### Stage 4'), '159 phase-numbering 4 < 121'],
  ])('between the two: %s', (_, text, finding) => {
    expect(told(text)).toEqual([finding])
  })

  it('a block left open hides the metadata, and nothing is told of them', () => {
    expect(told(replaced(clean, /\}\n```\n/, '}\n'))).toEqual(['3 no-unclosed-fences ```json metadata < 98'])
  })
})

describe('a cycle', () => {
  const text = clean.replace('"depends_on": []', '"depends_on": ["delay-mail"]')

  it('is told once, where a stage waits for a later one, with its path', () => {
    expect(told(text)).toEqual(['16 stage-graph delay-mail < 32'])
    const path = 'carrier-poller → delay-mail → carrier-poller'
    expect(findings(text)[0]?.data).toMatchObject({path})
    expect(findings(text)[0]?.message).toContain(path)
  })

  it('that the sections have, too, is told of the metadata only', () => {
    const both = replaced(text, '**Dependencies**: None', '**Dependencies**: delay-mail')
    expect(told(both)).toEqual(['16 stage-graph delay-mail < 32'])
  })
})

describe('what sections write', () => {
  const dependencies = (words: string) => told(replaced(clean, '**Dependencies**: None', `**Dependencies**:${words}`))

  /** The first stage as one that depends on both others, which wait for none. */
  const waiting = replaced(
    clean
      .replaceAll('"depends_on": ["carrier-poller"]', '"depends_on": []')
      .replaceAll('**Dependencies**: carrier-poller', '**Dependencies**: None'),
    /"depends_on": \[\]/,
    '"depends_on": ["tracking-page", "delay-mail"]',
  )

  it.each([
    ' none',
    ' None (can be built at any time)',
    ' None - can run beside Stage 2',
    ' N/A',
    ' –',
    ' No dependencies',
    ' `None`',
    ' the contract with the carrier',
  ])('none: %s', words => {
    expect(dependencies(words)).toEqual([])
  })

  it.each([
    ' tracking-page, delay-mail',
    ' `delay-mail` and `tracking-page`',
    ' Stage 2, Stage 3',
    ' Stages 2-3',
    ' stage-2; stage-3',
    ' 2, 3',
    ' Tracking Page & Delay Mail',
    ' Stage 2: Tracking Page and Stage 3: Delay Mail',
    ' Stage 2 (page), Stage 3 (mail)',
    ' Requires Stage 2 to be merged, and the delay-mail',
    ' ✅ tracking-page, delay-mail – for its texts',
    ' ["tracking-page", "delay-mail"]',
    ' tracking-page,\ndelay-mail',
    '\n- tracking-page\n- [Stage 3](#stage-3-delay-mail)',
    ' all later stages',
  ])('both others: %s', words => {
    expect(told(replaced(waiting, '**Dependencies**: None', `**Dependencies**:${words}`))).toEqual([])
  })

  it.each([' tracking-page', ' Stage 2', ' something', ' tracking-page, delay-mail, stage-1'])(
    'other ones: %s',
    words => {
      const rules = findings(replaced(waiting, '**Dependencies**: None', `**Dependencies**:${words}`)).map(
        ({rule}) => rule,
      )
      expect(rules).toEqual(['stage-sync'])
    },
  )

  it.each([
    ['the id without marks', '**Stage ID**: `tracking-page`', '**Stage ID**: tracking-page'],
    ['the id with a note', '**Stage ID**: `tracking-page`', '**Stage ID**: `tracking-page` (worktree is set up)'],
    [
      'the branch as a link',
      '**Branch**: `feature/2026-03-16-parcel-tracking-tracking-page`',
      '**Branch**: [feature/2026-03-16-parcel-tracking-tracking-page](https://example.org/shop/page)',
    ],
    [
      'the branch with a note',
      '**Branch**: `feature/2026-03-16-parcel-tracking-tracking-page`',
      '**Branch**: feature/2026-03-16-parcel-tracking-tracking-page, from main',
    ],
    ['the status in other spelling', '**Status**: In Progress', '**Status**: `in-progress`'],
    ['the status with a note', '**Status**: In Progress', '**Status**: 🚧 In progress (half)'],
    ['the name in other case', 'Stage 2: Tracking Page', 'Stage 2: tracking page'],
    ['the name with a note', 'Stage 2: Tracking Page', 'Stage 2: Tracking Page (after the poller)'],
    ['the fields as a list', '**Stage ID**: `tracking-page`', '- **Stage ID**: `tracking-page`'],
  ])('%s is fine', (_, from, to) => {
    expect(told(replaced(clean, from, to))).toEqual([])
  })

  it('names of stages may carry their number in the metadata', () => {
    expect(told(replaced(clean, '"name": "Tracking Page"', '"name": "Stage 2: Tracking Page"'))).toEqual([])
  })

  it('branches that all leave out the date of the plan are fine', () => {
    expect(told(clean.replaceAll('feature/2026-03-16-', 'feature/').replaceAll('worktrees/2026-03-16-', ''))).toEqual(
      [],
    )
  })

  it('a field below another heading belongs to that', () => {
    expect(told(replaced(clean, 'A page with the events', '**Branch**: the trunk\n\nA page with the events'))).toEqual(
      [],
    )
  })
})

describe('sections without fields', () => {
  const bare = (headings: string[], stages: object[]) =>
    `# Implementation Plan: X\n\n\`\`\`json metadata\n${JSON.stringify({stages})}\n\`\`\`\n\n${headings.map(heading => `### ${heading}\n\nText.\n`).join('\n')}`
  const sync = (text: string) =>
    lint(text, {preset: 'staged'})
      .findings.filter(({rule}) => rule === 'stage-sync')
      .map(({message}) => message)

  it('are known by their names', () => {
    const stages = [
      {id: 'api', name: 'API'},
      {id: 'web', name: 'Web'},
    ]
    expect(sync(bare(['Stage 1: Web', 'Stage 2: API'], stages))).toEqual([expect.stringContaining('another place')])
  })

  it('are known by their numbers', () => {
    const stages = [
      {id: 'stage-2', name: 'API'},
      {id: 'stage-1', name: 'Web'},
    ]
    expect(sync(bare(['Stage 1: Web pages', 'Stage 2: API'], stages))).toEqual([
      expect.stringContaining('calls this stage "Web"'),
      expect.stringContaining('another place'),
    ])
  })

  it('are known by their place', () => {
    const stages = [
      {id: 'api', name: 'API'},
      {id: 'web', name: 'Web'},
      {id: 'mail', name: 'Mail'},
    ]
    expect(sync(bare(['Stage 1: API', 'Stage 2: Pages', 'Stage 3: Mail'], stages))).toEqual([
      'The metadata calls this stage "Web"; give it one name',
    ])
  })

  it('with another id and nothing in common but their place are told once', () => {
    const stages = [{id: 'api', name: 'API', branch: 'x/api'}]
    const text = bare(['Stage 1: Pages'], stages).replace('Text.', '**Stage ID**: pages\n**Branch**: x/pages')
    expect(sync(text)).toEqual(['Stage ID says "pages" here and "api" in the metadata; say the same in both'])
  })
})

it('the same is told whatever line breaks the file has', () => {
  const text = readFileSync(new URL('../../fixtures/staged/out-of-step.md', import.meta.url), 'utf8')
  const lines = told(text)
  expect(told(text.replaceAll('\n', '\r\n'))).toEqual(lines)
  expect(lines.length).toBeGreaterThan(10)
})

it('thousands of stages are compared to their end', () => {
  const plan = (count: number) => {
    const ids = Array.from({length: count}, (_, index) => `s-${index}`)
    const stages = ids.map((id, index) => ({
      id,
      name: id,
      branch: id,
      worktree_path: id,
      depends_on: [`s-${index + 1}`, 'z'],
    }))
    const sections = ids.map(
      (id, index) => `### Stage ${index + 1}: ${id}\n\n**Stage ID**: ${id}\n**Dependencies**: Stages 1-${count}, z\n`,
    )
    return `# Implementation Plan: X\n\n\`\`\`json metadata\n${JSON.stringify({stages}, null, 2)}\n\`\`\`\n\n${sections.join('\n')}`
  }
  const settings = Object.fromEntries(['metadata', 'sync', 'graph'].map(name => [`stage-${name}`, 'error'] as const))
  const {findings} = lint(plan(4000), {preset: 'staged', rules: settings})
  expect(findings.length).toBeGreaterThan(0)
}, 120_000)
