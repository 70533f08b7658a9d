import {oncePer} from '../once.ts'
import type {Plan} from '../plan.ts'
import type {ChangeWords} from '../preset.ts'
import type {Kind} from './kinds.ts'
import {type Lead, leadReader} from './leads.ts'
import {markReader} from './marks.ts'
import {titleReader} from './titles.ts'

/** Where words for changes stand, and how they are read there. */
export interface ChangeReader {
  words: ChangeWords
  ofTitle(title: string): Kind | null
  behind(text: string): Kind | null
  before(text: string): Lead | null
}

const noWords: ChangeWords = {
  create: [],
  modify: [],
  delete: [],
  rename: [],
  any: [],
  files: [],
  columns: [],
  apart: [],
}

const readerOf = oncePer(
  (words: ChangeWords): ChangeReader => ({
    words,
    ofTitle: titleReader(words),
    behind: markReader(words),
    before: leadReader(words),
  }),
)

/** Reads changes by the words of a plan's preset. */
export function changeReaderOf({preset}: Plan): ChangeReader {
  return readerOf(preset.vocabulary.changes ?? noWords)
}
