import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {globSync} from 'tinyglobby'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {commands, isCommand} from '../../cli/commands/commands.ts'
import {options as accuracyOptions} from '../../scripts/accuracy/command.ts'
import {pagesWithExamples, withExamples} from '../../scripts/examples.ts'
import {buildIfStale} from '../built.ts'
import {type Block, blocksOf, commandsIn, readPage} from './blocks.ts'
import {projectOf} from './pages.ts'
import {programsIn, runLine} from './shell.ts'

const root = join(import.meta.dirname, '../..')

/** All pages for people; those of rules have a test of their own for each of their blocks. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...globSync(['docs/*.md', 'editors/*/README.md'], {cwd: root}).sort(),
]
const blocks = pages.flatMap(blocksOf)

const named = (block: Block) => `${block.page}:${block.line}`

describe('every block of a page is run, or read by what it is for', () => {
  /** Blocks that one test alone reads, by page and by words in them. */
  const others: readonly [page: string, words: string, test: string][] = [
    ['README.md', '<!-- plan-lint preset: staged -->', 'test/docs/readme.test.ts'],
    ['README.md', '- uses: plan-lint/plan-lint@', 'test/docs/ci.test.ts'],
    ['README.md', '"$schema"', 'test/cli/readme.test.ts'],
    ['README.md', 'defineConfig', 'test/cli/readme.test.ts'],
    ['README.md', '"customRules"', 'test/docs/readme.test.ts'],
    ['README.md', '"plan-lint/remark/phased"', 'test/docs/readme.test.ts'],
    ['README.md', "import {lint, readiness} from 'plan-lint'", 'test/docs/readme.test.ts'],
    ['docs/accuracy.md', '"kind": "doc"', 'test/docs/accuracy.test.ts'],
    ['docs/accuracy.md', '"hasBody"', 'test/docs/accuracy.test.ts'],
    ['docs/commands.md', '"PostToolUse"', 'test/docs/commands.test.ts'],
    ['docs/commands.md', 'forgotten-close.md:115:1 error', 'test/docs/commands.test.ts'],
    ['docs/commands.md', 'plan-setup plan', 'test/docs/commands.test.ts'],
    ['docs/custom.md', '# RFC', 'test/docs/custom.test.ts'],
    ['docs/custom.md', 'Section ', 'test/docs/custom.test.ts'],
    ['docs/reporters.md', '0 fixtures/go-phased/clean.md', 'test/docs/reporters.test.ts'],
  ]

  /** What reads a block; undefined where nothing does. */
  function readerOf(block: Block): string | undefined {
    const {page, language, info, content, before} = block
    const name = page.replace(/^docs\/|\.md$/g, '')
    const own = [`test/docs/${name}.test.ts`, `test/packed/${name}.test.ts`].find(path => existsSync(join(root, path)))
    const isOfDoctor = info === 'doctor' || info.startsWith('file=')
    if (page === 'docs/commands.md' && isOfDoctor) return 'test/docs/doctor.test.ts'
    if (commandsIn(block).length > 0) return 'test/docs/examples.test.ts'
    const isShown = language === 'console' && /^\$ (?:npx|node) /.test(content)
    const isFilledIn = (pagesWithExamples as readonly string[]).includes(page)
    if (isFilledIn && (isShown || /^<!-- npx plan-lint .* -->$/.test(before))) return 'test/docs/examples.test.ts'
    if (isShown || info.startsWith('file=')) return own
    if (info.startsWith('id=')) return 'test/editors/blocks.ts'
    return others.find(([where, words]) => where === page && content.includes(words))?.[2]
  }

  test.each(blocks.map(block => [named(block), block] as const))('%s', (_, block) => {
    const reader = readerOf(block)
    expect(reader, 'what is this block for?').toBeDefined()
    expect(existsSync(join(root, reader ?? '')), reader).toBe(true)
  })

  test('and no block is spoken of that is gone', () => {
    for (const [page, words] of others) {
      expect(
        blocks.some(block => block.page === page && block.content.includes(words)),
        `${page}: ${words}`,
      ).toBe(true)
    }
  })
})

// `npm run generate` writes the outputs into the pages.
test.each(pagesWithExamples)('%s shows what the commands print', async page => {
  const text = readPage(page)
  expect(await withExamples(text, root)).toBe(text)
})

/** A project in git, on a branch of its own, with plans wherever pages speak of some. */
function sampleProject(page: string): string {
  const folder = projectOf(readPage(page))
  symlinkSync(join(root, 'fixtures'), join(folder, 'fixtures'), 'dir')
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main']
    expect(spawnSync('git', [...identity, ...args], {cwd: folder, encoding: 'utf8'})).toMatchObject({status: 0})
  }
  const paths = ['plans/limits.md', 'docs/rfc-7.md', 'thoughts/shared/plans/a.md', 'specs/001-limits/plan.md']
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), '# Limits\n\nThe [NAME] limits.\n')
  }
  git('init')
  git('add', ...paths)
  git('commit', '-m', 'Begin')
  git('update-ref', 'refs/remotes/origin/main', 'HEAD')
  git('switch', '-c', 'work')
  writeFileSync(join(folder, 'plans/limits.md'), '# Limits\n\nThe [NAME] limits [OTHER NAME].\n')
  return folder
}

const told = blocks.flatMap(block => commandsIn(block).map(line => ({block, line})))

describe.each(pages.filter(page => told.some(({block}) => block.page === page)))('what %s says to run, runs', page => {
  let [folder, bin] = ['', '']

  beforeAll(async () => {
    await buildIfStale()
    folder = sampleProject(page)
    bin = programsIn(folder)
  }, 180_000)

  afterAll(() => rmSync(folder, {recursive: true, force: true}))

  const lines = told.filter(({block}) => block.page === page)
  test.each(lines.map(({block, line}) => [line, block.line] as const))('%s (line %i)', line => {
    const {status, stderr} = runLine(folder, line, bin)
    // Plans with findings fail a run, as they should.
    expect([0, 1], stderr).toContain(status)
  })
})

describe('what pages speak of in passing is there', () => {
  const words = pages.flatMap(page =>
    // Blocks were read above.
    Array.from(
      readPage(page)
        .replace(/^( *)(`{3,})[\s\S]*?^\1\2$/gm, '')
        .matchAll(/`([^`\n]+)`/g),
      ([, code = '']) => ({
        page,
        code,
      }),
    ),
  )

  const scripts = Object.keys(JSON.parse(readPage('package.json')).scripts)
  test.each(words.filter(({code}) => /^npm (?:run|test)/.test(code)))('$page: $code', ({code}) => {
    expect(scripts).toContain(code.replace(/^npm (?:run )?/, '').split(' ')[0])
  })

  test.each(words.filter(({code}) => code.startsWith('npx vitest run ')))('$page: $code', ({code}) => {
    expect(existsSync(join(root, code.split(' ')[3] ?? ''))).toBe(true)
  })

  const known = Promise.all(Object.values(commands).map(({load}) => load())).then(
    loaded => new Set([...loaded.flatMap(({options}) => Object.keys(options)), 'help', 'version']),
  )
  const calls = words.filter(({code}) => /(?:^| )plan-lint(?: |$)/.test(code) && !code.startsWith('npm '))
  test.each(calls)('$page: $code', async ({code}) => {
    const [, args = ''] = /plan-lint ?(.*)$/.exec(code) ?? []
    const [first = ''] = args.split(' ')
    expect(isCommand(first) || /^(?:|help|-.*|<.*|\[.*|.*[./].*|@.*)$/.test(first), first).toBe(true)
    for (const [, option = ''] of args.matchAll(/--([\w-]+)/g)) expect(await known).toContain(option)
  })

  /** Options of other programs that pages speak of, and of `npm run accuracy`. */
  const foreign = ['frail', 'no', 'text', 'update', ...Object.keys(accuracyOptions)]
  test.each(words.filter(({code}) => /^--\w/.test(code)))('$page: $code', async ({code}) => {
    const [, option = ''] = /^--([\w-]+)/.exec(code) ?? []
    expect([...(await known), ...foreign]).toContain(option)
  })
})
