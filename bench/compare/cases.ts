import {type PlanFile, planOf, plansOf} from '../plans.ts'
import {type Commit, repositoryAround} from '../repository.ts'
import type {ContenderId} from './contenders.ts'

/** Two that run next to each other, again and again: how long the first takes, to the second. */
export interface Pair {
  own: ContenderId
  to: ContenderId
}

/** Plans that all contenders lint. */
export interface Case {
  id: string
  title: string
  plans(): PlanFile[]
  /** The history of a repository that they stand in; absent where they stand in none. */
  repository?(plans: readonly PlanFile[]): Commit[]
  pairs: readonly Pair[]
  /** How often each pair runs, at most. */
  rounds: number
  /** No pair begins anew that has taken so long; in milliseconds, `patience` where it is absent. */
  patience?: number
  /** How often each runs to tell what it takes; runs of a few hundredths of a second have to be added up. */
  runs: number
  /** Who takes longer for all these runs is out. */
  mostSeconds: number
}

/** In milliseconds. */
export const patience = 10_000

const against = (...rivals: readonly ContenderId[]): Pair[] => rivals.map(to => ({own: 'planLint', to}))
const linters = against('rumdl', 'sameRules', 'ownRules', 'remark')
const cached: Pair = {own: 'nextWithCache', to: 'firstWithCache'}

export const cases: readonly Case[] = [
  {
    id: 'one-plan',
    title: 'One plan',
    plans: () => [{path: 'plan.md', text: planOf('humanlayer', 15_000)}],
    pairs: [...linters, ...against('node')],
    rounds: 15,
    runs: 10,
    mostSeconds: 60,
  },
  {
    id: 'one-go-plan',
    title: 'One plan with code in Go',
    plans: () => [{path: 'plan.md', text: planOf('go-phased', 15_000)}],
    pairs: against('node', 'sameRules'),
    rounds: 15,
    runs: 10,
    mostSeconds: 60,
  },
  {
    id: 'some-plans',
    title: '20 plans',
    plans: () => plansOf(20),
    pairs: [...linters, cached],
    rounds: 9,
    runs: 3,
    mostSeconds: 60,
  },
  {
    id: 'many-plans',
    title: '1,000 plans',
    plans: () => plansOf(1000),
    pairs: [...linters, cached],
    rounds: 3,
    runs: 1,
    mostSeconds: 120,
  },
  {
    id: 'large-repository',
    title: '1,000 plans in a repository of 100,000 files',
    plans: () => plansOf(1000),
    repository: plans => repositoryAround(plans, 100_000),
    pairs: against('withoutRepository'),
    rounds: 3,
    // One pair alone says little where so many files have just been written.
    patience: 120_000,
    runs: 1,
    mostSeconds: 120,
  },
  {
    id: 'large-plan',
    title: 'One plan of 10 MB',
    plans: () => [{path: 'plan.md', text: planOf('phased', 10_000_000)}],
    pairs: linters,
    rounds: 3,
    runs: 1,
    mostSeconds: 30,
  },
]
