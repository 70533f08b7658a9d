/**
 * What one finding or one label comes to: a finding is `right` or `wrong`, a fault that a label tells of `found` or
 * `missed`, and `exempt` where it need not be found.
 */
export interface Verdict {
  outcome: 'right' | 'wrong' | 'found' | 'missed' | 'exempt'
  /** Id of a rule for a finding, kind of label for a fault. */
  subject: string
  /** 1-based; 0 for the plan as a whole. */
  line: number
  words: string
  /** Of a right finding: the labels that back it are none that their reader was sure of. */
  isDebatable?: boolean
}

/** How often each outcome occurred. */
export interface Tally {
  right: number
  debatable: number
  wrong: number
  found: number
  missed: number
  exempt: number
}

export function tallyOf(verdicts: readonly Verdict[]): Tally {
  const count = (outcome: Verdict['outcome']) => verdicts.filter(verdict => verdict.outcome === outcome).length
  return {
    right: count('right'),
    debatable: verdicts.filter(({isDebatable}) => isDebatable).length,
    wrong: count('wrong'),
    found: count('found'),
    missed: count('missed'),
    exempt: count('exempt'),
  }
}

/** The share of `part` among both, with three decimals; a dash where there is nothing to share. */
export function ratio(part: number, other: number): string {
  return part + other === 0 ? '–' : (part / (part + other)).toFixed(3)
}
