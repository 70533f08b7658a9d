import {spawnSync} from 'node:child_process'
import nodeFs, {lstatSync, readdirSync, readFileSync, statSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {faultsIn} from '../../config/check.ts'
import {editorSchema} from '../../config/schema.ts'
import {presets, rules} from '../../index.ts'
import {type Answer, add, converse, project, run} from './world.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8')
const read = (root: string, name: string) => readFileSync(join(root, name), 'utf8')
const json = (root: string, name = 'plan-lint.config.json') => JSON.parse(read(root, name))

/** The text of every file below `root`. */
function filesIn(root: string): Record<string, string> {
  const names = readdirSync(root, {recursive: true}).map(String)
  const files = names.filter(name => statSync(join(root, name)).isFile() && !name.startsWith('.git/'))
  return Object.fromEntries(files.sort().map(name => [name, read(root, name)]))
}

const manifest = {'package.json': '{"devDependencies": {"plan-lint": "*"}}'}
const everything = ['--markdownlint', '--remark', '--pre-commit', '--agent', '--editor', 'vscode'].concat([
  '--ci',
  'github',
  '--ci',
  'gitlab',
])

describe('the configuration', () => {
  test('is written where there is none, and what else there is is said', async () => {
    const root = project({...manifest, '.vscode/tasks.json': '{}'})
    expect(await run(root, ['init'])).toEqual({
      code: 0,
      stdout: `created  plan-lint.config.json

Next
  npx plan-lint presets
  npx plan-lint new <preset> -o plans/<name>.md

More can be set up: --markdownlint, --remark, --pre-commit, --ci github, --ci gitlab, --editor vscode, --agent
--yes takes those whose tools are here: --editor vscode
`,
      stderr: '',
    })
    expect(json(root)).toEqual({$schema: './node_modules/plan-lint/dist/schema/config.schema.json', preset: 'auto'})
    expect(Object.keys(filesIn(root))).toEqual(['.vscode/tasks.json', 'package.json', 'plan-lint.config.json'])
  })

  test('fits its schema, and is taken by a run', async () => {
    const root = project({...manifest, 'rfcs/a.md': fixture('phased/clean.md')})
    await run(root, ['init', '--preset', 'phased'])
    expect(faultsIn(json(root), editorSchema(rules, presets))).toEqual([])
    expect(json(root)).toMatchObject({preset: 'phased', plans: ['rfcs/**/*.md', '!**/README.md']})
    const {code, stdout} = await run(root, ['--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout).files).toMatchObject([{path: 'rfcs/a.md', preset: 'phased', presetSource: 'config'}])
  })

  test('names the schema of the package above', async () => {
    const schema = 'node_modules/plan-lint/dist/schema/config.schema.json'
    const root = project({...manifest, [schema]: '{}', 'packages/a/package.json': '{}', '.git/HEAD': ''})
    await run(join(root, 'packages/a'), ['init'])
    // The package has its own manifest, and will have its own plan-lint.
    expect(json(root, 'packages/a/plan-lint.config.json').$schema).toBe(`./${schema}`)
    add(root, {'docs/a.md': 'Text.\n'})
    await run(join(root, 'docs'), ['init'])
    expect(json(root, 'docs/plan-lint.config.json').$schema).toBe(`../${schema}`)
  })

  test('names no schema where npm installs nothing', async () => {
    const root = project()
    const {stdout} = await run(root, ['init'])
    expect(json(root)).toEqual({preset: 'auto'})
    expect(stdout).toMatch(/\n {2}npx --yes plan-lint@\d\S+ presets\n/)
  })

  test('lists the plans where some are elsewhere than usual, templates and the like aside', async () => {
    const plan = fixture('phased/clean.md')
    const root = project({
      'plans/a.md': plan,
      'design/2024/one.md': plan,
      'design/2025/two.md': plan,
      'docs/README.md': plan,
      'docs/guide.md': '# Guide\n\nText.\n',
      'docs/install.md': '# Install\n\nText.\n',
      'docs/migration.md': plan,
      'templates/plan.md': plan,
      'test/fixtures/plan.md': plan,
      'vendor/[x]/plan.md': plan,
      'ignored/plan.md': plan,
      '.gitignore': 'ignored/\n',
    })
    await run(root, ['init'])
    expect(json(root).plans).toEqual(['plans/**/*.md', 'design/**/*.md', 'docs/migration.md', '!**/README.md'])
    const {stdout} = await run(root, ['--format', 'json'])
    const paths = JSON.parse(stdout).files.map(({path}: {path: string}) => path)
    expect(paths).toEqual(['design/2024/one.md', 'design/2025/two.md', 'docs/migration.md', 'plans/a.md'])
  })

  test('lists the plans that are named, a folder as what is in it', async () => {
    const root = project({'rfcs/a.md': 'Text.\n'})
    await run(root, ['init', '--plans', './rfcs', '--plans', 'PLAN-*.md'])
    expect(json(root).plans).toEqual(['rfcs/**/*.md', 'PLAN-*.md'])
  })

  describe('that is there', () => {
    const asked = ['init', '--preset', 'staged', '--plans', 'rfcs/*.md']

    test('is kept', async () => {
      const root = project({'plan-lint.config.mjs': 'export default {}\n'})
      const {code, stdout} = await run(root, ['init'])
      expect(code).toBe(0)
      expect(stdout).toMatch(/^kept {2}plan-lint\.config\.mjs is in force\n/)
      expect(Object.keys(filesIn(root))).toEqual(['plan-lint.config.mjs'])
    })

    test('gets what is asked for and lacking, and nothing else changes', async () => {
      const root = project({'plan-lint.config.jsonc': '{\n  // ours\n  "failOn": "warning" // strict\n}\n'})
      expect((await run(root, asked)).code).toBe(0)
      expect(read(root, 'plan-lint.config.jsonc')).toBe(
        '{\n  // ours\n  "failOn": "warning", // strict\n  "preset": "staged",\n  "plans": ["rfcs/*.md"]\n}\n',
      )
      const again = await run(root, asked)
      expect(again).toMatchObject({code: 0, stdout: expect.stringMatching(/^kept {2}plan-lint\.config\.jsonc is in/)})
    })

    test('may stand in package.json', async () => {
      const root = project({'package.json': '{\n  "name": "x",\n  "plan-lint": {"plans": ["docs/*.md"]}\n}\n'})
      expect((await run(root, asked)).code).toBe(0)
      expect(json(root, 'package.json')['plan-lint']).toEqual({plans: ['docs/*.md', 'rfcs/*.md'], preset: 'staged'})
    })

    test.each([
      ['plan-lint.config.json', '{"preset": "phased"}', 'has another "preset"; put this in by hand'],
      ['plan-lint.config.mjs', "export default {preset: 'phased'}", 'is code; set there'],
    ])('and says something else is left: %s', async (name, text, why) => {
      const root = project({[name]: text})
      const {code, stdout} = await run(root, ['init', '--preset', 'staged'])
      expect(code).toBe(1)
      expect(stdout).toContain(`left to you  ${name} ${why}:\n\n{\n  "preset": "staged"\n}\n`)
      expect(read(root, name)).toBe(text)
    })

    test('above is left to whom it belongs', async () => {
      const root = project({'plan-lint.config.json': '{}', 'app/a.txt': '', '.git/HEAD': ''})
      const {code, stdout} = await run(join(root, 'app'), ['init', '--preset', 'staged'])
      expect(code).toBe(1)
      expect(stdout).toContain('left to you  ../plan-lint.config.json is in force here; set there:')
      expect(read(root, 'plan-lint.config.json')).toBe('{}')
    })

    test('and broken is told and left alone; the rest goes on', async () => {
      const root = project({...manifest, 'plan-lint.config.json': '{"ruls": {}}'})
      const {code, stdout, stderr} = await run(root, ['init', '--agent'])
      expect(code).toBe(2)
      expect(stderr).toBe('plan-lint: plan-lint.config.json:1:2: unknown key "ruls"; did you mean "rules"?\n')
      expect(stdout).toMatch(/^created {2}\.claude\/settings\.json\n/)
      expect(read(root, 'plan-lint.config.json')).toBe('{"ruls": {}}')
    })
  })
})

describe('a second run', () => {
  test('changes nothing and says so', async () => {
    const root = project(manifest)
    const first = await run(root, ['init', ...everything])
    expect(first.code).toBe(0)
    const files = filesIn(root)
    const times = Object.keys(files).map(name => lstatSync(join(root, name)).mtimeMs)
    const {code, stdout, stderr} = await run(root, ['init', ...everything])
    expect({code, stderr}).toEqual({code: 0, stderr: ''})
    expect(stdout.match(/^created|^added/gm)).toBeNull()
    expect(stdout.match(/^kept/gm)).toHaveLength(9)
    expect(filesIn(root)).toEqual(files)
    expect(Object.keys(files).map(name => lstatSync(join(root, name)).mtimeMs)).toEqual(times)
  })

  test('adds nothing to what the first was told to leave, once it was pasted', async () => {
    const root = project({...manifest, '.gitlab-ci.yml': 'build:\n  script: make\n'})
    const {code, stdout} = await run(root, ['init', '--ci', 'gitlab'])
    expect(code).toBe(1)
    const [, pasted = ''] = /add this job:\n\n([\s\S]*?\n)\nNext/.exec(stdout) ?? []
    add(root, {'.gitlab-ci.yml': `build:\n  script: make\n\n${pasted}`})
    expect(await run(root, ['init', '--ci', 'gitlab'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('kept  .gitlab-ci.yml runs plan-lint already\n'),
    })
  })
})

describe('nothing is overwritten', () => {
  const mine = {
    '.markdownlint-cli2.yaml': 'customRules: [x]\n',
    '.remarkrc.mjs': 'export default {}\n',
    '.husky/pre-commit': 'npm test\n',
    '.github/workflows/plan-lint.yml': 'name: mine\n',
    '.gitlab-ci.yml': 'build: {script: make}\n',
    '.vscode/extensions.json': '{"recommendations": "none"}',
    '.vscode/settings.json': '{"planLint.path": "elsewhere"}',
    '.claude/settings.json': '{"hooks": []}',
  }

  test('what stands in the way is left, with what to paste', async () => {
    const root = project({...manifest, 'plan-lint.config.json': '{}', ...mine})
    const {code, stdout, stderr} = await run(root, ['init', ...everything])
    expect({code, stderr}).toEqual({code: 1, stderr: ''})
    expect(stdout.match(/^left to you .*/gm)).toEqual([
      'left to you  .markdownlint-cli2.yaml has another "customRules"; put this in by hand:',
      'left to you  .remarkrc.mjs is code; add this to what it exports:',
      'left to you  .husky/pre-commit is a script; add this line where it shall run:',
      'left to you  .github/workflows/plan-lint.yml is there already; add this job:',
      'left to you  .gitlab-ci.yml is there already; add this job:',
      'left to you  .vscode/extensions.json has another "recommendations"; put this in by hand:',
      'left to you  .vscode/settings.json has another "planLint.path"; put this in by hand:',
      'left to you  .claude/settings.json has another "hooks"; put this in by hand:',
    ])
    expect(stdout).toContain('\n\ncustomRules:\n  - plan-lint/markdownlint\n\n')
    expect(filesIn(root)).toEqual({...manifest, 'plan-lint.config.json': '{}', ...mine})
  })

  test('files that are broken are told and left alone; the rest goes on', async () => {
    const broken = {
      '.markdownlint-cli2.jsonc': '{"config": }',
      '.pre-commit-config.yaml': 'repos: [\n',
      '.vscode/settings.json': '',
      '.claude/settings.json': Buffer.from([0x7b, 0xff, 0x7d]),
    }
    const root = project({...manifest, ...broken})
    const {code, stdout, stderr} = await run(root, ['init', ...everything])
    expect(code).toBe(2)
    expect(stderr.split('\n')).toEqual([
      'plan-lint: .markdownlint-cli2.jsonc:1:12: is no JSON: value expected; it is left as it is',
      expect.stringMatching(/^plan-lint: \.pre-commit-config\.yaml:2:1: is no YAML: .+; it is left as it is$/),
      'plan-lint: .vscode/settings.json:1:1: is no JSON: it is empty; it is left as it is',
      'plan-lint: .claude/settings.json: holds bytes that are no UTF-8; it is left as it is',
      '',
    ])
    expect(stdout.match(/^created .*/gm)).toHaveLength(5)
    for (const [name, content] of Object.entries(broken))
      expect(readFileSync(join(root, name)).equals(Buffer.from(content))).toBe(true)
  })

  test('a file that came or changed meanwhile stays as it is', async () => {
    const root = project({...manifest, '.claude/settings.json': '{}', '.vscode/settings.json': '{}'})
    const reads = new Map<string, number>()
    const readFile = (name: string, ...rest: []) => {
      const count = (reads.get(name) ?? 0) + 1
      reads.set(name, count)
      // Written between the reading and the writing of the other.
      if (name.endsWith('.vscode/extensions.json')) add(root, {'.vscode/extensions.json': 'theirs'})
      if (name.endsWith('.claude/settings.json') && count === 2) add(root, {'.claude/settings.json': '{"a": 1}'})
      if (name.endsWith('extensions.json') && count === 1) throw Object.assign(new Error('none'), {code: 'ENOENT'})
      return nodeFs.readFileSync(name, ...rest)
    }
    const fs = {...nodeFs, readFileSync: readFile as typeof nodeFs.readFileSync}
    const {code, stderr} = await run(root, ['init', '--agent', '--editor', 'vscode'], {fs})
    expect(code).toBe(2)
    expect(stderr).toContain(
      'plan-lint: .claude/settings.json: has changed meanwhile; it is left as it is, run again\n',
    )
    expect(read(root, '.claude/settings.json')).toBe('{"a": 1}')
    expect(read(root, '.vscode/extensions.json')).toBe('theirs')
    expect(json(root, '.vscode/settings.json')).toEqual({'planLint.path': 'node_modules/plan-lint'})
  })

  test('a link that leads nowhere is not followed, one that leads to a file is kept', async () => {
    const root = project({...manifest, 'real/settings.json': '{}', '.claude/x': ''})
    symlinkSync('../nowhere.json', join(root, '.claude/settings.json'))
    expect((await run(root, ['init', '--agent'])).stderr).toBe(
      'plan-lint: .claude/settings.json: cannot be read: no such file or folder\n',
    )
    nodeFs.rmSync(join(root, '.claude/settings.json'))
    symlinkSync('../real/settings.json', join(root, '.claude/settings.json'))
    expect((await run(root, ['init', '--agent'])).code).toBe(0)
    expect(lstatSync(join(root, '.claude/settings.json')).isSymbolicLink()).toBe(true)
    expect(json(root, 'real/settings.json')).toHaveProperty('hooks.PostToolUse')
  })

  test('a file that may not be written, and a folder that cannot be made, are told', async () => {
    const denied = Object.assign(new Error('no'), {code: 'EACCES'})
    const fs = {
      ...nodeFs,
      accessSync: () => {
        throw denied
      },
    }
    const root = project({...manifest, '.vscode/settings.json': '{}', '.claude': 'a file'})
    const {code, stderr} = await run(root, ['init', '--editor', 'vscode', '--agent'], {fs})
    expect(code).toBe(2)
    expect(stderr).toContain('plan-lint: .vscode/settings.json: cannot be written: permission denied\n')
    expect(stderr).toMatch(
      /^plan-lint: \.claude\/settings\.json: cannot be (?:read|written): a part of its path is no/m,
    )
    expect(read(root, '.vscode/settings.json')).toBe('{}')
  })
})

describe('what is there is added to', () => {
  test('JSON with comments keeps every byte', async () => {
    const settings = `{
  // Ours.
  "permissions": {"allow": ["Bash(npm test)"]},
  "hooks": {
    "PostToolUse": [
      {"matcher": "Edit", "hooks": [{"type": "command", "command": "npx biome check"}]}, // first
    ],
  },
}
`
    const root = project({...manifest, '.claude/settings.json': settings})
    const {code, stdout} = await run(root, ['init', '--agent'])
    expect(code).toBe(0)
    expect(stdout).toContain('added to  .claude/settings.json\n')
    expect(read(root, '.claude/settings.json')).toBe(
      settings.replace(
        '// first\n',
        `// first
      {
        "matcher": "Edit|MultiEdit|Write",
        "hooks": [
          {
            "type": "command",
            "command": "npx --no -- plan-lint hook"
          }
        ]
      },
`,
      ),
    )
  })

  test.each([{command: 'npx plan-lint@0.1.0 hook'}, {command: 'npx', args: ['plan-lint', 'hook']}])(
    'a hook that is there in other words is not added again: %j',
    async command => {
      const entry = {matcher: 'Write', hooks: [{type: 'command', ...command}]}
      const text = JSON.stringify({hooks: {PostToolUse: [entry]}})
      const root = project({...manifest, '.claude/settings.json': text})
      expect((await run(root, ['init', '--agent'])).stdout).toContain('kept     .claude/settings.json has it already\n')
      expect(read(root, '.claude/settings.json')).toBe(text)
    },
  )

  test('one file may serve several tools', async () => {
    const text = JSON.stringify({remarkConfig: {}, 'markdownlint-cli2': {}, 'lint-staged': {'*.ts': 'x'}}, null, 2)
    const root = project({'package.json': text, '.husky/_/husky.sh': ''})
    const {code, stdout} = await run(root, ['init', '--remark', '--markdownlint', '--pre-commit', '--preset', 'staged'])
    expect(code).toBe(0)
    expect(stdout.match(/package\.json\n/g)).toHaveLength(1)
    expect(json(root, 'package.json')).toMatchObject({
      remarkConfig: {plugins: ['plan-lint/remark/staged']},
      'markdownlint-cli2': {
        customRules: ['plan-lint/markdownlint'],
        config: {extends: 'plan-lint/markdownlint/presets/staged.json'},
      },
      'lint-staged': {'*.ts': 'x'},
    })
    expect(Object.values(json(root, 'package.json')['lint-staged'])).toContain('npx --no -- plan-lint')
  })
})

describe('the parts', () => {
  test('--yes takes those whose tools are here', async () => {
    const root = project({
      ...manifest,
      '.git/config': '[remote "origin"]\n\turl = git@github.com:me/gitlab.git\n',
      '.markdownlint.yaml': 'MD013: false\n',
      'CLAUDE.md': '# Rules\n',
    })
    const {code, stdout} = await run(root, ['init', '--yes'])
    expect(code).toBe(0)
    expect(stdout.match(/^created .*/gm)).toEqual([
      'created  plan-lint.config.json',
      'created  .markdownlint-cli2.jsonc',
      'created  .github/workflows/plan-lint.yml',
      'created  .claude/settings.json',
    ])
  })

  test('of the root of a repository are not written elsewhere', async () => {
    const root = project({...manifest, '.git/HEAD': '', 'app/a.txt': ''})
    const {code, stdout} = await run(join(root, 'app'), ['init', '--ci', 'github', '--pre-commit'])
    expect(code).toBe(1)
    expect(stdout.match(/^left to you .*/gm)).toEqual([
      'left to you  .pre-commit-config.yaml is read at the root of the repository only; run plan-lint init there',
      'left to you  .github/workflows/plan-lint.yml is read at the root of the repository only; run plan-lint init there',
    ])
    expect(Object.keys(filesIn(join(root, 'app')))).toEqual(['a.txt', 'plan-lint.config.json'])
  })

  test('what is to be installed is said in the words of the package manager', async () => {
    const root = project({'package.json': '{}', 'pnpm-lock.yaml': ''})
    const {stdout} = await run(root, ['init', '--markdownlint', '--remark'])
    expect(stdout).toContain('\n  pnpm add --save-dev plan-lint markdownlint-cli2 remark-cli\n')
  })

  test('a job that has nothing to check yet is told of', async () => {
    const {stdout} = await run(project(manifest), ['init', '--ci', 'github', '--preset', 'phased'])
    expect(stdout).toContain('\n  npx plan-lint new phased -o plans/<name>.md\n')
    expect(stdout).toContain('\nThere is no plan yet; until there is one, the job fails, as it has nothing to check.\n')
    const root = project({...manifest, 'plans/a.md': '# A\n'})
    expect((await run(root, ['init', '--ci', 'github'])).stdout).toMatch(/\nNext\n {2}npx plan-lint\n$/)
  })
})

describe('--diff', () => {
  test('is what would be written, for git to apply', async () => {
    const files = {
      ...manifest,
      '.vscode/settings.json': '{\n  "a": 1\n}\n',
      '.pre-commit-config.yaml': 'repos:\n  - repo: x\n    rev: "1"\n',
    }
    const [root, other] = [project(files), project(files)]
    const {code, stdout, stderr} = await run(root, ['init', ...everything, '--diff'])
    expect({code, stderr}).toEqual({code: 1, stderr: 'plan-lint: 9 files would be written\n'})
    expect(filesIn(root)).toEqual(files)
    const applied = spawnSync('git', ['apply', '-'], {cwd: root, input: stdout, encoding: 'utf8'})
    expect(applied).toMatchObject({status: 0, stderr: ''})
    await run(other, ['init', ...everything])
    expect(filesIn(root)).toEqual(filesIn(other))
    expect(await run(root, ['init', ...everything, '--diff'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'plan-lint: nothing would be written\n',
    })
  })
})

const plainPreset = {
  summary: 'Ours',
  priority: 1,
  fingerprints: [],
  sections: [],
  vocabulary: {questions: [], validation: [], checkpoints: []},
  literals: [],
  templateText: {},
  rules: {},
}

describe('what does not exist is refused, and nothing is written', () => {
  test.each([
    [['--preset', 'stged'], 'unknown preset "stged"; did you mean "staged"?'],
    [['--ci', 'gitub'], 'unknown service "gitub"; did you mean "github"?'],
    [['--editor', 'emacs'], 'unknown editor "emacs"; editors are vscode'],
    [['--markdown'], 'unknown option "--markdown"; did you mean "--markdownlint"?'],
    [['staged'], 'init takes options only, not "staged"; a preset is named by --preset staged'],
  ])('init %j', async (argv, message) => {
    const root = project()
    expect(await run(root, ['init', ...argv])).toEqual({code: 2, stdout: '', stderr: `plan-lint: ${message}\n`})
    expect(filesIn(root)).toEqual({})
  })

  test('a preset of the own configuration does', async () => {
    const root = project({
      ...manifest,
      'plugin.mjs': `export default ${JSON.stringify({presets: [{...plainPreset, id: 'own'}]})}`,
      'plan-lint.config.json': '{"plugins": ["./plugin.mjs"]}',
    })
    const {stderr} = await run(root, ['init', '--preset', 'own', '--markdownlint'])
    expect(stderr).toBe('')
    expect(json(root)).toMatchObject({preset: 'own'})
    expect(json(root, '.markdownlint-cli2.jsonc')).toEqual({customRules: ['plan-lint/markdownlint']})
  })
})

describe('at a terminal', () => {
  const enter = '\r'
  const [down, space, interrupt] = ['\u001b[B', ' ', '\u0003']

  test('it asks, with what was found chosen already', async () => {
    const root = project({...manifest, 'CLAUDE.md': '# Rules\n', 'rfcs/a.md': fixture('phased/clean.md')})
    const {code, stdout, screen} = await converse(
      root,
      ['init'],
      [
        ['What shall plan-lint be set up for?', down + space + enter],
        ['By which preset shall plans be judged?', down + enter],
        ['Lint those in rfcs/?', enter],
      ],
    )
    expect(code).toBe(0)
    expect(screen).toContain('Claude Code (found CLAUDE.md)')
    expect(stdout.match(/^created .*/gm)).toEqual([
      'created  plan-lint.config.json',
      'created  .remarkrc.json',
      'created  .claude/settings.json',
    ])
    expect(json(root)).toMatchObject({preset: 'blueprint', plans: ['rfcs/**/*.md', '!**/README.md']})
  })

  test('it does not ask what a configuration says', async () => {
    const root = project({...manifest, 'plan-lint.config.json': '{}', 'rfcs/a.md': fixture('phased/clean.md')})
    const {code, stdout} = await converse(root, ['init'], [['What shall plan-lint be set up for?', enter]])
    expect(code).toBe(0)
    expect(stdout).not.toContain('By which preset')
    expect(read(root, 'plan-lint.config.json')).toBe('{}')
  })

  test.each([0, 1])('who leaves at question %i finds nothing written', async last => {
    const root = project({...manifest, 'CLAUDE.md': '# Rules\n'})
    const questions = ['What shall plan-lint be set up for?', 'By which preset shall plans be judged?']
    const answers = questions.slice(0, last + 1).map((question, index): Answer => {
      return [question, index === last ? interrupt : enter]
    })
    const {code, stderr} = await converse(root, ['init'], answers)
    expect({code, stderr}).toEqual({code: 130, stderr: 'plan-lint: nothing was written\n'})
    expect(Object.keys(filesIn(root))).toEqual(['CLAUDE.md', 'package.json'])
  })

  test.each([
    ['an option says what to do', ['init', '--agent'], {}],
    ['it is that of a CI job', ['init'], {CI: 'true'}],
  ])('it does not ask where %s', async (_, argv, env) => {
    const root = project(manifest)
    const {code, stdout} = await converse(root, argv, [], env)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^created {2}plan-lint\.config\.json\n/)
  })

  test('prints no colour where none is wanted', async () => {
    const {screen} = await converse(
      project(),
      ['init', '--no-color'],
      [
        ['What shall plan-lint be set up for?', enter],
        ['By which preset shall plans be judged?', enter],
      ],
    )
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the code that begins a colour.
    expect(screen).not.toMatch(/\u001b\[[\d;]*m/)
  })
})
