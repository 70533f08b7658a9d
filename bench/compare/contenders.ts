import {existsSync, rmSync} from 'node:fs'
import {join, resolve} from 'node:path'
import process from 'node:process'
import {rules} from '../../rules/index.ts'
import type {CommandLine, Contender, Plans} from './contender.ts'
import {millisecondsOf} from './execute.ts'
import {fileOf, rumdlProgram} from './rivals.ts'

const bin = resolve(import.meta.dirname, '../../dist/bin/plan-lint.js')
const cache = '.cache'

function node(...args: string[]): CommandLine {
  return {file: process.execPath, args}
}

/** The number that `pattern` finds in an output. */
const numberIn = (pattern: RegExp) => (output: string) => Number(pattern.exec(output)?.[1])

const planLintFiles = numberIn(/^(?:✔ no findings in|✖ .+ in \d+ of) (\d+) files?$/m)

/** What looks at the repository around a plan. */
const aboutRepository = rules.filter(({group}) => group === 'repository').map(({id}) => id)

const withCache = ({path}: Plans) => node(bin, '--cache', '--cache-location', cache, path)

function markdownlintWith(config: string): Pick<Contender, 'command' | 'filesIn'> {
  const program = () => fileOf('markdownlint-cli2', 'markdownlint-cli2-bin.mjs')
  return {
    command: ({path}) => node(program(), '--config', config, path.endsWith('.md') ? path : `${path}/**/*.md`),
    filesIn: numberIn(/^Linting: (\d+) file\(s\)$/m),
  }
}

export const contenders = {
  planLint: {name: 'plan-lint', command: ({path}) => node(bin, path), filesIn: planLintFiles},
  withoutRepository: {
    name: 'plan-lint without these rules',
    command: ({path}) => node(bin, ...aboutRepository.flatMap(id => ['--rule', `${id}:off`]), path),
    filesIn: planLintFiles,
  },
  firstWithCache: {
    name: 'plan-lint `--cache`, first run',
    command: withCache,
    prepare: ({folder}) => rmSync(join(folder, cache), {recursive: true, force: true}),
    filesIn: planLintFiles,
  },
  nextWithCache: {
    name: 'plan-lint `--cache`, next run',
    command: withCache,
    prepare: plans => {
      if (!existsSync(join(plans.folder, cache))) millisecondsOf(withCache(plans), plans.folder)
    },
    filesIn: planLintFiles,
  },
  rumdl: {
    name: 'rumdl',
    command: ({path}) => ({file: rumdlProgram(), args: ['check', '--no-cache', '--disable', 'MD013', path]}),
    filesIn: numberIn(/ in (?:\d+\/)?(\d+) files? \(/),
  },
  sameRules: {name: 'markdownlint-cli2, same rules', ...markdownlintWith('same.markdownlint-cli2.jsonc')},
  ownRules: {name: 'markdownlint-cli2, own rules', ...markdownlintWith('own.markdownlint-cli2.jsonc')},
  remark: {
    name: 'remark-cli',
    command: ({path}) =>
      node(fileOf('remark-cli', 'cli.js'), '--no-color', '--rc-path', 'remarkrc.json', '--no-stdout', path),
    filesIn: output => output.match(/^\S.*\.md(?:: no issues found)?$/gm)?.length ?? Number.NaN,
  },
  node: {name: '`node -e 0`', command: () => node('-e', '0')},
} as const satisfies Record<string, Contender>

export type ContenderId = keyof typeof contenders
