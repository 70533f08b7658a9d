import {tableRows} from '../layout.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import type {Next} from './next.ts'
import type {Left, Step} from './step.ts'

/** What has become of the files, what is left to do by hand, and how to go on. */
export function stepsShown(steps: readonly Step[], next: Next, style: Style): string {
  const {paint} = style
  const left = steps.filter(step => step.kind === 'left')
  const parts = [
    filesShown(steps, style),
    ...left.map(step => leftShown(step, style)),
    `${paint.bold('Next')}\n${next.commands.map(command => `  ${harmless(command)}\n`).join('')}`,
    ...(next.note === undefined ? [] : [`${next.note}\n`]),
  ]
  return parts.filter(part => part !== '').join('\n')
}

function filesShown(steps: readonly Step[], {paint, columns, split}: Style): string {
  const rows = steps.flatMap(step => {
    const path = {text: harmless(step.path)}
    switch (step.kind) {
      case 'create':
        return [[[{text: 'created', paint: paint.green}], [path]]]
      case 'change':
        return [[[{text: 'added to', paint: paint.green}], [path]]]
      case 'settled':
        return [[[{text: 'kept', paint: paint.dim}], [path, {text: ` ${step.why}`, paint: paint.dim}]]]
      default:
        return []
    }
  })
  return tableRows(rows, {width: columns, split})
    .flat()
    .map(line => `${line}\n`)
    .join('')
}

function leftShown({path, why, paste}: Left, {paint}: Style): string {
  const told = `${paint.yellow('left to you')}  ${harmless(path)} ${harmless(why)}`
  if (paste === undefined) return `${told}\n`
  return `${told}:\n\n${paste.split('\n').map(harmless).join('\n')}`
}
