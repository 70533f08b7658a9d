import {literally} from '../patterns.ts'
import type {ChangeWords} from '../preset.ts'

/** What becomes of a file; `write` where the plan does not say whether it is there. */
export type Kind = 'create' | 'modify' | 'delete' | 'rename' | 'write'

const kinds = ['create', 'modify', 'delete', 'rename'] as const

/** Source of an expression that finds any of `words`, the longest first. */
export function anyOf(words: readonly string[]): string {
  return (
    [...words]
      .sort((a, b) => b.length - a.length)
      .map(literally)
      .join('|') || '(?!)'
  )
}

/** Words as such, not parts of others; scripts without blanks have no such bounds. */
export function whole(source: string): string {
  return String.raw`(?<![\p{Script=Latin}\p{N}_-])(?:${source})(?![\p{Script=Latin}\p{N}_])`
}

/** Source of an expression that finds a word for a change, in a group of the name of its kind. */
export function named(words: ChangeWords): string {
  return kinds.map(kind => `(?<${kind}>${anyOf(words[kind])})`).join('|')
}

/** The kind of the word that `named` found. */
export function kindOf(match: RegExpExecArray | null): Exclude<Kind, 'write'> | null {
  return kinds.find(kind => match?.groups?.[kind] !== undefined) ?? null
}
