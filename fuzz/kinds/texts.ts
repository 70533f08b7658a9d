import type fc from 'fast-check'
import {fixFaults} from '../../test/fix-faults.ts'
import {lintFaults} from '../../test/lint-faults.ts'
import {type Plan, plans} from '../../test/plan-texts.ts'
import {type AnyKind, defineKind} from './kind.ts'
import {smallerTexts} from './smaller.ts'
import {mutated, patchworks, repetitions} from './sources.ts'

function* faultsIn([text, preset]: Plan): Generator<string> {
  yield* lintFaults(text, preset)
  yield* fixFaults(text, preset)
}

function* smaller([text, preset]: Plan): Generator<Plan> {
  for (const rest of smallerTexts(text)) yield [rest, preset]
}

function ofTexts(name: string, arbitrary: fc.Arbitrary<Plan>, batch: number): AnyKind {
  return defineKind({name, arbitrary, batch, faultsIn, smaller})
}

/** Texts that are linted and fixed. */
export const texts: readonly AnyKind[] = [
  ...Object.entries(plans).map(([name, arbitrary]) => ofTexts(name, arbitrary, 400)),
  ofTexts('mutated plans', mutated, 100),
  ofTexts('patchworks', patchworks, 100),
  ofTexts('repetitions', repetitions, 200),
]
