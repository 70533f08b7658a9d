import {everywhere, headingPlaces, labelPlaces, type Place, type Scope} from './bind.ts'
import type {Document} from './document.ts'
import {literally} from './patterns.ts'
import {phasesOf} from './phases.ts'
import type {Feature, Fingerprint, Preset, Title} from './preset.ts'
import {taskLinesOf} from './tasks.ts'
import {hasTitleForm} from './title-forms.ts'

/** What was found of a feature, in words with a line number; null where it is absent. */
type Evidence = string | null

function listOf(titles: Title | readonly Title[]): readonly Title[] {
  return typeof titles === 'string' ? singles(titles) : titles
}

const singleLists = new Map<Title, readonly Title[]>()

/** One list per title, so that its matcher is made once. */
function singles(title: Title): readonly Title[] {
  let list = singleLists.get(title)
  if (!list) {
    list = [title]
    singleLists.set(title, list)
  }
  return list
}

function told(document: Document, words: string, offset: number): string {
  return `${words} (line ${document.source.lineAt(offset)})`
}

function evidenceOfPlace(document: Document, place: Place | undefined): Evidence {
  if (!place) return null
  const words = document.text.slice(place.title.start, place.title.end).replace(/[*_:`]+/g, '')
  return told(document, words.trim(), place.title.start)
}

function evidenceOfSection(document: Document, titles: Title | readonly Title[]): Evidence {
  return evidenceOfPlace(document, headingPlaces(document, listOf(titles), everywhere(document))[0])
}

function evidenceOfLabel(document: Document, titles: Title | readonly Title[], outside?: readonly Title[]): Evidence {
  const list = listOf(titles)
  const firstIn = (scope: Scope) => headingPlaces(document, list, scope)[0] ?? labelPlaces(document, list, scope)[0]
  const place = firstIn(everywhere(document))
  // What stands nowhere need not be looked for outside the phases, which take long to find.
  if (!place || !outside) return evidenceOfPlace(document, place)
  const phases = phasesOf(document, outside).map(({section}) => section)
  return evidenceOfPlace(document, firstIn(everywhere(document, phases)))
}

function evidenceOfTitle(document: Document, forms: readonly string[]): Evidence {
  const heading = document.headings.find(({level}) => level === 1)
  const words = heading ? document.text.slice(heading.title.start, heading.title.end) : ''
  return heading && hasTitleForm(words, forms) ? told(document, words, heading.start) : null
}

function evidenceOfPhases(document: Document, titles: readonly Title[]): Evidence {
  const [first] = phasesOf(document, titles)
  return first ? told(document, first.section.title, first.section.start) : null
}

function evidenceOfTasks(document: Document, least: number): Evidence {
  const tasks = taskLinesOf(document)
  const [first] = tasks
  return first && tasks.length >= least
    ? told(document, `${tasks.length} tasks such as ${first.id}`, first.start)
    : null
}

function evidenceOfFence(document: Document, info: string, contains: RegExp): Evidence {
  const fence = document.fences.find(
    candidate =>
      document.text.slice(candidate.info.start, candidate.info.end).trim().startsWith(info) &&
      contains.test(document.text.slice(candidate.content.start, candidate.content.end)),
  )
  return fence ? told(document, `\`\`\`${info}`, fence.start) : null
}

function evidenceOf(document: Document, feature: Feature): Evidence {
  if ('section' in feature) return evidenceOfSection(document, feature.section)
  if ('label' in feature) return evidenceOfLabel(document, feature.label, feature.outside)
  if ('title' in feature) return evidenceOfTitle(document, feature.title)
  if ('phases' in feature) return evidenceOfPhases(document, feature.phases)
  if ('tasks' in feature) return evidenceOfTasks(document, feature.tasks)
  if ('fence' in feature) {
    const contains = literally(feature.contains ?? '')
    return evidenceOfFence(document, feature.fence, new RegExp(contains))
  }
  return evidenceOfFence(document, feature.functionsIn, /^[ \t]*(?:func|function|def|fn|pub fn)\b/m)
}

/** How near a document comes to the fingerprint of a preset that it bears most of. */
export interface Likeness {
  preset: Preset
  /** What was found of its features, in words with a line number. */
  found: string[]
  missing: Feature[]
  /** What was found that tells another kind of document, in the same words. */
  against: string[]
  /** How many of the features have to be found. */
  needed: number
}

function likenessTo(document: Document, preset: Preset, {of, atLeast = of.length, unless = []}: Fingerprint): Likeness {
  const seen = of.map(feature => ({feature, evidence: evidenceOf(document, feature)}))
  return {
    preset,
    found: seen.flatMap(({evidence}) => evidence ?? []),
    missing: seen.flatMap(({feature, evidence}) => (evidence === null ? [feature] : [])),
    against: unless.flatMap(feature => evidenceOf(document, feature) ?? []),
    needed: atLeast,
  }
}

/** For each of `presets` that has fingerprints the one that the document comes nearest to; the greatest priority first. */
export function likenessesOf(document: Document, presets: readonly Preset[]): Likeness[] {
  const lack = ({needed, found, against}: Likeness) => needed - found.length + against.length
  return [...presets]
    .sort((a, b) => b.priority - a.priority)
    .flatMap(preset => {
      const all = preset.fingerprints.map(fingerprint => likenessTo(document, preset, fingerprint))
      return all.sort((a, b) => lack(a) - lack(b) || b.found.length - a.found.length).slice(0, 1)
    })
}

function evidenceForFingerprint(
  document: Document,
  {of, atLeast = of.length, unless = []}: Fingerprint,
): string[] | null {
  const found: string[] = []
  let left = of.length
  for (const feature of of) {
    const evidence = evidenceOf(document, feature)
    if (evidence) found.push(evidence)
    left--
    if (found.length + left < atLeast) return null
    if (found.length >= atLeast) break
  }
  const fits = found.length >= atLeast && !unless.some(feature => evidenceOf(document, feature))
  return fits ? found : null
}

/** The preset of the highest priority whose fingerprint the document bears, with the evidence; null where none fits. */
export function detectPreset(
  document: Document,
  presets: readonly Preset[],
): {preset: Preset; evidence: string[]} | null {
  for (const preset of [...presets].sort((a, b) => b.priority - a.priority)) {
    for (const fingerprint of preset.fingerprints) {
      const evidence = evidenceForFingerprint(document, fingerprint)
      if (evidence) return {preset, evidence}
    }
  }
  return null
}
