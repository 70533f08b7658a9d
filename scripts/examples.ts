import {createReadStream, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {Writable} from 'node:stream'
import {main} from '../cli/main.ts'

/** The pages that `withExamples` is for. */
export const pagesWithExamples = ['README.md', 'docs/commands.md', 'docs/reporters.md'] as const

/** More paragraphs of output than these are left out, up to the last. */
const mostParagraphs = 4
/** More lines of one paragraph than these are left out, up to the last. */
const mostLines = 40

/**
 * Fills in what a page shows of plan-lint, run in `root`: below `$ npx plan-lint …` in a `console` fence the output as
 * a terminal of 80 columns shows it, of a long one the beginning and the end (a command may end in `< file`); below
 * `<!-- npx plan-lint … -->` the JSON that it prints, indented. What stands in the fences `console new-project` is run
 * in one new project, in their order.
 */
export async function withExamples(page: string, root: string): Promise<string> {
  const report = /(?<=^```console\n\$ npx plan-lint (.*)\n)[\s\S]*?(?=^```$)/gm
  const inProject = /(?<=^```console new-project\n\$ npx plan-lint (.*)\n)[\s\S]*?(?=^```$)/gm
  const json = /(?<=^<!-- npx plan-lint (.*) -->\n\n```json\n)[\s\S]*?(?=^```$)/gm
  const project = newProject()
  try {
    let shown = await replaced(page, report, async argv => shortened(await outputOf(argv, root)))
    shown = await replaced(shown, inProject, async argv => shortened(await outputOf(argv, project)))
    return await replaced(
      shown,
      json,
      async argv => `${JSON.stringify(JSON.parse(await outputOf(argv, root)), null, 2)}\n`,
    )
  } finally {
    rmSync(project, {recursive: true, force: true})
  }
}

/** A folder in which plan-lint is known, but not set up; whoever asks for it removes it. */
function newProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-example-'))
  writeFileSync(join(folder, 'package.json'), '{"devDependencies": {"plan-lint": "*"}}\n')
  writeFileSync(join(folder, 'package-lock.json'), '{}\n')
  return folder
}

async function replaced(page: string, blocks: RegExp, render: (argv: string[]) => Promise<string>): Promise<string> {
  const outputs: string[] = []
  for (const [, argv = ''] of page.matchAll(blocks)) outputs.push(await render(wordsOf(argv)))
  return page.replace(blocks, () => outputs.shift() ?? '')
}

/** The arguments of a command line, those in quotes whole. */
function wordsOf(line: string): string[] {
  return Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([all, quoted]) => quoted ?? all)
}

async function outputOf(words: string[], cwd: string): Promise<string> {
  let output = ''
  const terminal = () => {
    const stream = new Writable({
      write(chunk, _encoding, done) {
        output += String(chunk)
        done()
      },
    })
    return Object.assign(stream, {isTTY: true, columns: 80})
  }
  const [argv, file] = redirected(words)
  const stdin = file === undefined ? {} : {stdin: () => createReadStream(resolve(cwd, file))}
  // Such a terminal shows no progress, which depends on how long a run takes.
  await main({argv, cwd, env: {NO_COLOR: '1', TERM: 'dumb'}, stdout: terminal(), stderr: terminal(), ...stdin})
  return output
}

function redirected(words: string[]): [argv: string[], file?: string] {
  const at = words.indexOf('<')
  const file = words[at + 1]
  return at < 0 || file === undefined ? [words] : [words.slice(0, at), file]
}

/** The beginning and the end of a long output. */
export function shortened(output: string): string {
  const paragraphs = output.split('\n\n')
  if (paragraphs.length > mostParagraphs + 1) {
    return [...paragraphs.slice(0, mostParagraphs), '…', paragraphs.at(-1)].join('\n\n')
  }
  const lines = output.trimEnd().split('\n')
  if (paragraphs.length > 1 || lines.length <= mostLines + 1) return output
  return `${[...lines.slice(0, mostLines), '…', lines.at(-1)].join('\n')}\n`
}
