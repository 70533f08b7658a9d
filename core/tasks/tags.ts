import type {Range} from '../finding.ts'
import {storiesIn} from './stories.ts'

/** A word in square brackets between a task's id and its text: `[P]`, `[US1]`, `[US1+US2]`, `[BE]`. */
export interface Tag extends Range {
  kind: 'parallel' | 'story' | 'other'
  /** Numbers of the stories it names. */
  stories: readonly string[]
}

const tag = /^[\s:.,–—-]*[*_`]{0,3}\[([^[\]\n]{1,24})\](?!\()[*_`]{0,3}:?/

/** The tags that open `words`, and where the text after them begins; `start` is where `words` stand in the document. */
export function tagsOf(words: string, start: number, storyForms: readonly string[]): {tags: Tag[]; end: number} {
  const tags: Tag[] = []
  let from = 0
  for (let match = tag.exec(words); match; match = tag.exec(words.slice(from))) {
    const [all, name = ''] = match
    const at = start + from + all.indexOf('[')
    // `[Foundation-US6]` says what a task of the foundation is for.
    const stories = /^\p{L}{4,}-/u.test(name.trim()) ? [] : storiesIn(name, storyForms)
    const kind = /^P$/i.test(name.trim()) ? 'parallel' : stories.length > 0 ? 'story' : 'other'
    // Brackets with a sentence in them are part of the text.
    if (kind === 'other' && /\s\S+\s/.test(name.trim())) break
    tags.push({start: at, end: at + name.length + 2, kind, stories})
    from += all.length
  }
  return {tags, end: start + from}
}
