import {createHash} from 'node:crypto'
import nodeFs, {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {reporterNames} from '../../cli/reporters/reporters.ts'
import {faultyPlan as faulty, fixedPlan as fixed} from './plans.ts'
import {add, type Outcome, project, run} from './world.ts'

const root = join(import.meta.dirname, '../..')
const library = pathToFileURL(join(root, 'index.ts')).href

const plan = (...names: string[]) =>
  `<!-- plan-lint preset: plan -->\n# Retries\n\n${names.map(name => `The ${name} retries.\n\n`).join('')}`
const plans = {'plans/a.md': plan('[NAME]'), 'plans/b.md': plan('queue')}

const usual = '.plan-lint-cache'
const entryName = /^[0-9a-f]{32}\.plan-lint\.json$/

interface Entry {
  file: string
  head: {path: string; key: string; seal: string}
  body: string
}

function entriesIn(cwd: string, folder = usual): Entry[] {
  const names = existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)) : []
  return names
    .filter(name => entryName.test(name))
    .map(name => {
      const file = join(cwd, folder, name)
      const [head = '', body = ''] = readFileSync(file, 'utf8').split('\n')
      return {file, head: JSON.parse(head), body}
    })
}

const pathsIn = (cwd: string, folder?: string) =>
  entriesIn(cwd, folder)
    .map(({head}) => head.path)
    .sort()

/** What the report of `recalled` looks for, and others do not. */
const outline = {readiness: {verdict: 'draft', blockers: []}}

/** The plans whose results a run took from the cache: what is kept of them is changed before, and shows in the report. */
async function recalled(cwd: string, argv: readonly string[]): Promise<string[]> {
  for (const {file, head, body} of entriesIn(cwd)) {
    if (!body.includes('"preset":')) continue
    const {result, ...answer} = JSON.parse(body)
    const marked = JSON.stringify({outline, ...answer, result: {...result, preset: 'recalled'}})
    const seal = createHash('sha256').update(marked).digest('hex')
    writeFileSync(file, `${JSON.stringify({...head, seal})}\n${marked}\n`)
  }
  const {stdout} = await run(cwd, ['--cache', '--format', 'json', ...argv])
  const files: {path: string; preset: string}[] = JSON.parse(stdout).files
  return files.filter(({preset}) => preset === 'recalled').map(({path}) => path)
}

describe('a run with --cache', () => {
  test.each(reporterNames)('reports the same as one without: %s', async format => {
    const cwd = project()
    cpSync(join(root, 'fixtures'), join(cwd, 'fixtures'), {recursive: true})
    const argv = ['--format', format, '--all', 'fixtures']
    const without = await run(cwd, argv)
    expect(without.stdout.length).toBeGreaterThan(1000)
    expect(await run(cwd, ['--cache', '--format', 'compact', 'fixtures'])).toMatchObject({code: 1})
    expect(await run(cwd, ['--cache', ...argv])).toEqual(without)
    expect(await run(cwd, ['--cache', ...argv])).toEqual(without)
  })

  test('takes over the results of plans that have not changed', async () => {
    const cwd = project(plans)
    await run(cwd, ['--cache'])
    expect(await recalled(cwd, [])).toEqual(['plans/a.md', 'plans/b.md'])
    add(cwd, {'plans/a.md': plan('[DATE]')})
    expect(await recalled(cwd, [])).toEqual(['plans/b.md'])
  })

  test('may be one of a part of the plans, from another folder, in another checkout', async () => {
    const cwd = project({...plans, '.git/HEAD': ''})
    await run(cwd, ['--cache', 'plans/a.md'])
    expect(await recalled(cwd, [])).toEqual(['plans/a.md'])
    expect(pathsIn(cwd)).toEqual(['../plans/a.md', '../plans/b.md'])
    const {stdout} = await run(join(cwd, 'plans'), ['--cache', '--format', 'json', '.'])
    expect(JSON.parse(stdout).files[0]).toMatchObject({path: 'a.md', preset: 'recalled'})

    const other = project()
    cpSync(cwd, other, {recursive: true})
    expect(await recalled(other, [])).toEqual(['plans/a.md', 'plans/b.md'])
  })

  test.each([
    ['a severity of the run', ['--rule', 'no-placeholders:warning'], {}],
    ['a preset of the run', ['--preset', 'staged'], {}],
    ['a severity that is configured', [], {'plan-lint.config.json': '{"rules": {"no-placeholders": "info"}}'}],
    [
      'an option that is configured',
      [],
      {'plan-lint.config.json': '{"rules": {"directives": ["error", {"requireReason": true}]}}'},
    ],
    ['a preset that is configured', [], {'plan-lint.config.json': '{"preset": "staged"}'}],
    [
      'a severity for some files',
      [],
      {'plan-lint.config.json': '{"overrides": [{"files": ["plans/*"], "rules": {"no-placeholders": "off"}}]}'},
    ],
    ['a value that a module gives', [], {'plan-lint.config.mjs': `export default {preset: ['sta', 'ged'].join('')}`}],
  ])('takes none over from a run with other settings: %s', async (_, argv, files) => {
    const cwd = project(plans)
    await run(cwd, ['--cache'])
    add(cwd, files)
    expect(await recalled(cwd, argv)).toEqual([])
    expect(await recalled(cwd, argv)).toEqual(['plans/a.md', 'plans/b.md'])
  })

  test('takes over what the settings of other files do not touch', async () => {
    const cwd = project({...plans, 'plan-lint.config.json': '{}'})
    await run(cwd, ['--cache'])
    const override = {files: ['plans/a.md'], rules: {'no-placeholders': 'off'}}
    add(cwd, {'plan-lint.config.json': JSON.stringify({failOn: 'warning', overrides: [override]})})
    expect(await recalled(cwd, [])).toEqual(['plans/b.md'])
  })

  test('tells of a configuration that is wrong, however often', async () => {
    const cwd = project({...plans, 'plan-lint.config.json': '{"rules": {"no-placeholders": "off"}}'})
    expect(await run(cwd, ['--cache'])).toMatchObject({code: 0, stderr: ''})
    add(cwd, {'plan-lint.config.json': '{"rules": {"no-placeholder": "off"}}'})
    const without = await run(cwd, [])
    expect(without.code).toBe(2)
    expect(await run(cwd, ['--cache'])).toEqual(without)
    expect(await run(cwd, ['--cache'])).toEqual(without)
  })

  test('knows no preset and no rule that is not there', async () => {
    const cwd = project(plans)
    await run(cwd, ['--cache'])
    expect(await run(cwd, ['--cache', '--preset', 'stage'])).toMatchObject({code: 2, stdout: ''})
    expect(await run(cwd, ['--cache', '--rule', 'no-placeholder:off'])).toMatchObject({code: 2, stdout: ''})
  })
})

describe('plugins', () => {
  const preset = (title: string) => `
    import {definePreset} from '${library}'
    const vocabulary = {questions: ['Questions'], validation: ['Validation'], checkpoints: ['Checkpoint']}
    export const presets = [definePreset({
      id: 'memo', summary: 'Memos', priority: 9, fingerprints: [{of: [{section: 'Memo'}]}], literals: [], rules: {},
      sections: [{id: 'decision', title: '${title}', expectation: 'required'}], templateText: {}, vocabulary,
    })]
  `
  const rule = `
    import {defineRule} from '${library}'
    export const rules = [defineRule({
      id: 'no-help', summary: 'Help', severity: 'warning', messages: {found: 'x'}, *check() {},
    })]
  `
  const config = (module: string) => ({'plan-lint.config.json': JSON.stringify({plugins: [module]})})

  test('that bring presets are part of what results depend on', async () => {
    const cwd = project({...plans, 'a.mjs': preset('Decision'), 'b.mjs': preset('Verdict'), ...config('./a.mjs')})
    expect(await run(cwd, ['--cache'])).toMatchObject({code: 1, stderr: ''})
    expect(await recalled(cwd, [])).toEqual(['plans/a.md', 'plans/b.md'])
    add(cwd, config('./b.mjs'))
    expect(await recalled(cwd, [])).toEqual([])
  })

  test('that bring rules leave the cache aside, which is told', async () => {
    const cwd = project({...plans, 'a.mjs': rule, ...config('./a.mjs')})
    const without = await run(cwd, [])
    const {stderr, ...rest} = await run(cwd, ['--cache'])
    expect({...rest, stderr: ''}).toEqual(without)
    expect(stderr).toBe(
      'plan-lint: the cache is not used: the plugin "./a.mjs" brings rules, which may depend on anything\n',
    )
    expect(entriesIn(cwd)).toEqual([])
  })
})

describe('where it lies', () => {
  test('in node_modules, where the project or its repository has one', async () => {
    const cwd = project({...plans, '.git/HEAD': '', 'node_modules/x/index.js': '', 'sub/plan-lint.config.json': '{}'})
    await run(cwd, ['--cache'])
    expect(pathsIn(cwd, 'node_modules/.cache/plan-lint')).toHaveLength(2)
    await run(join(cwd, 'sub'), ['--cache', '../plans'])
    expect(pathsIn(cwd, 'node_modules/.cache/plan-lint')).toHaveLength(3)
    expect(readdirSync(join(cwd, 'sub'))).toEqual(['plan-lint.config.json'])
  })

  test('else at the root of the repository, unseen by git', async () => {
    const cwd = project({...plans, '.git/HEAD': ''})
    await run(join(cwd, 'plans'), ['--cache', '.'])
    expect(pathsIn(cwd)).toEqual(['../plans/a.md', '../plans/b.md'])
    expect(readFileSync(join(cwd, usual, '.gitignore'), 'utf8')).toBe('*\n')
  })

  test('else beside the configuration, or in the working folder', async () => {
    const cwd = project({...plans, 'plan-lint.config.json': '{}'})
    await run(join(cwd, 'plans'), ['--cache', '.'])
    expect(pathsIn(cwd)).toHaveLength(3)
    await run(join(cwd, 'plans'), ['--cache', '--no-config', '.'])
    expect(pathsIn(cwd, `plans/${usual}`)).toEqual(['../a.md', '../b.md'])
  })

  test('where --cache-location says, whatever else is there', async () => {
    const others = ['0123456789abcdef0123456789abcdef.json', 'notes.md', 'x.json']
    const cwd = project({...plans, ...Object.fromEntries(others.map(name => [`kept/${name}`, '{}']))})
    await run(cwd, ['--cache-location', 'kept'])
    expect(pathsIn(cwd, 'kept')).toEqual(['../plans/a.md', '../plans/b.md'])
    add(cwd, {'plans/c.md': plan('worker')})
    await run(cwd, ['--cache', '--cache-location', 'kept'])
    expect(readdirSync(join(cwd, 'kept')).filter(name => !entryName.test(name))).toEqual(others)
    expect(existsSync(join(cwd, usual))).toBe(false)
  })
})

describe('a cache that is no good', () => {
  const spoilers: [string, (entry: Entry) => void][] = [
    ['empty', ({file}) => writeFileSync(file, '')],
    ['cut short', ({file}) => writeFileSync(file, readFileSync(file).subarray(0, -20))],
    ['cut in its first line', ({file}) => writeFileSync(file, readFileSync(file).subarray(0, 30))],
    ['something else', ({file}) => writeFileSync(file, 'null\nnull\n')],
    ['bytes', ({file}) => writeFileSync(file, Buffer.from([0xff, 0x00, 0x0a, 0xfe]))],
    ['changed in a place', ({file, head, body}) => writeFileSync(file, `${JSON.stringify(head)}\n[${body}]\n`)],
    [
      'of another version',
      ({file, head, body}) => writeFileSync(file, `${JSON.stringify({...head, key: 'f'.repeat(64)})}\n${body}\n`),
    ],
    ['of a form to come', ({file}) => writeFileSync(file, '{"version": 9, "path": 3}\n')],
  ]

  test.each(spoilers)('is made anew without a word: %s', async (_, spoil) => {
    const cwd = project({...plans, 'plan-lint.config.json': '{}'})
    const without = await run(cwd, [])
    await run(cwd, ['--cache'])
    const before = entriesIn(cwd)
    expect(before).toHaveLength(3)
    before.forEach(spoil)
    expect(await run(cwd, ['--cache'])).toEqual(without)
    expect(entriesIn(cwd)).toEqual(before)
  })

  test('is no fault of the run where a folder stands in its place', async () => {
    const cwd = project(plans)
    const without = await run(cwd, [])
    await run(cwd, ['--cache'])
    for (const {file} of entriesIn(cwd)) {
      rmSync(file)
      mkdirSync(join(file, 'x'), {recursive: true})
    }
    expect(await run(cwd, ['--cache'])).toMatchObject({code: without.code, stdout: without.stdout})
  })

  test('is told of once, and no more, where it cannot be written', async () => {
    const cwd = project({...plans, kept: 'a file'})
    const without = await run(cwd, [])
    expect(await run(cwd, ['--cache-location', 'kept/here'])).toEqual({
      ...without,
      stderr:
        'plan-lint: kept/here: the cache cannot be written: a part of its path is no folder; --cache-location names another\n',
    })
  })

  test('is told of as denied where its folder may not be made', async () => {
    const cwd = project(plans)
    const existsSync = (path: nodeFs.PathLike) => {
      if (String(path).endsWith(usual)) throw Object.assign(new Error('no'), {code: 'EROFS'})
      return nodeFs.existsSync(path)
    }
    const {code, stderr} = await run(cwd, ['--cache'], {fs: {...nodeFs, existsSync}})
    expect({code, stderr}).toEqual({
      code: 1,
      stderr: `plan-lint: ${usual}: the cache cannot be written: the file system is read-only; --cache-location names another\n`,
    })
  })
})

describe('what is kept', () => {
  test('of a plan that is there no more goes when another comes', async () => {
    const cwd = project(plans)
    await run(cwd, ['--cache'])
    nodeFs.renameSync(join(cwd, 'plans/a.md'), join(cwd, 'plans/c.md'))
    await run(cwd, ['--cache', 'plans/c.md'])
    expect(pathsIn(cwd)).toEqual(['../plans/b.md', '../plans/c.md'])
  })

  test('of a plan that changes takes the place of what was', async () => {
    const cwd = project(plans)
    for (const name of ['one', 'two', 'three']) {
      add(cwd, {'plans/a.md': plan(name)})
      await run(cwd, ['--cache'])
      await run(cwd, ['--cache', '--rule', `no-placeholders:off`])
    }
    expect(pathsIn(cwd)).toEqual(['../plans/a.md', '../plans/b.md'])
  })

  test('by a process that was killed while it wrote goes after a while', async () => {
    const cwd = project(plans)
    await run(cwd, ['--cache'])
    const name = '0123456789abcdef'.repeat(2)
    add(cwd, {
      [`${usual}/${name}.plan-lint.json.123`]: '{',
      [`${usual}/${name}.plan-lint.json.456`]: '{',
      'plans/c.md': plan('x'),
    })
    utimesSync(join(cwd, usual, `${name}.plan-lint.json.123`), 0, 0)
    await run(cwd, ['--cache'])
    const left = readdirSync(join(cwd, usual)).filter(file => !entryName.test(file))
    expect(left.sort()).toEqual(['.gitignore', `${name}.plan-lint.json.456`])
  })
})

describe('with --fix', () => {
  const read = (cwd: string) => readFileSync(join(cwd, 'plans/a.md'), 'utf8')

  /** Runs in two copies of a project, in one of them with a cache that is warm. */
  async function both(argv: readonly string[], text = faulty): Promise<[Outcome, Outcome, string]> {
    const [cold, warm] = [project({'plans/a.md': text}), project({'plans/a.md': text})]
    await run(warm, ['--cache'])
    const outcomes = [await run(cold, [...argv]), await run(warm, ['--cache', ...argv])] as const
    expect(read(warm)).toBe(read(cold))
    return [...outcomes, warm]
  }

  test('a plan whose findings are known is fixed all the same', async () => {
    const [without, cached, cwd] = await both(['--fix'])
    expect(without.stdout).toContain('(1 fixed)')
    expect(cached).toEqual(without)
    expect(read(cwd)).toBe(fixed)
    expect(await recalled(cwd, ['--fix'])).toEqual(['plans/a.md'])
    expect(read(cwd)).toBe(fixed)
  })

  test.each(['--fix-suggestions', '--diff'])('%s does the same, too', async option => {
    const [without, cached, cwd] = await both([option])
    expect(cached).toEqual(without)
    expect(await run(cwd, ['--cache'])).toEqual(await run(cwd, []))
  })

  test('a plan without anything to fix is taken from the cache', async () => {
    const [without, cached, cwd] = await both(['--fix'], fixed)
    expect(cached).toEqual(without)
    expect(await recalled(cwd, ['--fix'])).toEqual(['plans/a.md'])
  })
})
