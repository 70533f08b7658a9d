import type {Workspace} from '../../core/workspace.ts'

/** A kind of document that can be made of any length. */
export interface GrowingText {
  name: string
  /** The preset that judges it, or `auto`. */
  preset: string
  /** Up to which length it is measured at least, in UTF-16 units. */
  longest: number
  /** What it is held against; absent where that is nothing. */
  workspace?: Workspace
  /** About `length` UTF-16 units, at least. */
  of(length: number): string
}

/** Units that `make` gives for 1, 2, 3 and so on, until they have `length`. */
export function unitsUpTo(length: number, make: (number: number) => string): string[] {
  const units: string[] = []
  for (let total = 0; total < length; ) {
    const unit = make(units.length + 1)
    units.push(unit)
    total += unit.length
  }
  return units
}

export const repeated = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length))
