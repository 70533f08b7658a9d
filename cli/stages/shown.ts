import type {Step, StepState} from '../../core/inspection/schedule.ts'
import {type Span, tableRows, wrapped} from '../layout.ts'
import {counted} from '../reporters/words.ts'
import type {Style} from '../style.ts'
import {harmless} from '../terminal.ts'

const marks: Record<StepState, string> = {
  done: '✔',
  skipped: '–',
  'in-progress': '▶',
  blocked: '✖',
  ready: '→',
  waiting: '·',
}

/** The waves for people: what belongs to each, how far it has come, what it waits for, and what can be begun now. */
export function stagesShown(path: string, steps: readonly Step[], style: Style): string {
  const {paint, columns, split} = style
  const rows = tableRows(
    steps.map(step => rowOf(step, style)),
    {width: columns - 2, split},
  )
  const waves = [...new Set(steps.map(({wave}) => wave))].map(wave => {
    const lines = steps.flatMap((step, index) => (step.wave === wave ? (rows[index] ?? []) : []))
    return [paint.bold(`Wave ${wave}`), ...lines.map(line => `  ${line}`)]
  })
  const head = wrapped([{text: `${harmless(path)}:`, paint: paint.bold}, {text: ` ${totals(steps)}`}], columns, split)
  return `${[head, ...waves, closing(steps, style)].map(lines => lines.join('\n')).join('\n\n')}\n`
}

function rowOf({id, name, state, waitsFor}: Step, {paint}: Style): Span[][] {
  const color = painterOf(state, paint)
  const words = state === 'in-progress' ? 'in progress' : state
  const awaited = state === 'waiting' ? [{text: ` waits for ${listed(waitsFor)}`, paint: paint.dim}] : []
  return [
    [
      {text: `${marks[state]} `, paint: color},
      {text: harmless(id), paint: paint.bold},
    ],
    [{text: words, paint: color}],
    [{text: `${harmless(name)}${name && awaited.length > 0 ? ',' : ''}`}, ...awaited],
  ]
}

function painterOf(state: StepState, paint: Style['paint']) {
  if (state === 'ready') return paint.green
  if (state === 'in-progress') return paint.cyan
  return state === 'blocked' ? paint.red : paint.dim
}

/** `a`, `a and b`, `a, b and c`; of more than four the first three and how many are left. */
function listed(ids: readonly string[]): string {
  const names = ids.map(harmless)
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function totals(steps: readonly Step[]): string {
  const waves = new Set(steps.map(({wave}) => wave)).size
  const over = steps.filter(({state}) => state === 'done').length
  return `${counted(steps.length, steps[0]?.kind ?? 'phase')} in ${counted(waves, 'wave')}, ${over} done`
}

function closing(steps: readonly Step[], {paint, columns, split}: Style): string[] {
  const idsOf = (state: StepState) => steps.filter(step => step.state === state).map(({id}) => id)
  const ready = idsOf('ready')
  if (ready.length > 0) {
    return wrapped(
      [{text: 'Ready to start:', paint: paint.bold}, {text: ` ${ready.map(harmless).join(', ')}`}],
      columns,
      split,
    )
  }
  if (steps.every(({state}) => state === 'done' || state === 'skipped')) return ['Nothing is left to start.']
  const going = [...idsOf('in-progress'), ...idsOf('blocked')]
  return wrapped(
    [{text: `Nothing is ready to start before ${listed(going)} ${going.length > 1 ? 'are' : 'is'} done.`}],
    columns,
    split,
  )
}
