import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import type {Preset} from '../../core/preset.ts'
import {SourceText} from '../../core/text.ts'
import {type Finding, lint, presets, rules} from '../../index.ts'
import {entriesOf} from '../../scripts/entries.ts'
import {type Row, rowsOf} from '../../scripts/template-tables.ts'
import {mutationsOf} from '../mutations/all.ts'
import {cleanPlanOf, toldOf} from '../mutations/mutation.ts'

const root = join(import.meta.dirname, '../..')
const rows = rowsOf(readFileSync(join(root, 'docs/templates.md'), 'utf8'), presets)
const templates = presets.filter(({id}) => id !== 'plan')
const ofPreset = ({id}: Preset) => rows.filter(row => row.presets.length < presets.length && hasPreset(row, id))

function hasPreset(row: Row, id: string): boolean {
  return row.presets.some(preset => preset.id === id)
}

const clean = new Map(
  templates.map(preset => {
    const plan = cleanPlanOf(preset)
    const mutations = mutationsOf(plan).flatMap(([, list]) => list)
    return [preset.id, {plan, mutations}]
  }),
)

/** What a row's proof shows: the findings on a line of a fixture, or all that a mutation is told. */
function shownBy({preset, at}: Row['proofs'][number]): Pick<Finding, 'rule' | 'severity'>[] {
  if ('mutation' in at) {
    const {plan, mutations = []} = clean.get(preset.id) ?? {}
    const mutation = mutations.find(({name}) => name === at.mutation)
    return plan && mutation ? toldOf(plan, mutation) : []
  }
  const text = readFileSync(join(root, 'fixtures', preset.id, at.file), 'utf8')
  const source = new SourceText(text)
  return lint(text).findings.filter(({start}) => source.positionAt(start).line === at.line)
}

test('every row has what it needs', () => {
  expect(rows.length).toBeGreaterThan(200)
  for (const {line, cells, key, rules: ids, severity} of rows) {
    expect(cells, `line ${line}`).toHaveLength(6)
    expect(cells.slice(0, 2), `line ${line}`).not.toContain('')
    expect(key !== '' || ids.length > 0, `line ${line}`).toBe(true)
    expect(severity === 'allowed' || /^(?:error|warning)(?:, (?:error|warning))*$/.test(severity), `line ${line}`).toBe(
      true,
    )
  }
})

test('every rule named is one, and every rule about what a template asks for is named', () => {
  const named = new Set(rows.flatMap(row => row.rules))
  const ids = rules.filter(({group}) => !['directives', 'repository'].includes(group)).map(({id}) => id)
  expect([...named].sort()).toEqual(ids.sort())
})

describe.each(templates)('$id', preset => {
  const own = ofPreset(preset)

  test('every entry of the preset has a row, and every row its entry', () => {
    const keys = entriesOf(preset).map(({key}) => key)
    expect(keys.filter(key => !own.some(row => row.key === key))).toEqual([])
    const known = new Set(own.flatMap(row => row.presets.flatMap(entriesOf)).map(({key}) => key))
    expect(own.map(({key}) => key).filter(key => key !== '' && !known.has(key))).toEqual([])
  })

  test('every rule that the preset turns on has a row', () => {
    const on = Object.entries(preset.rules).filter(([, setting]) => setting !== 'off')
    expect(on.map(([id]) => id).filter(id => !own.some(row => row.rules.includes(id)))).toEqual([])
  })

  test('only what is never asked for is allowed', () => {
    const optional = own.filter(({severity}) => severity === 'allowed').map(({key}) => key)
    const asked = entriesOf(preset).filter(({isOptional}) => !isOptional)
    expect(asked.filter(({key}) => optional.includes(key))).toEqual([])
  })
})

test.each(
  rows.filter(({severity}) => severity !== 'allowed').map(row => [`${row.line}: ${row.cells[0]}`, row] as const),
)('line %s: the proof holds', (_, row) => {
  expect(row.proofs.length).toBeGreaterThan(0)
  const shown = row.proofs.map(proof => shownBy(proof).filter(({rule}) => row.rules.includes(rule)))
  for (const [index, findings] of shown.entries()) expect(findings, JSON.stringify(row.proofs[index])).not.toEqual([])
  const found = shown.flat()
  expect(new Set(found.map(({rule}) => rule))).toEqual(new Set(row.rules))
  expect(new Set(found.map(({severity}) => severity))).toEqual(new Set(row.severity.split(', ')))
})

test('a proof that does not hold is noticed', () => {
  const [row] = rows.filter(({proofs}) => proofs.some(({at}) => 'file' in at))
  const [proof] = row?.proofs ?? []
  if (!proof || !('file' in proof.at)) throw new Error('no row with a fixture')
  expect(shownBy({...proof, at: {...proof.at, line: proof.at.line + 1}})).toEqual([])
  expect(shownBy({...proof, at: {mutation: 'no such thing'}})).toEqual([])
})
