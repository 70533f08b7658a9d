import {table} from '../../scripts/docs.ts'
import {median} from '../statistics.ts'
import {aims, ratio} from './aims.ts'
import {type Comparison, ratioOf} from './compare.ts'
import {type ContenderId, contenders} from './contenders.ts'
import type {Participant} from './participant.ts'

const alignment = ['---', '---:', '---:', '---:', '---:', '---:']

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

function row(comparison: Comparison, id: ContenderId, {times, resources, failure = ''}: Participant): string[] {
  const {name} = contenders[id]
  if (!resources) return [name, failure, '–', '–', '–', '–']
  const own = ratioOf(comparison, 'planLint', id)
  return [
    name,
    time(median(times)),
    String(times.length),
    own === undefined ? '–' : ratio(own),
    time(resources.processor),
    `${Math.round(resources.memory / 1e6)} MB`,
  ]
}

/** A table of all contenders for each case. */
export function comparisonTables(comparisons: readonly Comparison[]): string {
  const head = ['Run', 'Time', 'Runs', 'plan-lint, to it', 'Processor time', 'Peak memory']
  return comparisons
    .map(comparison => {
      const rows = Array.from(comparison.participants, ([id, participant]) => row(comparison, id, participant))
      return `### ${comparison.of.title}\n\n${table(head, rows, alignment)}`
    })
    .join('\n\n')
}

/** What the cases that were run should come to, and whether they do. */
export function aimsTable(comparisons: readonly Comparison[]): string {
  const rows = aims.flatMap(({case: id, what, most, shown, measured}) => {
    const comparison = comparisons.find(({of}) => of.id === id)
    if (!comparison) return []
    const value = measured(comparison)
    const isMet = value !== undefined && value <= most
    return [
      [comparison.of.title, what, shown(most), value === undefined ? '–' : shown(value), isMet ? 'yes' : '**no**'],
    ]
  })
  return rows.length === 0 ? '' : table(['Case', 'Aim', 'At most', 'Measured', 'Met'], rows)
}
