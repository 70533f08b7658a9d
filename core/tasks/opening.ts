import {anyScript} from '../patterns.ts'
import {idSource, idsBetween, parseTaskId, type TaskId} from './ids.ts'
import {type Tag, tagsOf} from './tags.ts'

/** The id that a line or heading opens with, and what follows it; offsets count from the start of these words. */
export interface Opening {
  /** As written. */
  id: string
  start: number
  /** All ids that it stands for: one, or those of a range such as `T024-T027`. */
  ids: readonly TaskId[]
  tags: readonly Tag[]
  /** Numbers of the stories that its tags name. */
  stories: readonly string[]
  /** Where the words after id and tags begin. */
  wordsStart: number
  /** Whether another id follows, or an arrow: `T001, T002`. */
  goesOnAsList: boolean
  /** Whether a bracket follows: `T001 (the form) comes first`. */
  goesOnAsRemark: boolean
  /** Whether it ends by saying where the task is told: `(see above)`. */
  pointsElsewhere: boolean
}

const none: readonly never[] = []

const pattern = new RegExp(
  String.raw`^(?:~~)?(?:\*\*|__|\[|\x60)?(${idSource})(?:\s?[-–]\s?(${idSource}))?(?:\*\*|__|\]|\x60)?`,
)
/** What follows an id in a list of tasks or a sentence about one. */
const listTail = /^\s*(?:[,/&+→|║∥‖.]\s*T\d|(?:and|or|및|와|과)\s+T\d|[-=]+>)/
const pointer = anyScript(
  String.raw`[(（](?:see (?:above|below|[\p{L}]+ \d)|见上|见下|見上|見下|위 참조|아래 참조|위의)[^()（）]*[)）][\s.*_]*$`,
  'i',
)

/** Reads the id that `words` open with and its tags; null where they open with none. */
export function openingOf(words: string, storyForms: readonly string[]): Opening | null {
  const match = pattern.exec(words)
  if (!match) return null
  const [all, id = '', end = id] = match
  const first = parseTaskId(id)
  const last = end === id ? first : parseTaskId(end)
  if (!first || !last) return null
  const start = all.indexOf(id)
  const tail = words.slice(all.length)
  const {tags, end: tagsEnd} = tagsOf(tail, all.length, storyForms)
  return {
    id: all.slice(start, all.lastIndexOf(end) + end.length),
    start,
    ids: idsBetween(first, last),
    tags,
    stories: storiesOf(tags),
    wordsStart: words.length - words.slice(tagsEnd).replace(/^[\s:.–—~-]+/, '').length,
    goesOnAsList: listTail.test(tail),
    goesOnAsRemark: /^\s*\(/.test(tail),
    pointsElsewhere: pointer.test(tail),
  }
}

/** The stories that any of `tags` names, each once. */
function storiesOf(tags: readonly Tag[]): readonly string[] {
  const [tag, ...others] = tags.filter(({stories}) => stories.length > 0)
  return others.length === 0 ? (tag?.stories ?? none) : [...new Set(tags.flatMap(({stories}) => stories))]
}
