import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {passagesOf} from '../prose.ts'
import {type PathMention, pathsIn} from '../tasks/paths.ts'
import type {Place} from './inspection.ts'

export interface InspectedFile {
  path: string
  /** False for folders and patterns. */
  isFile: boolean
  places: Place[]
}

/** A path with the folders it lies in, from the outermost: `a`, `a/b`, `a/b/c`. */
function* wayTo(path: string): Generator<string> {
  for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) yield path.slice(0, end)
  yield path
}

/** Tells of what looks like a path or like a list of words whether the certain paths of a plan show it to be one. */
function knownFrom(mentions: readonly PathMention[]): (mention: PathMention) => boolean {
  const known = new Set<string>()
  const outermost = new Set<string>()
  for (const {path, isCertain} of mentions) {
    if (!isCertain) continue
    for (const folder of wayTo(path)) known.add(folder)
    if (path.includes('/')) outermost.add(path.slice(0, path.indexOf('/')))
  }
  return ({path, isCertain}) => {
    if (isCertain || known.has(path.replace(/\/$/, ''))) return true
    const segments = path.split('/')
    // `client/server` names two folders, not one in the other.
    return outermost.has(segments[0] ?? '') && !segments.every(segment => outermost.has(segment))
  }
}

/** The files and folders that the prose of a plan names, by their first mention; `at` gives the place of a range. */
export function filesIn({document}: Plan, at: (range: Range) => Place): InspectedFile[] {
  const mentions = passagesOf(document, document.blocks).flatMap(({text, start}) => pathsIn(text, start))
  const files = new Map<string, InspectedFile>()
  for (const mention of mentions.filter(knownFrom(mentions))) {
    const {path, isFile} = mention
    const file = files.get(path) ?? {path, isFile, places: []}
    file.places.push(at(mention))
    files.set(path, file)
  }
  return [...files.values()]
}
