import {table} from '../../scripts/docs.ts'
import {missesAim, most} from './aims.ts'
import type {Group} from './groups.ts'
import type {Growth} from './measure.ts'

export type GroupGrowth = Readonly<{group: Group; growths: readonly Growth[]}>

const alignment = ['---', '---:', '---:', '---:']
const size = (length: number) => `${(length / 1_000_000).toFixed(1)} MB`
const seconds = (value: number) => `${value.toFixed(2)} s`

function textsTable(growths: readonly Growth[]): string {
  const rows = growths.map(({text, length, perMillion, exponent}) => [
    text.name.replaceAll('|', '\\|'),
    size(length),
    seconds(perMillion),
    exponent.toFixed(2),
  ])
  return table(['Text', 'Up to', 'Time per MB', 'Exponent'], rows, alignment)
}

/** A row for each group: what grows most in it, and what takes longest. */
function groupsTable(groups: readonly GroupGrowth[]): string {
  const rows = groups.map(({group, growths}) => [
    group.title,
    String(growths.length),
    seconds(Math.max(...growths.map(({perMillion}) => perMillion))),
    Math.max(...growths.map(({exponent}) => exponent)).toFixed(2),
  ])
  return table(['Texts', 'Kinds', 'Longest time per MB', 'Largest exponent'], rows, alignment)
}

/** All groups in short, and whatever misses an aim at length. */
export function overview(groups: readonly GroupGrowth[]): string {
  const beyond = groups.flatMap(({growths}) => growths).filter(missesAim)
  const limits = `an exponent of ${most.exponent.toFixed(1)} or ${most.perMillion} s per MB`
  const verdict = beyond.length === 0 ? `No text is above ${limits}.` : `Above ${limits}:`
  return [groupsTable(groups), verdict, ...(beyond.length > 0 ? [textsTable(beyond)] : [])].join('\n\n')
}

/** Every text of each group. */
export function details(groups: readonly GroupGrowth[]): string {
  return groups.map(({group, growths}) => `### ${group.title}\n\n${textsTable(growths)}`).join('\n\n')
}
