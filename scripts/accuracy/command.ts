import {resolve} from 'node:path'
import {parseArguments} from '../../cli/arguments.ts'
import type {LoadedWorld, Options, Values} from '../../cli/commands/command.ts'
import {complain, complainOf, print} from '../../cli/terminal.ts'
import {shownPath} from '../../config/paths.ts'
import {Problem} from '../../config/problem.ts'
import {measure} from './measure.ts'
import {disagreements} from './report/disagreements.ts'
import {figures} from './report/figures.ts'
import {isUpToDate, type Page, writePage} from './report/page.ts'

export const options = {
  docs: {type: 'string', value: 'folder', help: 'the plans'},
  labels: {type: 'string', value: 'file', multiple: true, help: 'what is true of them, as JSON Lines; several add up'},
  go: {type: 'string', value: 'file', help: 'their Go functions as a parser of Go reads them, as JSON Lines'},
  verbose: {type: 'boolean', help: 'list what is wrong, missed or exempt, too'},
  write: {type: 'boolean', help: 'write the figures into the page'},
  check: {type: 'boolean', help: 'fail where the page has other figures'},
  page: {type: 'string', value: 'file', help: 'another page than docs/accuracy.md'},
} as const satisfies Options

type Asked = Values<typeof options>

const command = 'npm run accuracy --'

/**
 * Measures plan-lint on labelled plans. Exit code: 0 the figures are printed or written, 1 the page has others, 2 bad
 * usage, or plans, labels or functions that cannot be read or do not fit each other.
 */
export async function accuracy(world: LoadedWorld): Promise<number> {
  try {
    const {values, positionals} = parseArguments(world.argv, {options}, command)
    if (values.help) {
      await print(world, help())
      return 0
    }
    if (positionals.length > 0) {
      throw new Problem(`"${positionals[0]}" is no option; name the folder of plans with --docs <folder>`)
    }
    return await run(world, values as Asked)
  } catch (error) {
    await complainOf(world, error)
    return 2
  }
}

async function run(world: LoadedWorld, asked: Asked): Promise<number> {
  const {docs, labels, go, verbose = false, write = false, check = false} = asked
  if (docs === undefined || labels === undefined) {
    throw new Problem(`--docs and --labels are needed: ${command} --docs <folder> --labels <file>`)
  }
  if (write && check) throw new Problem('--write and --check exclude each other; leave one out')
  if (asked.page !== undefined && !write && !check) throw new Problem('--page is for --write and --check; add one')
  const {plans, inFolder} = measure(world, {docs, labels, go})
  const markdown = figures(plans, inFolder)
  const shown = [...(write || check ? [] : [markdown]), ...(verbose ? [disagreements(plans, docs)] : [])]
  if (shown.length > 0) await print(world, `${shown.join('\n\n')}\n`)
  if (!write && !check) return 0

  const page = pageOf(world, asked)
  if (write) {
    writePage(world.fs, page, markdown)
    await print(world, `wrote ${page.shown}\n`)
  } else if (!isUpToDate(world.fs, page, markdown)) {
    await complain(world, [`${page.shown}: has other figures; write them with --write in the place of --check`])
    return 1
  }
  return 0
}

function pageOf({cwd}: LoadedWorld, {page}: Asked): Page {
  const file = page === undefined ? resolve(import.meta.dirname, '../../docs/accuracy.md') : resolve(cwd, page)
  return {file, shown: shownPath(cwd, file)}
}

function help(): string {
  const rows = Object.entries(options).map(([name, option]): [string, string] => [
    `--${name}${'value' in option ? ` <${option.value}>` : ''}`,
    option.help,
  ])
  const width = Math.max(...rows.map(([left]) => left.length))
  const lines = rows.map(([left, words]) => `  ${left.padEnd(width)}  ${words}`)
  return `Usage: ${command} --docs <folder> --labels <file> [options]

Measures how often plan-lint is right, on plans of which people said what is wrong with them.

Options:
${lines.join('\n')}

docs/accuracy.md says what the files hold.
`
}
