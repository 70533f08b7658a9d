import {readFileSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {SourceText} from '../../core/text.ts'
import {lint} from '../../index.ts'
import {hostUser, libraryUser} from './consumers.ts'
import {nodeOfVersion, type Outcome, Project, packPackage} from './project.ts'

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8')

const readme = '# A tool\n\nPut [YOUR_NAME] where it says so. TBD.\n\n<!-- TODO: more -->\n'
const files = {
  'README.md': readme,
  'notes/clean.md': fixture('phased/clean.md'),
  'notes/faulty.md': fixture('phased/faulty.md'),
  'notes/front.md': `---\ntitle: Export\nplan-lint: {preset: phazed}\n---\n\n${fixture('phased/clean.md')}`,
}
type File = keyof typeof files

/** `line:column rule` of each finding, where findings over several lines begin. */
function expected(file: File): string[] {
  const source = new SourceText(files[file])
  return lint(files[file], {preset: 'phased'}).findings.map(({rule, start}) => {
    const {line, column} = source.positionAt(start)
    return `${line}:${column} ${rule}`
  })
}

let tarball = ''

beforeAll(() => {
  tarball = packPackage()
})

afterAll(() => rmSync(dirname(tarball), {recursive: true, force: true}))

describe.each([
  {version: '0.20', node: undefined},
  {version: '0.22', node: undefined},
  {version: '0.24', node: 24},
])('markdownlint-cli2 $version', ({version, node}) => {
  let project: Project
  const program = node === undefined ? process.execPath : nodeOfVersion(node)

  beforeAll(() => {
    const options = {
      customRules: ['plan-lint/markdownlint'],
      config: {extends: 'plan-lint/markdownlint/presets/phased.json'},
    }
    const packages = [tarball, `markdownlint-cli2@${version}`]
    project = new Project({...files, '.markdownlint-cli2.jsonc': JSON.stringify(options)}, packages)
  })

  afterAll(() => project.remove())

  const run = (file: File) => project.node(['node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs', file], program)

  /** `line:column rule`, as in the lines that markdownlint-cli2 writes for `file`. */
  const shown = (file: File, {stderr}: Outcome): string[] => {
    const line = new RegExp(`^${file.replace('.', '\\.')}:(\\d+)(?::(\\d+))? (?:error |warning )?plan-(\\S+) `)
    return stderr.split('\n').flatMap(text => {
      const [found, lineNumber, column = '1', rule] = line.exec(text) ?? []
      return found ? [`${lineNumber}:${column} ${rule}`] : []
    })
  }

  test('shows the findings of the engine', () => {
    const outcome = run('notes/faulty.md')
    expect(outcome.status).toBe(1)
    expect(shown('notes/faulty.md', outcome).sort()).toEqual(expected('notes/faulty.md').sort())
  })

  test('is content with a clean plan', () => {
    expect(run('notes/clean.md').stderr).not.toContain('plan-')
  })

  test('says nothing on a file that is no plan', () => {
    expect(run('README.md')).toMatchObject({status: 0, stderr: ''})
  })

  test('places what stands in the front matter', () => {
    expect(expected('notes/front.md')).toEqual(['3:21 directives'])
    // Line 6 is the first after the front matter and the blank line that markdownlint counts to it.
    const place = version === '0.24' ? '3:21' : '6:1'
    expect(shown('notes/front.md', run('notes/front.md'))).toEqual([`${place} directives`])
  })
})

describe('remark-cli', () => {
  let project: Project
  const remark = ['node_modules/remark-cli/cli.js', '--quiet', '--no-color']

  beforeAll(() => {
    const rc = JSON.stringify({plugins: ['plan-lint/remark/phased']})
    project = new Project({...files, '.remarkrc': rc}, [tarball, 'remark-cli@12'])
  })

  afterAll(() => project.remove())

  const run = (file: File) => project.node([...remark, file])

  const shown = ({stderr}: Outcome): string[] =>
    [...stderr.matchAll(/^\s*(\d+:\d+)\S*\s+(?:error|warning|info)\s.*?\splan-(\S+)\s+remark-lint$/gm)].map(
      ([, place, rule]) => `${place} ${rule}`,
    )

  test('shows the findings of the engine', () => {
    const outcome = run('notes/faulty.md')
    expect(outcome.status).toBe(1)
    expect(shown(outcome).sort()).toEqual(expected('notes/faulty.md').sort())
  })

  test('is content with a clean plan', () => {
    expect(run('notes/clean.md')).toMatchObject({status: 0, stderr: ''})
  })

  test('says nothing on a file that is no plan', () => {
    expect(run('README.md')).toMatchObject({status: 0, stderr: ''})
  })

  test('places what stands in the front matter', () => {
    expect(shown(run('notes/front.md')).sort()).toEqual(expected('notes/front.md').sort())
  })

  test('takes the preset for all plans too, and settings of single rules', () => {
    const rc = [
      `import planLint, {rules} from 'plan-lint/remark'`,
      `export default {plugins: [...planLint.plugins, [rules['plan-no-placeholders'], false]]}`,
    ].join('\n')
    project.write({'other/.remarkrc.mjs': rc, 'other/plan.md': files['notes/faulty.md']})
    const {stderr} = project.node([...remark, '--no-config', '--rc-path', 'other/.remarkrc.mjs', 'other/plan.md'])
    expect(stderr).toContain('plan-required-sections')
    expect(stderr).not.toContain('plan-no-placeholders')
  })
})

describe('the command line', () => {
  let project: Project

  beforeAll(() => {
    project = new Project(files, [tarball])
  })

  afterAll(() => project.remove())

  test('comes alone', () => {
    expect(project.installed()).toEqual(['plan-lint'])
  })

  test('shows the findings of the engine', () => {
    const {status, stdout} = project.npx('plan-lint', '--format', 'json', '--preset', 'phased', 'notes/faulty.md')
    expect(status).toBe(1)
    const report = JSON.parse(stdout) as {files: {findings: {line: number; column: number; rule: string}[]}[]}
    const shown = report.files[0]?.findings.map(({line, column, rule}) => `${line}:${column} ${rule}`)
    expect(shown).toEqual(expected('notes/faulty.md'))
  })

  test('is content with a clean plan', () => {
    expect(project.npx('plan-lint', 'notes/clean.md').status).toBe(0)
  })

  test('sets the project up, and takes what it wrote', () => {
    const options = ['init', '--plans', 'notes', '--pre-commit', '--agent', '--ci', 'github']
    expect(project.npx('plan-lint', ...options).status).toBe(0)
    expect(project.npx('plan-lint', ...options).stdout).toContain('kept  .pre-commit-config.yaml has it already\n')
    expect(project.npx('plan-lint').stdout).toContain('notes/faulty.md')
  })

  test('is imported by name', () => {
    const code = `import {lint} from 'plan-lint'; console.log(lint('# Plan\\n', {preset: 'phased'}).preset)`
    expect(project.node(['--input-type=module', '--eval', code])).toMatchObject({status: 0, stdout: 'phased\n'})
  })
})

describe('the types', () => {
  const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc')
  const strict =
    '--noEmit --strict --exactOptionalPropertyTypes --allowImportingTsExtensions --module nodenext --target es2023'
  const compile = (project: Project, file: string) => project.node([tsc, ...strict.split(' '), '--types', '', file])

  test('of the library need nothing else', () => {
    const project = new Project({'library-user.ts': libraryUser}, [tarball])
    expect(compile(project, 'library-user.ts')).toMatchObject({stdout: '', status: 0})
    project.remove()
  })

  test('of the hosts are those of markdownlint and unified', () => {
    const files = {'library-user.ts': libraryUser, 'host-user.ts': hostUser}
    const project = new Project(files, [tarball, 'markdownlint-cli2@0.20', 'remark-cli@12'])
    expect(compile(project, 'host-user.ts')).toMatchObject({stdout: '', status: 0})
    project.remove()
  })
})
