/** A part of a run, in the order in which they come; `load` brings in rules and grammars, `lint` includes fixing. */
export const phases = ['configure', 'discover', 'load', 'read', 'lint', 'report'] as const

export type Phase = (typeof phases)[number]

/** Does work, and may look at how long that takes. */
export interface Timer {
  /** Returns what `work` returns; a promise counts until it is settled. */
  time<T>(phase: Phase, work: () => T): T
}

/** For runs whose time nobody asks for. */
export const untimed: Timer = {time: (_, work) => work()}
