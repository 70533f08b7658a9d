import {readFileSync} from 'node:fs'
import {type Schema, Validator} from '@cfworker/json-schema'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {isIsoDate, isoDateOf} from '../../core/dates.ts'
import {applyEdits} from '../../core/fixes.ts'
import {memberLike} from '../../core/members.ts'
import {parseJson} from '../../core/metadata/json.ts'
import {shapeFaults} from '../../core/metadata/shape.ts'
import {SourceText} from '../../core/text.ts'
import {type Finding, lint, presets} from '../../index.ts'
import {metadataSchema} from '../../scripts/metadata-schema.ts'

const clean = readFileSync(new URL('../../fixtures/staged/clean.md', import.meta.url), 'utf8')
const staged = presets.find(({id}) => id === 'staged')
if (!staged?.metadata) throw new Error('The preset "staged" has lost its metadata.')
const spec = staged.metadata
const block = clean.slice(clean.indexOf('{'), clean.indexOf('\n```\n') + 1)

function faults(text: string): Finding[] {
  return lint(text, {preset: 'staged'}).findings.filter(({rule}) => rule === 'stage-metadata')
}

/** `line:column severity text` of each finding. */
function places(text: string): string[] {
  const source = new SourceText(text)
  return faults(text).map(({start, end, severity}) => {
    const {line, column} = source.positionAt(start)
    return `${line}:${column} ${severity} ${text.slice(start, end)}`
  })
}

describe('strict JSON', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const bits = [
    ...'{}[],:"\'-+/\\ \n\t\r'.split(''),
    ...['"a"', '1', '01', '1.0', '.5', '1e3', 'true', 'nul', 'null', 'NaN', '// x\n', '/* x */', '/*'],
    ...['"\\x"', '"\\u12"', '"\t"', '\u00a0', '\ufeff', '"\u2028"', '🎉'],
  ]

  it('is what JSON.parse takes', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ...bits), fc.nat(3))
      .map(([json, at, bit, cut]) => {
        const index = at % (json.length + 1)
        return json.slice(0, index) + bit + json.slice(index + cut)
      })
    const random = fc.array(fc.constantFrom(...bits), {maxLength: 12}).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(broken, random), text => {
        const {value, faults: found} = parseJson(text, 0)
        expect(found.length === 0).toBe(isJson(text))
        for (const {start, end} of found) expect(0 <= start && start <= end && end <= text.length).toBe(true)
        if (found.length === 0) expect(value).not.toBeNull()
      }),
      {numRuns: 3000},
    )
  })

  it('gives every value its place', () => {
    const text = '{"a": ["x", "", 12, null, {"b": true}]}'
    const {value} = parseJson(text, 0)
    if (value?.type !== 'object') throw new Error('No object was read.')
    const [entry] = value.entries
    if (entry?.value.type !== 'array') throw new Error('No array was read.')
    expect([entry.key, ...entry.value.items].map(({start, end}) => text.slice(start, end))).toEqual([
      'a',
      'x',
      '""',
      '12',
      'null',
      '{"b": true}',
    ])
  })

  it('is not read where it is nested beyond reason', () => {
    const {value, faults: found} = parseJson('['.repeat(200_000), 0)
    expect({value, places: found.map(({start}) => start)}).toEqual({value: null, places: [100]})
  })

  it.each([
    ['a comma too few', '{\n "a": 1\n "b": 2}', '3:2 "b"'],
    ['a comma too many', '{\n "a": 1,\n}', '2:8 ,'],
    ['a comma too many in a list', '{"a": [1, 2, ]}', '1:12 ,'],
    ['a comma before a comment', '{"a": 1, // one\n}', '1:8 ,'],
    ['two commas', '{"a": 1,, "b": 2}', '1:9 ,'],
    ['a colon too few', '{"a" 1}', '1:6 1'],
    ['a brace too few', '{"a": {"b": 1}\n\n', '1:14 }'],
    ['a bracket too few', '{"a": [1, 2}', '1:12 }'],
    ['text after the end', '{"a": 1} x', '1:10 x'],
    ['a second object', '{"a": 1}\n{"b": 2}', '2:1 {'],
    ['single quotes', "{'a': 1}", "1:2 'a'"],
    ['curly quotes', '{“a”: 1}', '1:2 “a”'],
    ['no quotes', '{a: 1}', '1:2 a'],
    ['a word of another language', '{"a": True}', '1:7 True'],
    ['a string left open', '{"a": "x,\n "b": 1}', '1:7 "x,'],
    ['a path of Windows', '{"a": "..\\worktrees\\a"}', '1:7 "..\\worktrees\\a"'],
    ['a tab in a string', '{"a": "x\ty"}', '1:7 "x\ty"'],
    ['a number with a zero before it', '{"a": 01}', '1:8 1'],
  ])('%s is told where it is', (_, text, place) => {
    const source = new SourceText(text)
    const found = parseJson(text, 0).faults.filter(({problem}) => !problem.includes('comments'))
    expect(
      found.map(({start, end}) => {
        const {line, column} = source.positionAt(start)
        return `${line}:${column} ${text.slice(start, end)}`
      }),
    ).toEqual([place])
  })

  it('comments and commas at the end are told, and the rest is judged all the same', () => {
    const text = clean
      .replace('"author"', '// who\n  "author"')
      .replace('"depends_on": []\n', '"depends_on": [],\n')
      .replace('"status": "completed"', '"status": "finished"')
    expect(places(text)).toEqual(['7:3 error // who', '16:18 error finished', '17:23 error ,'])
  })
})

describe('findings stand on the value', () => {
  const bad = clean.replace('"created": "2026-03-16"', '"created": "2026-03-61"')

  it('in a block at the margin', () => {
    expect(places(bad)).toEqual(['6:15 error 2026-03-61'])
  })

  it('in a file with a byte order mark and carriage returns', () => {
    expect(places(`\uFEFF${bad.replaceAll('\n', '\r\n')}`)).toEqual(['6:15 error 2026-03-61'])
    expect(places(bad.replaceAll('\n', '\r'))).toEqual(['6:15 error 2026-03-61'])
  })

  it('in a block in a list', () => {
    const indented = bad.replace(/```json[\s\S]*?\n```/, fence => `- Metadata\n\n${fence.replace(/^/gm, '  ')}`)
    expect(places(indented)).toEqual(['8:17 error 2026-03-61'])
  })

  it('in a block in a quote', () => {
    const quoted = bad.replace(/```json[\s\S]*?\n```/, fence => fence.replace(/^/gm, '> '))
    expect(places(quoted)).toEqual(['6:17 error 2026-03-61'])
  })

  it('in a block of tildes with more words after the mark', () => {
    const tildes = bad.replace('```json metadata', '~~~JSON  Metadata v1').replace('}\n```', '}\n~~~')
    expect(places(tildes)).toEqual(['6:15 error 2026-03-61'])
  })
})

it('a block in an example of a document is no metadata', () => {
  const text = clean.replace(/```json[\s\S]*?\n```/, fence => `\`\`\`\`markdown\n${fence}\n\`\`\`\``)
  expect(places(text)).toEqual(['1:3 error Implementation Plan: Parcel Tracking'])
})

it('keys of one own are welcome', () => {
  expect(places(clean.replace('"author"', '"reviewers": ["Ana"], "author"'))).toEqual([])
})

describe('fixes', () => {
  it.each([
    ['a status', '"status": "not-started"', '"status": "Not Started"'],
    ['a status in one word', '"status": "not-started"', '"status": "notstarted"'],
    ['a status of the plan', '"status": "in-progress"', '"status": "IN_PROGRESS"'],
    ['a date', '"created": "2026-03-16"', '"created": "2026/3/16"'],
    ['a comma', '"depends_on": []\n', '"depends_on": [],\n'],
  ])('correct the spelling of %s and nothing else', (_, right, wrong) => {
    const text = clean.replace(right, wrong)
    const [fault] = faults(text)
    expect(fault?.fix).toBeDefined()
    expect(applyEdits(text, fault?.fix ?? [])).toBe(clean)
  })

  it('are not offered where a date could be two', () => {
    expect(faults(clean.replace('"created": "2026-03-16"', '"created": "03/04/2026"'))[0]?.fix).toBeUndefined()
  })
})

describe('the published schema', () => {
  const schema = new Validator(metadataSchema(staged) as Schema, '7')

  it('is the one in the documentation', () => {
    const published = readFileSync(new URL('../../docs/staged-metadata.schema.json', import.meta.url), 'utf8')
    expect(JSON.parse(published)).toEqual(metadataSchema(staged))
  })

  it('takes the metadata of the clean plan', () => {
    expect(schema.validate(JSON.parse(block)).errors).toEqual([])
  })

  it('refuses what the rule tells, but for keys that are only expected, and nothing else', () => {
    const values = [null, 7, true, '', ' ', [], {}, ['x'], [''], [7], 'x', 'draft', 'blocked', 'Draft', '2026-02-29']
    const keys = ['plan_id', 'created', 'author', 'status', 'stages', 'id', 'name', 'branch', 'depends_on', 'other']
    const change = fc.record({
      key: fc.constantFrom(...keys),
      stage: fc.nat(3),
      value: fc.constantFrom(...values, undefined),
    })
    fc.assert(
      fc.property(fc.array(change, {maxLength: 2}), changes => {
        const metadata = JSON.parse(block)
        for (const {key, stage, value} of changes) {
          const entry = metadata.stages?.[stage]
          const owner = typeof entry === 'object' && entry !== null ? entry : metadata
          if (value === undefined) delete owner[key]
          else owner[key] = value
        }
        const text = JSON.stringify(metadata)
        const {value} = parseJson(text, 0)
        if (!value) throw new Error('JSON.stringify wrote no JSON.')
        const found = shapeFaults(value, spec, 'stage', () => false)
        const grave = found.filter(({kind, extras}) => kind !== 'absent' || extras.severity !== 'warning')
        expect({text, valid: grave.length === 0}).toEqual({text, valid: schema.validate(JSON.parse(text)).valid})
      }),
      {numRuns: 2000},
    )
  })
})

describe('dates', () => {
  it.each(['2026-01-31', '2024-02-29', '0099-12-31'])('%s is one', text => {
    expect(isIsoDate(text)).toBe(true)
    expect(isoDateOf(text)).toBe(text)
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '20260101', '', 'YYYY-MM-DD'])(
    '%s is none',
    text => {
      expect(isIsoDate(text)).toBe(false)
    },
  )

  it.each([
    ['2026/01/31', '2026-01-31'],
    ['2026.1.5', '2026-01-05'],
    ['2026–01–31', '2026-01-31'],
    ['31.01.2026', '2026-01-31'],
    ['1/31/2026', '2026-01-31'],
    ['31 January 2026', '2026-01-31'],
    ['Jan 31, 2026', '2026-01-31'],
    ['January 31st, 2026', '2026-01-31'],
    [' 2026-01-31 ', '2026-01-31'],
    ['01/02/2026', null],
    ['2026/02/30', null],
    ['13/13/2026', null],
    ['31 Januarius 2026', null],
    ['Q1 2026', null],
    ['2026-01-31T10:00:00Z', null],
  ])('%s means %s', (text, date) => {
    expect(isoDateOf(text)).toBe(date)
  })
})

it('members are known in any spelling', () => {
  const members = ['not-started', 'in-progress']
  expect(['Not Started', 'NOT_STARTED', '✅ notstarted', 'inprogress'].map(text => memberLike(text, members))).toEqual([
    'not-started',
    'not-started',
    'not-started',
    'in-progress',
  ])
  expect(['started', '', 'progress', 'in progress soon'].map(text => memberLike(text, members))).toEqual([
    null,
    null,
    null,
    null,
  ])
})

it('blocks of megabytes are read to their end', () => {
  const texts: Record<string, (size: number) => string> = {
    stages: size => `{"stages": [${'{"id": "a", "name": "b", "depends_on": ["c"]},\n'.repeat(size / 48)}{}]}`,
    'one string': size => `"${'\\"'.repeat(size / 2)}`,
    'no strings': size => '"\\"'.repeat(size / 3),
    words: size => 'x '.repeat(size / 2),
    commas: size => `[${'1,,'.repeat(size / 3)}]`,
    'commas before brackets': size => `[${'[1,],'.repeat(size / 5)}0]`,
    comments: size => `[${'1, // x\n'.repeat(size / 8)}0]`,
    blanks: size => `{"a": 1,${' '.repeat(size)}`,
    keys: size => `{${'"a": 1,\n'.repeat(size / 8)}"a": 1}`,
  }
  for (const [name, text] of Object.entries(texts)) {
    const {value, faults} = parseJson(text(name === 'stages' ? 5_000_000 : 1_000_000), 0)
    const told = value ? shapeFaults(value, spec, 'stage', () => false) : []
    expect(faults.length + told.length, name).toBeGreaterThan(0)
  }
}, 120_000)
