import {describe, expect, test} from 'vitest'
import {parseDocument} from '../../core/document.ts'
import {referencesIn} from '../../core/references/written.ts'
import {lint} from '../../index.ts'
import {type WorkspaceOptions, workspaceOf} from '../workspace-of.ts'

const read = (text: string) => referencesIn(parseDocument(text)).map(({path, lines}) => [path, ...lines])

describe('a place in a file', () => {
  test.each<[string, (string | number)[]]>([
    ['`src/a.ts:10`', ['src/a.ts', 10]],
    ['src/a.ts:10-20, and', ['src/a.ts', 10, 20]],
    ['(`a.go:10–20,31,40-42`)', ['a.go', 10, 20, 31, 40, 42]],
    ['at src/a.ts:10:5.', ['src/a.ts', 10]],
    ['[a](../src/a.ts#L10-L20)', ['../src/a.ts', 10, 20]],
    ['`src/a.ts#L10C3-L20C8`', ['src/a.ts', 10, 20]],
    ['`app/[id]/(group)/page.tsx:3`', ['app/[id]/(group)/page.tsx', 3]],
    ['**File**: src/a.ts:L7', ['src/a.ts', 7]],
    ['| `Makefile:12` |', ['Makefile', 12]],
  ])('is read: %s', (text, reference) => {
    expect(read(`# Plan: Read\n\nSee ${text}\n`)).toEqual([reference])
  })

  test.each([
    ...['localhost:8080', 'example.com:443', '127.0.0.1:80', '12:30', 'node:20', 'ghcr.io/a/image:1', 'a.go:Run'],
    ...['https://example.org/src/a.ts:3', 'https://github.com/a/b/blob/main/src/a.ts#L10', 'C:\\src\\a.ts:3'],
    ...['C:/src/a.ts:3', '`HEAD:src/a.ts:3`', '~/src/a.ts:3', '`src/<name>.ts:3`', '`src/*.ts:3`', '`$DIR/a.ts:3`'],
    ...[
      'a.ts:1.2.3',
      'v1.2:3',
      'Node.js:20',
      'src/a.ts:line',
      '`src/{a,b}.ts:3`',
      'postgres://a.ts:5432',
      '#L10',
      ':10',
    ],
  ])('is none: %s', text => {
    expect(read(`# Plan: Read\n\nSee ${text} here\n`)).toEqual([])
  })

  test('is none in code, comments and front matter', () => {
    const text = '---\nfile: a.ts:3\n---\n\n```sh\na.ts:3\n```\n\n    a.ts:3\n\n<!-- a.ts:3 -->\n'
    expect(read(text)).toEqual([])
  })

  test('is found in a text of any length in time', () => {
    const text = `${'a/'.repeat(50_000)}a.ts:3 ${'a.ts:'.repeat(20_000)} ${':1'.repeat(50_000)} ${'(['.repeat(50_000)}`
    expect(read(text).length).toBeLessThan(3)
  })
})

const files = {
  'docs/my notes/c.md': '',
  '.gitmodules': '[submodule "engine"]\n  path = lib/engine\n  url = https://example.org/engine.git\n',
  'src/a.ts': 'a\nb\nc\n',
  'packages/x/src/b.ts': '\n'.repeat(9),
  'docs/plans/b.md': 'x\n',
  'lib/c.ts': '',
}

function told(line: string, options: WorkspaceOptions = {}, head = ''): string[] {
  const workspace = workspaceOf(files, {planPath: 'docs/plans/plan.md', ...options})
  const {findings} = lint(`# Plan: Hold\n\n${head}${line}\n`, {preset: 'plan', workspace})
  return findings.filter(({rule}) => rule === 'code-references').map(({message}) => message)
}

describe('what a plan says of its repository', () => {
  test.each([
    ['from the root', 'src/a.ts:3'],
    ['from its folder', 'b.md:1 and ../../src/a.ts:2 and ../plans/b.md:1'],
    ['by the end of a path', 'src/b.ts:9, `x/src/b.ts:2`'],
    ['of the line after the last', 'src/a.ts:4'],
    ['of what is outside', '../../../src/none.ts:3 and /etc/none.conf:3'],
    ['of a repository that it names', 'hold/src/a.ts:999'],
    ['of what is new', 'Create `src/new.ts:1-40`'],
    ['of what goes', 'Delete `src/gone.ts:1-40`, and src/old.ts:2 was removed'],
    ['of another repository', 'In the repository of the client, src/none.ts:3'],
    ['of a name alone that nothing is like', 'none.ts:3'],
    ['of a folder that is not there', 'other/none.ts:3'],
    ['with folders left out', '`x/b.ts:3`'],
    ['with dots for folders', '`src/.../a.ts:9`'],
    ['of what the plan makes elsewhere', 'src/new.ts:3\n\n- Create: `src/new.ts`'],
    ['of what it changes', '- Modify: `src/ab.ts:3`'],
    ['of an item that is done', '- [ ] One\n- [x] As in src/ab.ts:3'],
    ['of a name with a blank', '`docs/my notes/c.md:3`'],
    ['of a module that has become a folder', 'packages/x.rs:3'],
    ['of a repository in the repository', 'lib/engine/valve.c:3'],
  ])('holds: %s', (_, line) => {
    expect(told(line)).toEqual([])
  })

  test('is held back where an ignore file leaves it out, and without a repository', () => {
    expect(told('src/gen/made.ts:3')).toEqual(['there is no file src/gen/made.ts; name the one that is meant'])
    expect(told('src/gen/made.ts:3', {ignored: ['src/gen']})).toEqual([])
    expect(lint('# Plan: Hold\n\nsrc/gen/made.ts:3\n', {preset: 'plan'}).findings).not.toContainEqual(
      expect.objectContaining({rule: 'code-references'}),
    )
  })

  test('is not judged once the work is done', () => {
    const stale = 'src/a.ts:9'
    expect(told(stale, {}, '**Status**: In Progress\n\n')).toHaveLength(1)
    expect(told(stale, {}, '**Status**: Completed\n\n')).toEqual([])
    expect(told(stale, {}, '- [x] One\n\n')).toEqual([])
    expect(told(stale, {}, '- [x] One\n- [ ] Two\n\n')).toHaveLength(1)
    expect(told(stale, {planPath: 'docs/plans/archive/plan.md'})).toEqual([])
  })

  test('is that of another repository where nothing that it names is here', () => {
    expect(told('src/x.ts:1, src/y.ts:2, src/z.ts:3')).toEqual([])
    expect(told('src/x.ts:1, src/y.ts:2, src/z.ts:3, src/a.ts:1')).toHaveLength(3)
  })

  test('is not told of a plan that was carried out where it was right once', () => {
    const gone = ['src/ab.ts']
    expect(told('src/ab.ts:3')).toHaveLength(1)
    expect(told('src/ab.ts:3', {gone})).toEqual([])
    expect(told('src/ab.ts:3', {gone: null})).toEqual([])
    expect(told('src/ab.ts:3', {gone, isNew: true})).toHaveLength(1)
    expect(told('src/ab.ts:3', {gone, isNew: true, changed: gone})).toEqual([])
    expect(told('src/ab.ts:3', {gone, isNew: true, ignored: ['docs/plans']})).toEqual([])
    expect(told('b.ts:30', {gone: ['lib/b.ts']})).toEqual([])
  })

  test('is told of lines that were never there', () => {
    const shrunk = {'src/a.ts': 5}
    expect(told('src/a.ts:9', {shrunk})).toEqual([])
    expect(told('src/a.ts:10', {shrunk})).toHaveLength(1)
    expect(told('src/a.ts:9', {shrunk, isNew: true})).toHaveLength(1)
    expect(told('src/a.ts:9', {shrunk: null})).toEqual([])
    expect(told('src/a.ts:9', {changed: ['src/a.ts']})).toEqual([])
    expect(told('src/a.ts:9', {changed: null})).toEqual([])
  })

  test('is told of what has only moved as long as nothing else was touched', () => {
    const moved = {'old/c.ts': 'lib/c.ts'}
    const named = 'src/a.ts:1, src/b.ts:2, b.md:1 and old/c.ts:1'
    expect(told(named, {moved})).toHaveLength(1)
    expect(told(named, {moved, changed: ['src/a.ts']})).toEqual([])
    expect(told('old/c.ts:1', {moved})).toEqual([])
  })

  test('names where a file has gone before what it may be a slip for', () => {
    expect(told('lib/cc.ts:1', {moved: {'lib/cc.ts': 'src/a.ts'}, isNew: true})).toEqual([
      'lib/cc.ts has moved to src/a.ts; name it there, and look its lines up again',
    ])
  })
})
