import {diffChars} from 'diff'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {additionsFor, type Json, type JsonObject, withAdditions} from '../../cli/init/merge/additions.ts'
import {jsonIn} from '../../cli/init/merge/json.ts'
import {merge} from '../../cli/init/merge/merge.ts'
import {asYaml, yamlIn} from '../../cli/init/merge/yaml.ts'

async function merged(text: string, format: 'json' | 'yaml', wanted: JsonObject): Promise<string> {
  const result = await merge(text, format, () => wanted)
  return result.kind === 'merged' ? result.text : JSON.stringify(result)
}

describe('JSON', () => {
  const rows: [string, string, JsonObject, string][] = [
    ['an empty object', '{}', {a: {b: [1]}}, '{\n  "a": {\n    "b": [1]\n  }\n}'],
    ['an empty object in lines', '{\n}\n', {a: 1}, '{\n  "a": 1\n}\n'],
    ['one line', '{"a": {"b": 1}}', {a: {c: [1, 2]}}, '{"a": {"b": 1, "c": [1, 2]}}'],
    ['one line with a comma at its end', '{"a": 1,}', {b: 2}, '{"a": 1, "b": 2,}'],
    ['lines', '{\n\t"a": 1\n}\n', {b: {c: 2}}, '{\n\t"a": 1,\n\t"b": {\n\t\t"c": 2\n\t}\n}\n'],
    ['a comma at the end', '{\n  "a": [\n    1,\n  ],\n}', {a: [2]}, '{\n  "a": [\n    1,\n    2,\n  ],\n}'],
    ['a comment beside', '{\n  "a": 1 // one\n}', {b: 2}, '{\n  "a": 1, // one\n  "b": 2\n}'],
    ['a comment below', '{\n  "a": 1\n  // "b": 3\n}', {b: 2}, '{\n  "a": 1,\n  "b": 2\n  // "b": 3\n}'],
    ['a comment behind the comma', '{\n  "a": 1, /* one */\n}', {b: 2}, '{\n  "a": 1, /* one */\n  "b": 2,\n}'],
    ['a comma in a comment', '{\n  "a": 1 // one, two\n}', {b: 2}, '{\n  "a": 1, // one, two\n  "b": 2\n}'],
    ['a bracket on the last line', '{\n  "a": 1}', {b: 2}, '{\n  "a": 1,\n  "b": 2}'],
    ['an empty list', '{"a": []}', {a: ['x']}, '{"a": ["x"]}'],
    ['a list of objects', '{\n  "a": []\n}', {a: [{b: 1}]}, '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}'],
    [
      'other line breaks',
      '{\r\n  "a": 1\r\n}\r\n',
      {b: {c: 1}},
      '{\r\n  "a": 1,\r\n  "b": {\r\n    "c": 1\r\n  }\r\n}\r\n',
    ],
    ['a byte order mark', '\ufeff{"a": 1}', {b: 2}, '\ufeff{"a": 1, "b": 2}'],
    ['what is there already', '{"a": [1, {"b": 2}]}', {a: [{b: 2}]}, '{"a": [1, {"b": 2}]}'],
  ]

  test.each(rows)('%s', async (_, before, wanted, after) => {
    expect(await merged(before, 'json', wanted)).toBe(after)
  })

  test.each([
    ['another value', '{"a": 1}', {a: 2}, ['a']],
    ['a value instead of an object', '{"a": 1}', {a: {b: 2}}, ['a']],
    ['another value deep down', '{"a": {"b": "x"}}', {c: 1, a: {b: 'y'}}, ['a', 'b']],
    ['no object', '[]', {a: 1}, []],
    ['a key that stands twice', '{"a": {"b": 1}, "a": {}}', {a: {c: 1}}, ['a']],
  ] as [string, string, JsonObject, string[]][])('%s is in the way', async (_, text, wanted, path) => {
    expect(await merge(text, 'json', () => wanted)).toEqual({kind: 'obstructed', path})
  })

  test('what is no JSON is not touched', async () => {
    expect(await merge('{\n  "a": 1\n  "b": 2\n}', 'json', () => ({}))).toEqual({
      kind: 'broken',
      fault: {line: 3, column: 3, reason: 'comma expected'},
    })
    expect(await merge(' \n', 'json', () => ({}))).toEqual({
      kind: 'broken',
      fault: {line: 1, column: 1, reason: 'it is empty'},
    })
  })
})

describe('YAML', () => {
  const rows: [string, string, JsonObject, string][] = [
    ['nothing', '', {a: [1]}, 'a:\n  - 1\n'],
    ['comments only', '# ours\n', {a: 1}, '# ours\na: 1\n'],
    ['a map', 'a: 1 # one\n', {b: {c: 2}}, 'a: 1 # one\nb:\n  c: 2\n'],
    ['no line break at the end', 'a: 1', {b: 2}, 'a: 1\nb: 2'],
    ['a list', 'a:\n  - x # first\n\n# end\n', {a: [{y: 1, z: 2}]}, 'a:\n  - x # first\n  - y: 1\n    z: 2\n\n# end\n'],
    ['a list without indentation', 'a:\n- x\nb: 1\n', {a: ['y']}, 'a:\n- x\n- y\nb: 1\n'],
    ['a map in a list', 'a:\n  - b:\n      c: 1\n', {a: [2]}, 'a:\n  - b:\n      c: 1\n  - 2\n'],
    ['deeper', 'a:\n    b:\n        c: 1\nd: 2\n', {a: {b: {e: 3}}}, 'a:\n    b:\n        c: 1\n        e: 3\nd: 2\n'],
    [
      'a block of text at the end',
      'a:\n  b: |\n    x\n    y\nc: 1\n',
      {a: {d: 2}},
      'a:\n  b: |\n    x\n    y\n  d: 2\nc: 1\n',
    ],
    ['other line breaks', 'a:\r\n  - x\r\n', {a: ['y'], b: 1}, 'a:\r\n  - x\r\n  - y\r\nb: 1\r\n'],
    ['a document that begins with its mark', '---\na: 1\n', {b: 2}, '---\na: 1\nb: 2\n'],
    ['a document that ends with its mark', 'a: 1\n...\n', {b: 2}, 'a: 1\nb: 2\n...\n'],
    ['what is there already', 'a: [x]\n', {a: ['x']}, 'a: [x]\n'],
  ]

  test.each(rows)('%s', async (_, before, wanted, after) => {
    expect(await merged(before, 'yaml', wanted)).toBe(after)
  })

  test.each([
    ['a list on one line', 'a: [x]\n', {a: ['y']}],
    ['an empty list', 'a: []\n', {a: ['y']}],
    ['a map on one line', '{a: 1}\n', {b: 1}],
    ['a key without a value', 'a:\n', {a: ['y']}],
    ['another value', 'a: 1\n', {a: 2}],
    ['an alias', 'a: &x\n  - 1\nb: *x\n', {b: [2]}],
  ] as [string, string, JsonObject][])('%s is in the way', async (_, text, wanted) => {
    expect(await merge(text, 'yaml', () => wanted)).toMatchObject({kind: 'obstructed'})
  })

  test.each([
    ['a: [x\nb: 1\n', 2],
    ['a: 1\n---\nb: 2\n', 2],
    ['a: 1\na: 2\n', 2],
  ])('%j is not touched', async (text, line) => {
    const result = await merge(text, 'yaml', () => ({}))
    expect(result).toMatchObject({kind: 'broken', fault: {line, reason: expect.stringMatching(/^[^\n]+[^\n:]$/)}})
  })
})

const keys = fc.constantFrom('a', 'b', 'c', 'plugins', 'pre-commit')
const {value: values} = fc.letrec<{value: Json}>(tie => ({
  value: fc.oneof(
    {depthSize: 'small'},
    fc.constantFrom<Json>(1, 'x', true, null, '', 'a: b # c', '"'),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(keys, tie('value'), {maxKeys: 3, noNullPrototype: true}) as fc.Arbitrary<Json>,
  ),
}))
const objects = fc.dictionary(keys, values, {maxKeys: 4, noNullPrototype: true}) as fc.Arbitrary<JsonObject>

/** JSON in one of the manners that people write it in. */
function inManner(value: JsonObject, manner: number): string {
  const text = JSON.stringify(value, null, [undefined, 2, '\t', 4][manner % 4])
  const commented = manner % 3 === 0 ? text.replace(/([\d"\]}])(,?)$/gm, '$1$2 // note, "x": 1') : text
  return manner % 5 === 0 ? commented.replaceAll('\n', '\r\n') : commented
}

describe('whatever is added to whatever', () => {
  const isKept = (before: string, after: string) => diffChars(before, after).every(({removed}) => !removed)

  function expectTrue(
    before: JsonObject,
    wanted: JsonObject,
    says: (text: string) => Json,
    text: string,
    after: string,
  ) {
    expect(isKept(text, after)).toBe(true)
    expect(says(after)).toEqual(withAdditions(before, additionsFor(before, wanted)))
  }

  test('JSON keeps every character, and holds both', async () => {
    await fc.assert(
      fc.asyncProperty(objects, objects, fc.nat(59), async (before, wanted, manner) => {
        const text = inManner(before, manner)
        const result = await merge(text, 'json', () => wanted)
        if (result.kind === 'merged') expectTrue(before, wanted, jsonIn, text, result.text)
        else expect(() => additionsFor(before, wanted)).toThrow('holds something else')
      }),
      {seed: 5, numRuns: 400},
    )
  })

  test('YAML keeps every character, and holds both', async () => {
    let count = 0
    await fc.assert(
      fc.asyncProperty(objects, objects, async (before, wanted) => {
        const text = asYaml(before)
        const result = await merge(text, 'yaml', () => wanted)
        expect(result.kind).not.toBe('broken')
        if (result.kind !== 'merged') return
        count++
        expectTrue(before, wanted, yamlIn, text, result.text)
      }),
      {seed: 5, numRuns: 400},
    )
    expect(count).toBeGreaterThan(100)
  })
})
