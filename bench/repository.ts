import type {PlanFile} from './plans.ts'
import {nouns, RandomWords} from './random-words.ts'

/** What one commit does with the files of a repository. */
export interface Commit {
  /** By path from the root; absent ones come to be. */
  written: ReadonlyMap<string, string>
  moved: readonly {from: string; to: string}[]
}

/** Of the commits that are looked at the first ones add files, the others move them. */
const adding = 900
const moving = 100
/** A plan names no line below it. */
const text = 'line\n'.repeat(350)
/** Where the plans of the generator have their files. */
const named = /(?<![\w/.-])(?:internal|src)\/\w+\/\w+\.(?:go|ts|java)\b/g
/** Of ten files or commands that plans name so many are there. */
const sound = 0.9

/**
 * The history of a repository in which `plans` stand, with `count` files besides. Of ten files that they name nine are
 * there, and the other one has been moved or never was; of the files that they create, too. The same arguments give the
 * same repository.
 */
export function repositoryAround(plans: readonly PlanFile[], count: number, seed = 1): Commit[] {
  const words = new RandomWords(seed)
  const files = new Map<string, string>(commandFiles(words))
  const moved: Commit['moved'][number][] = []
  for (const path of new Set(plans.flatMap(({text}) => text.match(named) ?? []))) {
    const isSound = words.below(1) < sound
    if (!isSound && words.below(1) < 0.5) continue
    files.set(path, text)
    if (!isSound) moved.push({from: path, to: `pkg/${words.noun}/${path.slice(path.lastIndexOf('/') + 1)}`})
  }
  while (files.size < count) files.set(`lib/${words.noun}/${words.path('ts')}`, '')
  const ofPlans = plans.map(({path, text}) => [`plans/${path}`, text] as const)
  return [
    // What a commit changes lies side by side.
    ...parts([...files].sort(), adding).map(written => ({written: new Map(written), moved: []})),
    {written: new Map(ofPlans), moved: []},
    ...parts(moved, moving).map(moved => ({written: new Map(), moved})),
  ]
}

/** Files that hold most of the commands that plans name. */
function commandFiles(words: RandomWords): [path: string, text: string][] {
  const names = nouns.filter(() => words.below(1) < sound)
  const scripts = Object.fromEntries(['test', ...names].map(name => [name, 'true']))
  return [
    ['Makefile', names.map(name => `${name}:\n\ttrue\n`).join('\n')],
    ['package.json', JSON.stringify({private: true, scripts})],
    ['go.mod', 'module example.org/bench\n'],
  ]
}

/** A list cut into `count` parts of nearly the same length. */
function parts<T>(list: readonly T[], count: number): T[][] {
  const cut = (index: number) => Math.round((index * list.length) / count)
  return Array.from({length: count}, (_, index) => list.slice(cut(index), cut(index + 1)))
}
