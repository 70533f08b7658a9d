import {availableParallelism} from 'node:os'
import process from 'node:process'
import {parseArguments} from '../cli/arguments.ts'
import type {Option, Options, Values} from '../cli/commands/command.ts'
import {complainOf, print, write} from '../cli/terminal.ts'
import {didYouMean} from '../config/did-you-mean.ts'
import {Problem} from '../config/problem.ts'
import {writeFigures} from './page.ts'

export interface Measurement {
  /** The script of `package.json` that runs it; also the comments between which the page holds its figures. */
  script: string
  summary: string
  /** What it can be limited to. */
  parts: readonly string[]
  /** Other ways to limit it. */
  limits?: Options
  /**
   * Measures those parts, and says in `tell` what it is at. Returns Markdown.
   * @throws {Problem} when `limits` leave nothing to measure
   */
  run(parts: readonly string[], tell: (words: string) => Promise<void>, limits: Values<Options>): Promise<string>
}

const options = {write: {type: 'boolean', help: 'writes the figures into docs/performance.md'}} as const

/**
 * Measures what the command line asks for, and prints the figures or writes them into the page. Exit code: 0 that is
 * done, 2 bad usage, or something does not run that was to be measured.
 */
export async function command(measurement: Measurement): Promise<void> {
  const {argv, stdout, stderr, env} = process
  try {
    const {script, limits = {}} = measurement
    const {values, positionals} = parseArguments(
      argv.slice(2),
      {options: {...options, ...limits}},
      `npm run ${script} --`,
    )
    if (values.help) return await print({stdout}, help(measurement))
    const parts = partsNamed(measurement, positionals)
    const isLimited = positionals.length > 0 || Object.keys(limits).some(name => values[name] !== undefined)
    if (values.write && isLimited) throw new Problem('--write is for all figures; name no part of them')
    const figures = await measurement.run(parts, words => write(stderr, `${words}\n`), values)
    const markdown = `${surroundings()}\n\n${figures}`
    if (values.write) writeFigures(script, markdown)
    else await print({stdout}, `${markdown}\n`)
  } catch (error) {
    await complainOf({stderr, env}, error)
    process.exitCode = 2
  }
}

/** @throws {Problem} when a name is none of a part */
function partsNamed({parts}: Measurement, names: readonly string[]): readonly string[] {
  const unknown = names.find(name => !parts.includes(name))
  if (unknown !== undefined)
    throw new Problem(
      `"${unknown}" is nothing to measure${didYouMean(unknown, parts) || `; there are ${parts.join(', ')}`}`,
    )
  return names.length > 0 ? names : parts
}

function help({script, summary, parts, limits = {}}: Measurement): string {
  const named = Object.entries({...options, ...limits}).map(
    ([name, {value, help: words}]: [string, Option]) => [value ? `--${name} <${value}>` : `--${name}`, words] as const,
  )
  const width = Math.max(...named.map(([name]) => name.length))
  return `Usage: npm run ${script} -- [options] [parts]

${summary}

${named.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`).join('\n')}

Parts: ${parts.join(', ')}.
`
}

/** What figures depend on, besides the machine. */
function surroundings(): string {
  return `Node ${process.versions.node} on ${process.platform}, ${availableParallelism()} processors.`
}
