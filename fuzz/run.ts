import {complain, print} from '../cli/terminal.ts'
import type {World} from '../cli/world.ts'
import {keepCase} from './case-file.ts'
import type {Child} from './child-process.ts'
import type {AnyKind} from './kinds/kind.ts'
import {command, type RunAsked} from './options.ts'
import {smallestLost} from './smallest-lost.ts'

/** Between two lines of progress; milliseconds. */
const pause = 60_000

/** Tries cases of each kind in turn until the time is over. Exit code: 0 all is well, 1 something is not. */
export async function run(world: World, kinds: readonly AnyKind[], asked: RunAsked, child: Child): Promise<number> {
  const {minutes, seed, names} = asked
  await print(world, `fuzz: ${minutes} min, seed ${seed}: ${names.join(', ')}\n`)
  const began = Date.now()
  const tried = new Map<string, number>()
  const seen = new Map<string, number>()
  let told = began
  for (let round = 0; Date.now() - began < minutes * 60_000; round++) {
    const kind = kinds.filter(({name}) => names.includes(name))[round % names.length] as AnyKind
    // Neighbours in a row of seeds would be alike.
    const own = (seed + Math.imul(round, 0x9e3779b1)) | 0
    const {value, faults} = await batch(kind, own, child)
    tried.set(kind.name, (tried.get(kind.name) ?? 0) + kind.batch)
    const [fault] = faults
    if (fault !== undefined) {
      const sort = `${kind.name}: ${fault.split('\n')[0]?.replace(/\d+|"[^"]*"/g, '…')}`
      if (!seen.has(sort)) await tell(world, {kind: kind.name, seed: own, faults, value})
      seen.set(sort, (seen.get(sort) ?? 0) + 1)
    }
    if (Date.now() - told < pause) continue
    told = Date.now()
    await print(world, `${Math.round((told - began) / 60_000)} min: ${sum(tried)} cases, ${faultsOf(seen)}\n`)
  }
  for (const [name, count] of tried) await print(world, `  ${name}: ${count}\n`)
  await print(world, `fuzz: ${sum(tried)} cases, ${faultsOf(seen)}\n`)
  return seen.size > 0 ? 1 : 0
}

interface Found {
  value?: unknown
  faults: readonly string[]
}

async function batch(kind: AnyKind, seed: number, child: Child): Promise<Found> {
  const outcome = await child.ask({kind: kind.name, seed})
  return outcome.state === 'done' ? outcome : smallestLost(kind, outcome, child)
}

async function tell(world: World, faulty: {kind: string; seed: number} & Found): Promise<void> {
  const path = keepCase(world.cwd, {value: undefined, ...faulty})
  const [fault = ''] = faulty.faults
  await complain(world, [`${faulty.kind}: ${fault.split('\n')[0]}`])
  await print(world, `  seed   ${faulty.seed}\n  case   ${path}\n  again  ${command} --repeat ${path}\n`)
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0)
}

function faultsOf(seen: ReadonlyMap<string, number>): string {
  const found = sum(seen)
  return found === 0 ? 'no faults' : `${found} with a fault of ${seen.size} sorts`
}
