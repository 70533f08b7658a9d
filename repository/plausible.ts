import {wordsOfName} from '../core/words.ts'
import {areAmong, folderOf, nameOf} from '../core/workspace-paths.ts'

/** Folders of these names are in every other repository: that two paths have one says nothing. */
const anyFolder =
  /^(?:src|source|lib|libs|app|apps|packages|pkg|internal|cmd|core|common|shared|main|backend|frontend|server|client|web|docs?|components?|utils?|types?|models?|services?|modules?|features|tests?|__tests__|spec|specs|unit|integration|e2e)$/i
const ofTests = /(?:^|[/._-])(?:tests?|__tests__|specs?|e2e|fixtures?|mocks?|__mocks__|examples?|testdata)(?=$|[/._-])/i

/** More folders than these nobody leaves out by a slip. */
const mostLeftOut = 2

const foldersOf = (path: string) => folderOf(path).split('/').filter(Boolean)

/** Whether a name is of several words, such as nobody gives to two things: `rate_table.py`, `RateTable.tsx`, `rate.service.ts`. */
function isTelling(name: string): boolean {
  const stem = name.replace(/(?:\.(?:test|spec|d|stories|module|config))?\.\w+$/, '')
  return /[\p{L}\p{N}][._-][\p{L}\p{N}]|\p{Ll}\p{Lu}/u.test(stem)
}

/** Folders of which each one in it is a thing of its own, with files of the same names as the others. */
const ofPackages = /^(?:apps|packages|services|libs|crates|modules|plugins|projects)$/i

/** Whether two paths are in different packages of one folder. */
function areApart(written: readonly string[], there: readonly string[]): boolean {
  const at = written.findIndex((folder, index) => folder !== there[index])
  return at > 0 && ofPackages.test(written[at - 1] ?? '') && at < there.length
}

/**
 * Whether who wrote `path` may well have meant `other`, a file of the same name: some folders are left out of the one or of
 * the other, the folder around the file is the same, or what they have in common is more than chance.
 */
export function isPlausible(path: string, other: string): boolean {
  if (ofTests.test(path) !== ofTests.test(other)) return false
  const [written, there] = [foldersOf(path), foldersOf(other)]
  const isNear = Math.abs(written.length - there.length) <= mostLeftOut || isTelling(nameOf(path))
  if (isNear && (areAmong(written, there) || (there.length > 0 && areAmong(there, written)))) return true
  if (areApart(written, there)) return false
  const shared = written.filter(folder => there.includes(folder))
  const isSpecific = shared.some(folder => !anyFolder.test(folder))
  if (written.at(-1) === there.at(-1) && isSpecific) return true
  return isTelling(nameOf(path)) && shared.length > 0
}

/**
 * Whether one of two names that are written nearly alike may be meant by the other: with another ending, `gauge.js` for
 * `gauge.ts`, or with slips in its words, but not with another word: not `UserStore.ts` for `ItemStore.ts`.
 */
export function isSameKind(name: string, other: string, isSlip: (word: string, other: string) => boolean): boolean {
  const [stem, ending] = partsOf(name)
  const [otherStem, otherEnding] = partsOf(other)
  if (stem.toLowerCase() === otherStem.toLowerCase()) return true
  if (ending !== otherEnding) return false
  const [words, others] = [wordsOfName(stem), wordsOfName(otherStem)]
  return words.length !== others.length || words.every((word, index) => isSlip(word, others[index] ?? ''))
}

function partsOf(name: string): [stem: string, ending: string] {
  const at = name.lastIndexOf('.')
  return at > 0 ? [name.slice(0, at), name.slice(at).toLowerCase()] : [name, '']
}
