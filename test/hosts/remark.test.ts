import remarkParse from 'remark-parse'
import {type Preset, unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, test} from 'vitest'
import {type RemarkHost, remarkHost} from '../../hosts/remark-preset.ts'
import {toyEngine} from './toy-engine.ts'

const plans = {path: 'docs/plans/a.md'}

function host(): {engine: ReturnType<typeof toyEngine>; host: RemarkHost} {
  const engine = toyEngine()
  return {engine, host: remarkHost(engine)}
}

async function run(value: string, ...presets: Preset[]): Promise<VFile> {
  return runFile(new VFile({value, path: 'notes.md'}), ...presets)
}

async function runFile(file: VFile, ...presets: Preset[]): Promise<VFile> {
  const processor = unified().use(remarkParse)
  for (const preset of presets) processor.use(preset)
  await processor.run(processor.parse(file), file)
  return file
}

const told = (file: VFile) => file.messages.map(({ruleId, place, fatal}) => [ruleId, placeText(place), fatal])

function placeText(place: VFile['messages'][number]['place']): string {
  if (!place) return ''
  if (!('start' in place)) return `${place.line}:${place.column}`
  return `${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}`
}

describe('messages', () => {
  test('carry rule, place, page and replacement', async () => {
    const {messages} = await run('# PLAN [NAME]\n', host().host.preset('auto'))
    expect(messages).toHaveLength(1)
    expect(messages[0]).toMatchObject({
      source: 'remark-lint',
      ruleId: 'plan-slot',
      reason: 'Found "[NAME]"',
      fatal: true,
      line: 1,
      column: 8,
      place: {start: {line: 1, column: 8, offset: 7}, end: {line: 1, column: 14, offset: 13}},
      actual: '[NAME]',
      expected: ['NAME'],
      url: expect.stringMatching(/^https:.*\/rules\/slot\.md$/),
    })
  })

  test('keep the severity of each finding', async () => {
    const file = await run('PLAN\n[A]\nDROP\n!!!\n', host().host.preset('auto'))
    expect(told(file)).toEqual([
      ['plan-slot', '2:1-2:4', true],
      ['plan-shout', '4:1-4:4', undefined],
      ['plan-drop-line', '3:1-4:1', false],
    ])
  })

  test('count lines, columns and offsets in the text as it is', async () => {
    const text = '\uFEFF---\r\ntitle: [A]\r\n---\r\n\r\n# PLAN\r\n\r\n<!-- [B] --> [C]\r\n'
    const file = await run(text, host().host.preset('auto'))
    const offsets = file.messages.map(({place}) => (place && 'start' in place ? place.start.offset : -1))
    expect(told(file)).toEqual([
      ['plan-slot', '2:8-2:11', true],
      ['plan-slot', '7:6-7:9', true],
      ['plan-slot', '7:14-7:17', true],
    ])
    expect(offsets).toEqual(['[A]', '[B]', '[C]'].map(slot => text.indexOf(slot)))
  })
})

describe('engine runs', () => {
  test('one for all rules of a file', async () => {
    const {engine, host: remark} = host()
    await run('# PLAN [NAME]!!!\n', remark.preset('strict'))
    expect(engine.calls.map(call => call.options)).toEqual([{preset: 'strict'}])
  })

  test('again when the same file has another text', async () => {
    const {host: remark} = host()
    const file = new VFile({value: 'PLAN\n[A]\n', path: 'notes.md'})
    await runFile(file, remark.preset('auto'))
    file.value = 'PLAN\n\n[B]\n'
    file.messages = []
    await runFile(file, remark.preset('auto'))
    expect(told(file)).toEqual([['plan-slot', '3:1-3:4', true]])
  })
})

describe('configuration', () => {
  test('of a preset leaves out what the preset has off and takes its severities', async () => {
    const file = await run('PLAN\n[A]\n\nBEGIN\nEND\n', host().host.preset('loose'))
    expect(told(file)).toEqual([['plan-slot', '2:1-2:4', false]])
  })

  test("of one rule wins over the preset's", async () => {
    const {host: remark} = host()
    const {'plan-slot': slot, 'plan-shout': shout, 'plan-opt-in': optIn} = remark.rules
    const mine = {
      plugins: [
        [slot, ['warn', {except: '[A]'}]],
        [shout, 2],
        [optIn, ['error']],
      ],
    } as Preset
    const file = await run('PLAN\n[A] [B] !!!\n\nMAYBE\n', remark.preset('strict'), mine)
    expect(told(file)).toEqual([
      ['plan-slot', '2:5-2:8', false],
      ['plan-shout', '2:9-2:12', true],
      ['plan-opt-in', '4:1-4:6', true],
    ])
  })

  test("options alone are added to the preset's", async () => {
    const {host: remark, engine} = host()
    const mine = {plugins: [[remark.rules['plan-slot'], {except: '[A]'}]]} as Preset
    const file = await run('PLAN\n[A] [B]\n', remark.preset('loose'), mine)
    expect(told(file)).toEqual([['plan-slot', '2:5-2:8', false]])
    expect(new Set(engine.calls.map(call => call.options.preset))).toEqual(new Set(['loose']))
  })

  test('switches a rule off', async () => {
    const {host: remark} = host()
    for (const off of [false, 0, 'off', ['off'], [0]] as const) {
      const mine = {plugins: [[remark.rules['plan-slot'], off]]} as unknown as Preset
      expect(told(await run('PLAN\n[A]\n', remark.preset('auto'), mine))).toEqual([])
    }
  })

  test('with an unknown preset says so', async () => {
    const {host: remark} = host()
    expect(() => remark.preset('strikt')).toThrow('There is no preset "strikt"; take auto or one of strict, loose.')
    const mine = {plugins: [[remark.rules['plan-slot'], {preset: 'strikt'}]]} as Preset
    const file = await run('PLAN\n', mine)
    expect(file.messages.map(String)).toEqual(['notes.md:1:1: Unknown preset "strikt".'])
    expect(file.messages[0]?.fatal).toBe(true)
  })
})

test('a crash of the engine becomes one message', async () => {
  const file = await run('PLAN CRASH\n', host().host.preset('auto'))
  expect(file.messages.map(message => message.reason)).toEqual(['plan-lint failed on this document: boom'])
})

test('files that are no plan are left alone, unless they lie where people keep plans', async () => {
  const value = '# Read me [NAME]\n'
  const {host: remark} = host()
  expect(told(await run(value, remark.preset('strict')))).toEqual([])
  expect(told(await runFile(new VFile({value, ...plans}), remark.preset('auto')))).toEqual([])
  expect(told(await runFile(new VFile({value, ...plans}), remark.preset('strict')))).toHaveLength(1)
})

test("remark's own comments switch our rules", async () => {
  const text = [
    'PLAN',
    '<!-- lint disable plan-slot -->',
    '[A] !!!',
    '<!-- lint enable plan-slot -->',
    '[B]',
    '<!-- lint ignore -->',
    '[C] !!!',
    '',
    'end',
  ].join('\n\n')
  expect(told(await run(text, host().host.preset('auto')))).toEqual([
    ['plan-slot', '9:1-9:4', true],
    ['plan-shout', '5:5-5:8', undefined],
  ])
})
