import {median} from '../statistics.ts'
import {type Case, type Pair, patience} from './cases.ts'
import {type ContenderId, contenders} from './contenders.ts'
import {Participant} from './participant.ts'
import {withPlans} from './place.ts'

export interface Comparison {
  of: Case
  /** Each contender of the case, with what became of it. */
  participants: ReadonlyMap<ContenderId, Participant>
  /** Of each pair one for each time that both have run; none where one of them cannot take part. */
  ratios: ReadonlyMap<Pair, readonly number[]>
}

/**
 * Runs the contenders of a case pair by pair.
 * @throws {Problem} when one of them has not linted the plans
 */
export async function compare(of: Case, tell: (words: string) => Promise<void>): Promise<Comparison> {
  return withPlans(of, async plans => {
    const ids = new Set(of.pairs.flatMap(({own, to}) => [own, to]))
    const participants = new Map(Array.from(ids, id => [id, new Participant(contenders[id], plans, of)]))
    const ratios = new Map<Pair, number[]>()
    for (const pair of of.pairs) {
      await tell(`${of.title}: ${contenders[pair.own].name} and ${contenders[pair.to].name}`)
      const [own, other] = [participants.get(pair.own) as Participant, participants.get(pair.to) as Participant]
      ratios.set(pair, await ratiosOf(own, other, of))
    }
    return {of, participants, ratios}
  })
}

/** How long `own` takes to `other`, each time anew; who begins changes, as who comes after whom must not matter. */
async function ratiosOf(own: Participant, other: Participant, {rounds, patience: most = patience}: Case) {
  const ratios: number[] = []
  let spent = 0
  for (let round = 0; round < rounds && spent < most; round++) {
    const isFirst = round % 2 === 0
    const first = await (isFirst ? own : other).run()
    const second = await (isFirst ? other : own).run()
    if (first === undefined || second === undefined) return []
    spent += first + second
    ratios.push(isFirst ? first / second : second / first)
  }
  return ratios
}

/** The median over the runs of a pair; undefined where there is none, or one of the two is out. */
export function ratioOf({ratios}: Comparison, own: ContenderId, to: ContenderId): number | undefined {
  for (const [pair, values] of ratios)
    if (pair.own === own && pair.to === to && values.length > 0) return median(values)
  return undefined
}
