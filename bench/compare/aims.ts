import type {Comparison} from './compare.ts'
import {ratioOf} from './compare.ts'
import type {ContenderId} from './contenders.ts'

/** What a comparison should come to, at most. */
interface Aim {
  case: string
  what: string
  most: number
  /** As `most` reads; `measured` likewise. */
  shown(value: number): string
  measured(comparison: Comparison): number | undefined
}

const megabyte = 1_000_000

const timeOf =
  (id: ContenderId, to: ContenderId) =>
  (comparison: Comparison): number | undefined =>
    ratioOf(comparison, id, to)

/** What all processors were busy with one, to what they were with another. */
const processorTimeOf =
  (id: ContenderId, to: ContenderId) =>
  ({participants}: Comparison): number | undefined => {
    const [own, other] = [participants.get(id)?.resources, participants.get(to)?.resources]
    return own && other && own.processor / other.processor
  }

function memoryOf({participants}: Comparison): number | undefined {
  const memory = participants.get('planLint')?.resources?.memory
  return memory === undefined ? undefined : memory / megabyte
}

/** A share as `1/8`, what is more than all as `2.5`. */
export function ratio(value: number): string {
  return value < 1 ? `1/${(1 / value).toFixed(1).replace(/\.0$/, '')}` : value.toFixed(2)
}

const megabytes = (value: number) => `${Math.round(value)} MB`

export const aims: readonly Aim[] = [
  ...['one-plan', 'one-go-plan'].flatMap(id => [
    {case: id, what: 'Time, to `node -e 0`', most: 2.5, shown: ratio, measured: timeOf('planLint', 'node')},
    {
      case: id,
      what: 'Time, to markdownlint-cli2 with the same rules',
      most: 1 / 5,
      shown: ratio,
      measured: timeOf('planLint', 'sameRules'),
    },
  ]),
  {
    case: 'many-plans',
    what: 'Time, to markdownlint-cli2 with the same rules',
    most: 1 / 10,
    shown: ratio,
    measured: timeOf('planLint', 'sameRules'),
  },
  {case: 'many-plans', what: 'Time, to remark-cli', most: 1 / 20, shown: ratio, measured: timeOf('planLint', 'remark')},
  {case: 'many-plans', what: 'Time, to rumdl', most: 1, shown: ratio, measured: timeOf('planLint', 'rumdl')},
  {
    case: 'many-plans',
    what: 'Time of a next run with `--cache`, to the first',
    most: 1 / 2,
    shown: ratio,
    measured: timeOf('nextWithCache', 'firstWithCache'),
  },
  {case: 'many-plans', what: 'Peak memory', most: 200, shown: megabytes, measured: memoryOf},
  {
    case: 'large-repository',
    what: 'Time, to that without the rules about the repository',
    most: 2,
    shown: ratio,
    measured: timeOf('planLint', 'withoutRepository'),
  },
  {
    case: 'large-repository',
    what: 'Processor time, to that without the rules about the repository',
    most: 2,
    shown: ratio,
    measured: processorTimeOf('planLint', 'withoutRepository'),
  },
]
