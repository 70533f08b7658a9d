import {writeFileSync} from 'node:fs'
import fc from 'fast-check'
import type {AnyKind} from './kinds/kind.ts'
import type {Answer, Order} from './messages.ts'

/**
 * Tries cases for the process that started this one, and may never come to an end: each case is written to a file
 * before it is tried. Arguments: the module of the kinds of cases, and that file.
 */
const [module = '', lastCase = ''] = process.argv.slice(2)
const {kinds}: {kinds: readonly AnyKind[]} = await import(module)

process.on('message', async (order: Order) => {
  const kind = kinds.find(({name}) => name === order.kind)
  if (!kind) throw new RangeError(`no cases are called "${order.kind}"`)
  answer('seed' in order ? await tryMany(kind, order.seed) : await tryOne(kind, order.value))
})
process.on('disconnect', () => process.exit())
answer({state: 'ready'})

function answer(message: Answer): void {
  process.send?.(message)
}

/** A batch; of cases with a fault the smallest that can be made of it. */
async function tryMany(kind: AnyKind, seed: number): Promise<Answer> {
  const property = fc.asyncProperty(kind.arbitrary, async value => {
    const [fault] = await faultsIn(kind, value)
    if (fault !== undefined) throw new Error(fault)
  })
  const {failed, counterexample} = await fc.check(property, {seed, numRuns: kind.batch})
  return failed ? tryOne(kind, await smallest(kind, counterexample?.[0])) : {state: 'done', faults: []}
}

async function tryOne(kind: AnyKind, value: unknown): Promise<Answer> {
  return {state: 'done', value, faults: await faultsIn(kind, value)}
}

async function faultsIn(kind: AnyKind, value: unknown): Promise<string[]> {
  writeFileSync(lastCase, JSON.stringify({kind: kind.name, value}))
  const started = process.cpuUsage()
  const faults = await thrownOrFound(kind, value)
  const {user, system} = process.cpuUsage(started)
  // Far above what any text of that size needs, and not to be reached by the work of others on the machine.
  const seconds = (user + system) / 1e6
  return seconds > slow ? [...faults, `it takes more than ${slow} seconds of the processor`] : faults
}

const slow = 10
const mostTries = 3000
/** Milliseconds after which a case is small enough: of one that is slow each try may be. */
const longestSearch = 120_000

async function thrownOrFound(kind: AnyKind, value: unknown): Promise<string[]> {
  try {
    return [...(await kind.faultsIn(value))]
  } catch (error) {
    return [String(error instanceof Error ? error.stack : error)]
  }
}

/** The smallest case that can be made of `value` and still has a fault, or a small one where that takes too long. */
async function smallest(
  kind: AnyKind,
  value: unknown,
  tries = mostTries,
  end = Date.now() + longestSearch,
): Promise<unknown> {
  let left = tries
  for (const smaller of kind.smaller(value)) {
    if (left-- === 0 || Date.now() > end) return value
    if ((await faultsIn(kind, smaller)).length > 0) return smallest(kind, smaller, left, end)
  }
  return value
}
