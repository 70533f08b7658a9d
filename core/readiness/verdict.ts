/** How far a plan is, from the least to the most. */
export const verdicts = ['draft', 'reviewable', 'executable', 'done'] as const

export type Verdict = (typeof verdicts)[number]

/** Whether `verdict` is as good as `wanted` or better. */
export function reaches(verdict: Verdict, wanted: Verdict): boolean {
  return verdicts.indexOf(verdict) >= verdicts.indexOf(wanted)
}

/**
 * The verdict that is worth telling how to reach: the one that is `required`, as long as it is not reached, else the
 * next one; null above the last.
 */
export function aimOf(verdict: Verdict, required?: Verdict): Verdict | null {
  if (required && !reaches(verdict, required)) return required
  return verdicts[verdicts.indexOf(verdict) + 1] ?? null
}

/** The fewest of `blockers` to mend until a plan is as far as `aim`. */
export function blockersTo<B extends {keepsFrom: Verdict}>(blockers: readonly B[], aim: Verdict | null): B[] {
  return aim === null ? [] : blockers.filter(({keepsFrom}) => reaches(aim, keepsFrom))
}
