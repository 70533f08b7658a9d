import {describe, expect, test} from 'vitest'
import {lint} from '../../../index.ts'
import {type WorkspaceOptions, workspaceOf} from '../../workspace-of.ts'

const files = {
  'src/main.ts': '',
  'src/storage.ts': '',
  'src/gauge.ts': '',
  'packages/web/src/page.ts': '',
  '.gitignore': 'dist\n',
}

interface Case extends WorkspaceOptions {
  preset?: string
  files?: Record<string, string>
}

/** What is found in `text`, as `line message`. */
function told(text: string, {preset = 'plan', files: own = files, ...options}: Case = {}): string[] {
  const {findings} = lint(text, {preset, workspace: workspaceOf(own, options)})
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  return findings.filter(({rule}) => rule === 'file-changes').map(({start, message}) => `${lineOf(start)} ${message}`)
}

const plan = (...lines: string[]) => `# Plan: Levels\n\n${lines.join('\n')}\n`
const phases = (status: string, ...bodies: string[]) =>
  `# Implementation Plan: Levels\n\n**Status**: ${status}\n\n## Implementation Phases\n\n${bodies
    .map((body, index) => `### Phase ${index + 1}: Part\n\n${body}\n`)
    .join('\n')}`

describe('each kind of change that cannot be made is told, and not once it is mended', () => {
  test.each([
    ['a file to be created that is there', 'Create: `src/gauge.ts`', 'Create: `src/level.ts`'],
    ['a file to be modified that is not there', 'Modify: `src/gage.ts`', 'Modify: `src/gauge.ts`'],
    ['a file to be deleted that is not there', 'Delete: `src/old.ts`', 'Delete: `src/gauge.ts`'],
    [
      'a file to be renamed that is not there',
      'Rename `src/gage.ts` to `src/b.ts`',
      'Rename `src/gauge.ts` to `src/b.ts`',
    ],
    ['a rename onto another file', 'Rename `src/gauge.ts` to `src/main.ts`', 'Rename `src/gauge.ts` to `src/b.ts`'],
  ])('%s', (_, faulty, mended) => {
    const text = (line: string) => phases('Approved', `- Modify: \`src/main.ts\`\n- ${line}`)
    expect(told(text(faulty), {preset: 'phased'})).toHaveLength(1)
    expect(told(text(mended), {preset: 'phased'})).toEqual([])
  })
})

describe('a file to be created that is there', () => {
  const options = {preset: 'phased'}
  const of = (status: string) =>
    phases(status, '- Modify: `src/main.ts`\n- Create: `src/gauge.ts`\n- Create: `src/b.ts`')

  test('is told where it was there before the plan', () => {
    expect(told(of('In Progress'), options)).toHaveLength(1)
    expect(told(of('Draft'), options)).toHaveLength(1)
  })

  test('is what the plan has become where it came later, whatever the plan says of itself', () => {
    expect(told(of('In Progress'), {...options, young: ['src/gauge.ts']})).toEqual([])
    expect(told(of('Draft'), {...options, young: ['src/gauge.ts']})).toEqual([])
  })

  test.each(['#### 2. Add .gitignore entries', '#### Files to Create\n\n- `.gitignore` (ADD to existing)'])(
    'is none where something is added to it: %s',
    heading => {
      const text = phases('Draft', `- Modify: \`src/main.ts\`\n\n${heading}\n\nThe folder of the build.`)
      expect(told(text, options)).toEqual([])
    },
  )

  test('is told without a history only of a plan that says it is not begun', () => {
    expect(told(of('In Progress'), {...options, young: null})).toEqual([])
    expect(told(of('Draft'), {...options, young: null})).toHaveLength(1)
  })
})

test('a file that was created and is gone by now is not told', () => {
  const text = phases('Completed', '- Modify: `src/main.ts`\n- Create: `src/old.ts`')
  expect(told(text, {preset: 'phased'})).toHaveLength(1)
  expect(told(text, {preset: 'phased', gone: ['src/old.ts']})).toEqual([])
  expect(told(text, {preset: 'phased', gone: ['packages/web/src/old.ts']})).toEqual([])
})

describe('advice', () => {
  test('names the file that has moved', () => {
    const text = plan('- Modify: `src/main.ts`', '- Modify: `lib/gauge.ts`')
    expect(told(text, {moved: {'lib/gauge.ts': 'src/gauge.ts'}, isNew: true})).toEqual([
      '4 "lib/gauge.ts" is to be modified, but there is no such file; it has moved to "src/gauge.ts"',
    ])
  })

  test('names no file where none is near', () => {
    expect(told(plan('- Modify: `src/main.ts`', '- Modify: `src/introduction.md`'))).toEqual([
      '4 "src/introduction.md" is to be modified, but there is no such file; correct the path, or create it',
    ])
  })

  test('is given once for each path', () => {
    expect(told(plan('- Modify: `src/main.ts`', '- Modify: `src/gage.ts`', '- Modify: `src/gage.ts`'))).toHaveLength(1)
  })
})

describe('a plan that stays when it is carried out', () => {
  const text = plan('- Modify: `src/main.ts`', '- Modify: `src/gone.ts`', '- Delete: `src/left.ts`')
  const gone = ['src/gone.ts', 'src/left.ts']

  test('is not held against what went since', () => {
    expect(told(text)).toHaveLength(2)
    expect(told(text, {gone})).toEqual([])
    expect(told(text, {gone: null})).toEqual([])
    expect(told(text, {moved: {'src/gone.ts': 'src/gauge.ts'}, gone: ['src/left.ts']})).toEqual([])
  })

  test('is so while it is new', () => {
    expect(told(text, {gone, isNew: true})).toHaveLength(2)
    expect(told(text, {gone, isNew: true, changed: gone})).toEqual([])
    expect(told(text, {gone, isNew: true, ignored: ['plans']})).toEqual([])
  })

  test('is not held against a file that was worked on since', () => {
    const created = phases('Approved', '- Modify: `src/main.ts`\n- Create: `src/gauge.ts`')
    expect(told(created, {preset: 'phased'})).toHaveLength(1)
    expect(told(created, {preset: 'phased', changed: ['src/gauge.ts']})).toEqual([])
    expect(told(created, {preset: 'phased', changed: ['src/gauge.ts'], isNew: true})).toEqual([])
    expect(told(created, {preset: 'phased', changed: null})).toEqual([])
    expect(told(created, {preset: 'phased', changed: null, isNew: true})).toHaveLength(1)
  })

  test('is not held against two files that are there', () => {
    const created = (...paths: string[]) =>
      phases('Approved', ['- Modify: `src/main.ts`', ...paths.map(path => `- Create: \`${path}\``)].join('\n'))
    const two = created('src/gauge.ts', 'src/storage.ts', 'src/a.ts')
    expect(told(two, {preset: 'phased'})).toEqual([])
    expect(told(two, {preset: 'phased', isNew: true})).toHaveLength(2)
    expect(told(created('src/gauge.ts', 'src/a.ts'), {preset: 'phased'})).toHaveLength(1)
  })

  test.each(['plans/done/levels.md', 'docs/plans/archive/levels.md', 'plans/PLAN_TEMPLATE.md'])(
    'is not judged in %s',
    planPath => {
      expect(told(text, {planPath})).toEqual([])
    },
  )

  test('is not said to have left out what the history may hold', () => {
    const done = phases('Completed', '- Modify: `src/main.ts`\n- Create: `src/old.ts`')
    expect(told(done, {preset: 'phased', gone: null})).toEqual([])
  })
})

describe('the order of a plan', () => {
  test.each([
    ['creates first', ['- Create: `src/a.ts`', '- Modify: `src/a.ts`'], []],
    ['says nothing of a file first', ['**File**: `src/a.ts`', '- Modify: `src/a.ts`'], []],
    [
      'creates last',
      ['- Modify: `src/a.ts`\n- Modify: `src/main.ts`', '- Create: `src/a.ts`'],
      ['only phase 2 creates it'],
    ],
    ['creates twice', ['- Create: `src/a.ts`', '- Create: `src/a.ts`'], ['phase 1 creates it already']],
    ['deletes first', ['- Delete: `src/main.ts`', '- Modify: `src/main.ts`'], ['phase 1 deletes it']],
    ['deletes and creates anew', ['- Delete: `src/main.ts`', '- Create: `src/main.ts`'], []],
    ['moves first', ['- Move `src/main.ts` to `src/a.ts`', '- Modify: `src/a.ts`'], []],
  ])('%s', (_, bodies, expected) => {
    const found = told(phases('Approved', ...bodies), {preset: 'phased'})
    expect(found.map(words => words.replace(/^.*?, but (.*?);.*$/, '$1'))).toEqual(expected)
  })

  test('a summary of the files names them again without creating them twice', () => {
    const text = `${phases('Approved', '- Create: `src/a.ts`', '- Modify: `src/main.ts`')}\n## Files to Create\n\n- \`src/a.ts\`\n`
    expect(told(text, {preset: 'phased'})).toEqual([])
  })
})

describe('work that is done', () => {
  const body = '- Modify: `src/main.ts`\n- Create: `src/a.ts`\n- Delete: `src/gauge.ts`'
  const shown = ['src/a.ts', 'src/gauge.ts']
  const pathsIn = (found: readonly string[]) => found.map(words => /"(.*?)" was to be/.exec(words)?.[1])

  test('has to show where the plan is completed', () => {
    expect(pathsIn(told(phases('Completed', body), {preset: 'phased'}))).toEqual(shown)
    expect(told(phases('Completed', body), {preset: 'phased', files: {'src/main.ts': '', 'src/a.ts': ''}})).toEqual([])
  })

  test('has to show where a phase is', () => {
    const text = phases('In Progress', body, '- Create: `src/b.ts`').replace('Phase 1: Part', 'Phase 1: Part ✅')
    expect(pathsIn(told(text, {preset: 'phased'}))).toEqual(shown)
  })

  test('has to show where a task is ticked', () => {
    const text = '# Tasks: A\n\n## Phase 1: Setup\n\n- [x] T001 Create src/a.ts\n- [ ] T002 Update src/main.ts\n'
    expect(told(text, {preset: 'spec-kit-tasks'})).toEqual([
      '5 "src/a.ts" was to be created and is not there, although T001 is done; correct the path, or what the plan says of it',
    ])
  })

  test('shows in the folder that a module has become, or in what the plan says of it', () => {
    const done = (...lines: string[]) => phases('Completed', ['- Modify: `src/main.ts`', ...lines].join('\n'))
    const silent = {preset: 'phased', files: {...files, 'src/levels/index.ts': ''}, gone: ['lib/valves/mod.rs']}
    expect(told(done('- Create: `src/levels.ts`'), silent)).toEqual([])
    expect(told(done('- Create: `lib/valves.rs`'), silent)).toEqual([])
    expect(told(done('- Create: `src/rates.ts` (merged into main.ts)'), silent)).toEqual([])
    expect(told(done('- Create: `src/rates.ts` → Artifacts: main.ts'), silent)).toEqual([])
    expect(told(done('- Create: `api/rates.ts`'), silent)).toEqual([])
    expect(told(done('- Create: `src/rates.ts`, which is read into memory'), silent)).toHaveLength(1)
  })

  test('may be undone by what comes after it', () => {
    const text = phases('Completed', '- Create: `src/a.ts`\n- Modify: `src/main.ts`', '- Delete: `src/a.ts`')
    expect(told(text, {preset: 'phased'})).toEqual([])
  })
})

describe('is silent', () => {
  test('without a repository', () => {
    const {findings} = lint(plan('- Create: `src/main.ts`', '- Modify: `src/gage.ts`'), {preset: 'plan'})
    expect(findings).toEqual([])
  })

  test.each([
    [
      'about another repository of which a file has a name as here',
      phases(
        'Approved',
        ['- Create: `src/main.ts`', ...['a', 'b', 'c', 'd'].map(name => `- Modify: \`src/${name}.rs\``)].join('\n'),
      ),
    ],
    ['about another repository', plan('- Modify: `lib/one.py`', '- Delete: `lib/two.py`')],
    [
      'about a plan that was carried out',
      plan('- Create: `src/main.ts`', '- Create: `src/gauge.ts`', '- Create: `src/c.ts`'),
    ],
    [
      'about what each person has a copy of',
      plan('- Modify: `src/main.ts`', '- Modify: `src/users.yaml`', '- Modify: `src/Gauge.xcodeproj`'),
      {...files, 'src/users.yaml.example': ''},
    ],
    ['about a folder that is not there', plan('- Modify: `src/main.ts`', '- Modify: `api/routes.py`')],
    [
      'about a repository in the repository',
      plan('- Modify: `src/main.ts`', '- Modify: `packages/engine/src/valve.c`'),
      {...files, '.gitmodules': '[submodule "engine"]\n\tpath = packages/engine\n\turl = https://example.org/e.git\n'},
    ],
    ['about a package', plan('- Modify: `src/main.ts`', '- Modify: `src/page.ts`')],
    ['about a folder', plan('- Create: `src/`', '- Modify: `src/main.ts`', '- Modify: `web/src/page.ts`')],
    [
      'about what is built or kept by each for themselves',
      plan('- Modify: `src/main.ts`', '- Modify: `app/.env`', '- Delete: `dist/a.js`'),
    ],
    [
      'about other places',
      plan(
        '- Modify: `src/main.ts`',
        '- Modify: `~/.config/a.json`',
        '- Delete: `/etc/a.conf`',
        '- Modify: `../other/a.ts`',
      ),
    ],
    [
      'about a tree of what is to come',
      plan('```text', 'src/', '└── level.ts', '```', '', '- Modify: `src/main.ts`', '- Extend `src/level.ts`'),
    ],
  ])('%s', (_, text, own: Record<string, string> = files) => {
    expect(told(text, {files: own})).toEqual([])
  })

  test('about a file that holds what the plan brings', () => {
    const text = plan(
      '- Create: `src/level.ts`',
      '',
      '```ts',
      'export function readLevel(gaugeId: string): number',
      '```',
    )
    const made = {'src/level.ts': 'export function readLevel(gaugeId: string) { return 1 }\n'}
    expect(told(text, {files: {...files, ...made}})).toEqual([])
  })
})

test('paths begin where the plan says that they do', () => {
  const text = plan(
    'Working directory: `packages/web`',
    '',
    '- Create: `src/main.ts`',
    '- Modify: `src/page.ts`',
    '- Create: `src/page.ts`',
  )
  const about = (path: string) => told(text).filter(words => words.includes(path))
  expect(about('src/main.ts')).toEqual([])
})

test('nothing is asked of a path that leads out of the repository', () => {
  const asked: string[] = []
  const workspace = workspaceOf(files)
  const {kindOf} = workspace
  workspace.kindOf = path => {
    asked.push(path)
    return kindOf(path)
  }
  lint(plan('- Modify: `src/main.ts`', '- Modify: `../../etc/passwd`', '- Delete: `/etc/passwd`'), {
    preset: 'plan',
    workspace,
  })
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter(path => /\.\.|passwd/.test(path))).toEqual([])
})
