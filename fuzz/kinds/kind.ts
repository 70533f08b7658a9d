import type fc from 'fast-check'

/** A kind of cases to try: how they are made, and what has to hold for each of them. */
export interface Kind<T> {
  /** For the progress, and for whoever reads a fault. */
  name: string
  /** Cases; JSON holds them without a loss. */
  arbitrary: fc.Arbitrary<T>
  /** How many of them make a batch: a few seconds of work. */
  batch: number
  /** What is wrong, in words; nothing where all holds. What it throws is wrong as well. */
  faultsIn(value: T): Iterable<string> | Promise<Iterable<string>>
  /** Cases that are like `value`, and smaller, the smallest first; to be tried for the same fault. */
  smaller(value: T): Iterable<T>
}

/** A kind as the run holds it, the type of its cases erased. */
export type AnyKind = Kind<unknown>

/** Makes a kind of its definition; the compiler knows the type of its cases. */
export function defineKind<T>(kind: Kind<T>): AnyKind {
  return kind as unknown as AnyKind
}
