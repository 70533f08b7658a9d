import {shownPath} from '../../config/paths.ts'
import {type Span, tableRows} from '../layout.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'
import type {Task} from './decide.ts'
import {gitArguments} from './git.ts'

const words: Record<Task['kind'], string> = {add: 'created', redo: 'made anew', unlock: 'finished', keep: 'kept'}

/** What has become of each stage, for people: the lines of each of `tasks`, then those of what is `done`. */
export function tasksShown(tasks: readonly Task[], done: readonly string[], cwd: string, style: Style): string[] {
  const {paint, columns, split} = style
  const rows = tasks.map(({kind, wanted, folder}): Span[][] => [
    [{text: words[kind], paint: kind === 'keep' ? paint.dim : paint.green}],
    [{text: harmless(wanted.id), paint: paint.bold}],
    [{text: harmless(shownPath(cwd, folder))}, {text: ` on ${harmless(wanted.branch)}`, paint: paint.dim}],
  ])
  const left = done.map((id): Span[][] => [
    [{text: 'left out', paint: paint.dim}],
    [{text: harmless(id), paint: paint.bold}],
    [{text: 'is done; --stage names it all the same', paint: paint.dim}],
  ])
  return tableRows([...rows, ...left], {width: columns, split}).map(lines => lines.map(line => `${line}\n`).join(''))
}

/** The commands that would be run, a line for each, with remarks as comments. */
export function commandsShown(tasks: readonly Task[], done: readonly string[], cwd: string): string {
  const lines = tasks.flatMap(task => {
    const {id} = task.wanted
    const place = harmless(shownPath(cwd, task.folder))
    if (task.kind === 'keep') return [`# ${harmless(id)} has its worktree in ${place}`]
    const command = ['git', ...gitArguments(task.args)].map(inShell).join(' ')
    if (task.kind === 'redo')
      return [`# ${place} was begun and not finished: what git has put there goes first`, command]
    return [command]
  })
  const left = done.map(id => `# ${harmless(id)} is done; --stage names it all the same`)
  return [...lines, ...left].map(line => `${line}\n`).join('')
}

/** As a shell of POSIX takes it for one word. */
function inShell(argument: string): string {
  const shown = harmless(argument)
  return /^[\w@%+=:,./-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`
}
