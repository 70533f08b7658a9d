import {oncePer} from '../once.ts'
import {literally} from '../patterns.ts'
import type {Preset} from '../preset.ts'

/** A preset's slots, ready to be looked up. */
export interface Literals {
  /** Whether `phrase`, brackets included, is one of the slots in square brackets. */
  hasBracketed(phrase: string): boolean
  /** Finds the other slots: paths, instructions in parentheses, `{{…}}`, lines of comment. */
  others: RegExp | null
  /** Fits wherever `others` finds something, and where their words are part of other words. */
  traces: RegExp | null
}

/** What makes words another key than themselves in small letters. */
const uneven = /[‘’“”]|[^\S ]| {2}/

/** How slots are compared: without regard to case, white space and the shape of quotes. */
export function slotKey(words: string): string {
  return (uneven.test(words) ? evened(words) : words).toLowerCase().trim()
}

function evened(words: string): string {
  return words
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\n[\s>]*/g, ' ')
    .replace(/\s+/g, ' ')
}

function wordsOf(literal: string): string {
  return literally(literal).replace(/\s+/g, '\\s+')
}

function sourceOf(literal: string): string {
  const before = /^[\w/]/.test(literal) ? '(?<![\\w/.-])' : ''
  const after = /\w$/.test(literal) ? '(?!\\w)' : ''
  return before + wordsOf(literal) + after
}

/** The slots of a preset; made once for each. */
export const literalsOf = oncePer(({literals}: Preset): Literals => {
  const isBracketed = (literal: string) => /^\[[^\]]*\]$/.test(literal)
  const bracketed = new Set(literals.filter(isBracketed).map(slotKey))
  const rest = literals.filter(literal => !isBracketed(literal)).sort((a, b) => b.length - a.length)
  return {
    hasBracketed: phrase => bracketed.has(slotKey(phrase)),
    others: rest.length > 0 ? new RegExp(rest.map(sourceOf).join('|'), 'gi') : null,
    traces: rest.length > 0 ? new RegExp(rest.map(wordsOf).join('|'), 'i') : null,
  }
})
