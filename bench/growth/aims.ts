import type {Growth} from './measure.ts'

/** What no text should exceed. */
export const most = {exponent: 1.1, perMillion: 2}

export function missesAim({exponent, perMillion}: Pick<Growth, 'exponent' | 'perMillion'>): boolean {
  return exponent > most.exponent || perMillion > most.perMillion
}
