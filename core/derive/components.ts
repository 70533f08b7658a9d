import {functionsInFence} from '../code-blocks.ts'
import {languageOfFence} from '../fenced-code.ts'
import type {Range} from '../finding.ts'
import type {SectionSpec} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {titleKey} from '../titles.ts'
import type {Reading} from './reading.ts'

const speaksOfFunctions = /\b(?:functions?|methods?|signatures?)\b/i
const isAboutFunctions = /\b(?:functions?|methods?|tests?|testing)\b/i

/** In which language a place of a template shows functions, or says that they belong there; null where it does neither. */
function languageOfFunctions(reading: Reading, range: Range): string | null {
  const {document} = reading
  const fence = startingIn(document.fences, range).find(
    each => functionsInFence(document, each).length > 0 || speaksOfFunctions.test(reading.textOf(each.content)),
  )
  return fence ? (languageOfFence(document, fence) ?? 'any') : null
}

/** A numbered component, of which a plan may have any number, with what each of them has to hold. */
export function componentWith({fields = [], sections = []}: Pick<SectionSpec, 'fields' | 'sections'>): SectionSpec {
  return {
    id: 'item',
    title: 'Item',
    numbered: true,
    expectation: 'optional',
    as: ['heading', 'item'],
    repeat: {min: 0},
    ...(fields.length > 0 && {fields}),
    ...(sections.length > 0 && {sections}),
  }
}

/**
 * The parts of one of several numbered components, such as `#### 1. [File]` in `range`. One component is code, the next a
 * document: not each needs all that the template shows of one.
 */
export function componentParts(reading: Reading, range: Range, parts: readonly SectionSpec[]): SectionSpec[] {
  const language = languageOfFunctions(reading, range)
  return parts.map(part =>
    Object.assign(part, {
      expectation: 'expected' as const,
      ...(language !== null && isAboutFunctions.test(part.title) && {whenFunctionsIn: language}),
    }),
  )
}

/** The parts of a phase, with what its numbered components show: the phase has to say that once, in whichever of them. */
export function withPartsOfComponents(parts: readonly SectionSpec[]): SectionSpec[] {
  const titles = new Set(parts.map(({title}) => titleKey(title)))
  const shown = partsOfComponents(parts).filter(({title}) => !titles.has(titleKey(title)))
  return [...parts.map(withoutPartsOfComponents), ...shown.map(part => Object.assign(part, {anywhere: true as const}))]
}

function partsOfComponents(parts: readonly SectionSpec[]): SectionSpec[] {
  return parts.flatMap(({numbered, sections = []}) => (numbered ? [...sections] : partsOfComponents(sections)))
}

function withoutPartsOfComponents(part: SectionSpec): SectionSpec {
  const {sections = []} = part
  if (partsOfComponents([part]).length === 0) return part
  if (!part.numbered) return Object.assign(part, {sections: sections.map(withoutPartsOfComponents)})
  delete (part as {sections?: unknown}).sections
  return part
}
