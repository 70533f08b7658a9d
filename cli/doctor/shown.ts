import type {LoadedWorld} from '../commands/command.ts'
import {wrapped} from '../layout.ts'
import {counted} from '../reporters/words.ts'
import {type Style, styleFor} from '../style.ts'
import {harmless, print} from '../terminal.ts'
import type {Check, Fault} from './check.ts'
import type {Examined, Status} from './examined.ts'

/** Prints each check as soon as it is made, then what they come to; returns all of them. */
export async function showAll(
  examined: AsyncIterable<Examined>,
  checks: readonly Check[],
  world: LoadedWorld,
  color: boolean | undefined,
): Promise<Examined[]> {
  const width = Math.max(...checks.map(({name}) => name.length))
  const all: Examined[] = []
  for await (const one of examined) {
    all.push(one)
    const style = await styleFor(world, color, [JSON.stringify(one)])
    if (!isAbsent(one)) await print(world, shown(one, width, style))
  }
  await print(world, `${all.every(isAbsent) ? '' : '\n'}${closing(all, await styleFor(world, color, []))}`)
  return all
}

function isAbsent({status}: Examined): boolean {
  return status === 'absent'
}

const indent = ' '.repeat(4)

function shown({check, status, summary, problems}: Examined, width: number, style: Style): string {
  const {paint, columns, split} = style
  const begin = `${markOf(status, style)} ${paint.bold(check.padEnd(width))}  `
  const room = columns - width - 4
  const lines = wrapped([{text: harmless(summary)}], room, split)
  const head = lines.map((line, index) => (index === 0 ? begin + line : ' '.repeat(width + 4) + line))
  return `${[...head, ...problems.flatMap(problem => problemLines(problem, style))].join('\n')}\n`
}

function problemLines({severity, message, advice}: Fault, style: Style): string[] {
  const {paint, columns, split} = style
  const mark = severity === 'error' ? paint.red('✖') : paint.yellow('!')
  const lines = wrapped([{text: harmless(message)}], columns - indent.length - 2, split)
  const todo = advice === undefined ? [] : wrapped([{text: harmless(advice)}], columns - indent.length - 4, split)
  return [
    ...lines.map((line, index) => `${indent}${index === 0 ? mark : ' '} ${line}`),
    ...todo.map((line, index) => `${indent}  ${index === 0 ? paint.dim('=') : ' '} ${line}`),
  ]
}

function markOf(status: Status, {paint}: Style): string {
  if (status === 'passed') return paint.green('✔')
  return status === 'warning' ? paint.yellow('!') : paint.red('✖')
}

function closing(all: readonly Examined[], {paint, columns, split}: Style): string {
  const absent = all.filter(isAbsent).map(({check}) => check)
  const count = (...statuses: Status[]) => all.filter(({status}) => statuses.includes(status)).length
  const [failed, warned] = [count('failed', 'unchecked'), count('warning')]
  const made = counted(all.length - absent.length, 'check')
  const warnings = warned > 0 ? `, ${warned} with ${warned === 1 ? 'a warning' : 'warnings'}` : ''
  const total =
    failed + warned === 0 ? `${made} passed` : `${made}: ${failed === 0 ? 'none' : failed} failed${warnings}`
  const mark =
    failed > 0 ? paint.red(`✖ ${total}`) : warned > 0 ? paint.yellow(`! ${total}`) : paint.green(`✔ ${total}`)
  if (absent.length === all.length) return `${paint.red(paint.bold(`✖ not used here: ${absent.join(', ')}`))}\n`
  const rest = wrapped([{text: `Not used here: ${absent.join(', ')}`}], columns, split).map(line => paint.dim(line))
  return `${[...(absent.length > 0 ? rest : []), paint.bold(mark)].join('\n')}\n`
}
