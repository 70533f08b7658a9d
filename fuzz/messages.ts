/** What the run asks of its child: a batch of cases by its seed, or one case. */
export type Order = {kind: string; seed: number} | {kind: string; value: unknown}

/** What came of an order; `value` is the case with these faults. */
export interface Done {
  state: 'done'
  value?: unknown
  faults: readonly string[]
}

/** What the child says. */
export type Answer = {state: 'ready'} | Done
