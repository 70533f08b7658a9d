import {chmodSync, existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {beforeAll, describe, expect, test} from 'vitest'
import {buildIfStale} from '../built.ts'
import {add, project} from '../cli/world.ts'
import {checkout} from './checkout.ts'
import {faultsOfGitHub} from './github.ts'
import {action, actionText, runAction} from './runner.ts'
import {commandsIn} from './workflow-commands.ts'

const root = join(import.meta.dirname, '../..')
const fixture = (name: string) => readFileSync(join(root, 'fixtures', name), 'utf8')

const clean = fixture('go-phased/clean.md')
const faulty = fixture('go-phased/forgotten-close.md')
const message = 'This fence is still open where line 120 opens another; add "```" where the code ends'

beforeAll(() => buildIfStale(), 180_000)

/** Annotations, as `level path:line`. */
function annotationsIn(log: string): string[] {
  return commandsIn(log).map(({name, properties: {file, line}}) => `${name} ${file}:${line}`)
}

describe('the action', () => {
  test('fits what GitHub asks of actions', async () => {
    expect(await faultsOfGitHub('action.yml', actionText)).toEqual([])
    expect(await faultsOfGitHub('action.yml', actionText.replace('shell: bash', 'shel: bash'))).not.toEqual([])
    expect(await faultsOfGitHub('action.yml', actionText.replace('inputs.paths', 'input.paths'))).not.toEqual([])
  })

  test('hands on every input by the environment, and none in the text of its script', () => {
    const [step] = action.runs.steps
    const inputs = Object.keys(action.inputs).map(name => `\${{ inputs.${name} }}`)
    expect(Object.values(step?.env ?? {}).sort()).toEqual(inputs.sort())
    expect(step?.run).not.toContain('${{')
  })

  test('shows findings in the log, beside the lines and on the page of the run, and fails', () => {
    const run = runAction({}, checkout({'plans/a.md': faulty, 'plans/b.md': clean}))
    expect(run.code).toBe(1)
    expect(run.outputs).toEqual({'exit-code': '1', sarif: ''})
    expect(run.log).toContain('  115:1  error    This fence is still open')
    expect(commandsIn(run.log)).toEqual([
      {
        name: 'error',
        properties: {
          file: 'plans/a.md',
          line: '115',
          endLine: '115',
          col: '1',
          endColumn: '8',
          title: 'plan-lint: no-unclosed-fences',
        },
        data: message,
      },
    ])
    expect(run.summary).toContain('### plan-lint: 1 error, 0 warnings in 2 plans\n')
    expect(run.summary).toContain('| plans/b.md | go-phased | executable | 3 | 0 | ✅ none |\n')
  })

  test('is content with clean plans', () => {
    const run = runAction({}, checkout({'plans/b.md': clean}))
    expect(run).toMatchObject({code: 0, outputs: {'exit-code': '0', sarif: ''}})
    expect(commandsIn(run.log)).toEqual([])
    expect(run.summary).toContain('### plan-lint: no findings in 1 plan\n')
  })

  test('says so where nothing could be checked', () => {
    const run = runAction({sarif: 'a.sarif'}, checkout({'README.md': '# A\n'}))
    expect(run).toMatchObject({code: 2, outputs: {'exit-code': '2', sarif: ''}})
    expect(run.log).toContain('plan-lint: no plans in plans/')
    expect(commandsIn(run.log)).toEqual([
      {name: 'error', properties: {title: 'plan-lint'}, data: 'Not everything was checked; the log says what and why'},
    ])
  })

  test('still tells what was found where something else could not be checked', () => {
    const run = runAction({paths: 'plans\nrfcs'}, checkout({'plans/a.md': faulty}))
    expect(run).toMatchObject({code: 2, outputs: {'exit-code': '2'}})
    expect(annotationsIn(run.log)).toEqual(['error plans/a.md:115', 'error undefined:undefined'])
  })

  test('leaves out the annotations or the summary', () => {
    const folder = checkout({'plans/a.md': faulty})
    const run = runAction({annotations: 'false', summary: 'false'}, folder)
    expect(run).toMatchObject({code: 1, summary: ''})
    expect(commandsIn(run.log)).toEqual([])
    // Servers of one's own may be too old for summaries.
    expect(runAction({}, folder, {GITHUB_STEP_SUMMARY: ''})).toMatchObject({code: 1, summary: ''})
  })

  test('takes paths line by line, with blanks in them, and globs', () => {
    const files = {'my plans/a b.md': faulty, 'rfcs/c.md': faulty, 'rfcs/d.txt': faulty, 'e.md': faulty}
    const run = runAction({paths: '\r\n  my plans/a b.md  \r\nrfcs/*.md\n\n'}, checkout(files))
    expect(annotationsIn(run.log)).toEqual(['error my plans/a b.md:115', 'error rfcs/c.md:115'])
  })

  test('takes a preset and a level to fail on', () => {
    const folder = checkout({
      'plans/a.md': '# A\n\nTBD\n',
      'plan-lint.config.json': '{"rules": {"no-placeholders": "info"}}',
    })
    expect(runAction({}, folder).code).toBe(0)
    expect(runAction({'fail-on': ' info\n'}, folder).code).toBe(1)
    expect(runAction({preset: 'phased'}, folder).log).toContain('required-sections')
    const run = runAction({preset: 'phazed'}, folder)
    expect(run.code).toBe(2)
    expect(run.log).toContain('unknown preset "phazed"; did you mean "phased"?')
  })

  test('takes more options as a shell does, and expands nothing', () => {
    const folder = checkout({'plans/a.md': faulty, "rule's.json": '{"rules": {"no-unclosed-fences": "off"}}'})
    const code = (args: string) => runAction({args}, folder).code
    expect(code('--rule no-unclosed-fences:off')).toBe(0)
    expect(code(`--config "rule's.json"\n--quiet`)).toBe(0)
    expect(code(`--config rule\\'s.json`)).toBe(0)
    expect(runAction({args: '--config $HOME/*'}, folder).log).toContain('$HOME/*')
    const run = runAction({args: `--config rule's.json`}, folder)
    expect(run.code).toBe(2)
    expect(commandsIn(run.log)).toMatchObject([{data: 'args: a quote is not closed; close it, or put it in quotes'}])
  })

  test('writes SARIF, and says where it is', () => {
    const folder = checkout({'a & b/plans/a.md': faulty})
    const run = runAction({'working-directory': 'a & b', sarif: 'reports/plan lint.sarif'}, folder)
    expect(run.outputs).toEqual({'exit-code': '1', sarif: 'a & b/reports/plan lint.sarif'})
    const [{results}] = JSON.parse(readFileSync(join(folder, String(run.outputs.sarif)), 'utf8')).runs
    expect(results).toHaveLength(1)
    expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20%26%20b/plans/a.md')
    expect(annotationsIn(run.log)).toEqual(['error a & b/plans/a.md:115'])

    expect(runAction({paths: 'a & b', sarif: 'b.sarif'}, folder).outputs.sarif).toBe('b.sarif')
    const absolute = join(folder, 'c.sarif')
    expect(runAction({'working-directory': 'a & b', sarif: absolute}, folder).outputs.sarif).toBe(absolute)
  })

  test('finds the plan-lint of a folder above', () => {
    const run = runAction({'working-directory': 'packages/a'}, checkout({'packages/a/plans/a.md': faulty}))
    expect(run.code).toBe(1)
  })

  test('says what it lacks', () => {
    const folder = checkout({'plans/a.md': clean})
    const told = (inputs: Record<string, string>, env = {}) => {
      const {code, log, outputs} = runAction(inputs, folder, env)
      expect(code).toBe(2)
      expect(outputs['exit-code']).toBe('2')
      return commandsIn(log).map(({data}) => data)
    }
    expect(told({'working-directory': 'no where%0A'})).toEqual([
      'working-directory: there is no folder "no where%0A"; name one of the checkout',
    ])
    expect(told({sarif: 'a\nb'})).toEqual(['working-directory and sarif take one path; write each on one line'])
    expect(told({version: 'npm:other@1'})).toEqual([
      'version: "npm:other@1" is none; write one such as 0.1.0, or latest',
    ])
    const old = project({node: '#!/bin/sh\nexit 1\n'})
    chmodSync(join(old, 'node'), 0o755)
    expect(told({}, {PATH: `${old}:${process.env.PATH}`})).toEqual([
      'plan-lint needs Node 20.19 or newer; put actions/setup-node before this step',
    ])
  })
})

describe('hostile words', () => {
  const hostile = [
    '$(touch hacked)',
    '`touch hacked`',
    '"; touch hacked; "',
    "'; touch hacked; '",
    '& touch hacked &',
    '| touch hacked',
    '> hacked',
    '$9;touch$IFS$9hacked',
    '--output-file=hacked',
    '%0A::error::made up',
    '::error::made up',
    '{{ hacked }}',
  ]

  test.each(Object.keys(action.inputs).filter(name => name !== 'args'))('in %s are run by nobody', name => {
    const folder = checkout({'plans/a.md': clean})
    for (const words of [hostile.join(' '), hostile.join('\n')]) {
      const before = readdirSync(folder)
      const {log} = runAction({[name]: words}, folder)
      for (const {data} of commandsIn(log)) expect(data).not.toMatch(/^made up/)
      expect(readdirSync(folder).filter(file => ![...before, words].includes(file))).toEqual([])
      expect(existsSync(join(folder, 'hacked'))).toBe(false)
    }
  })

  test('in options are words', () => {
    const folder = checkout({'plans/a.md': clean})
    for (const words of hostile.filter(text => !text.startsWith('-'))) {
      const {log} = runAction({args: words}, folder)
      for (const {data} of commandsIn(log)) expect(data).not.toMatch(/^made up/)
      expect(existsSync(join(folder, 'hacked'))).toBe(false)
    }
  })

  test('in names of files are names of files', () => {
    const names = hostile.filter(name => !name.includes('/')).map(name => `${name}.md`)
    const folder = checkout(Object.fromEntries(names.map(name => [name, faulty])))
    const {log, code} = runAction({paths: names.join('\n')}, folder)
    expect(code).toBe(1)
    expect(commandsIn(log).map(({properties}) => properties.file)).toEqual([...names].sort())
    expect(existsSync(join(folder, 'hacked'))).toBe(false)
  })

  test('in a document are its words', () => {
    const folder = checkout({'plans/a.md': '# A\n\n[NAME ::error::made up] %0A [%0A::error::X]\n'})
    add(folder, {'plans/b\n::error::b.md': clean})
    const {log} = runAction({}, folder)
    for (const {properties} of commandsIn(log)) expect(properties.title).toMatch(/^plan-lint: /)
  })
})
