import {parseDocument} from '../../core/document.ts'
import {Plan} from '../../core/plan.ts'
import {derivePreset, lint, type Preset, rules} from '../../index.ts'
import {askedBy, lacksIn, partsPresent, sameIdsOf} from './lacks.ts'

/** Why one of two presets says that something is missing, and the other does not. */
export const causes = {
  unasked: 'the other asks for it as a field, or not at all',
  titles: 'the other knows it by another title, or in another form',
  phases: 'the other takes something else for the phases, or lets this one go without',
} as const

export type Cause = keyof typeof causes

export interface Difference {
  cause: Cause
  /** The id of the section. */
  section: string
}

/** What a preset and one derived from its template make of the same plans. */
export interface Comparison {
  plans: number
  sections: {both: number; made: Difference[]; derived: Difference[]}
  /** Lines with leftovers; those that only one of the two finds with their words. */
  leftovers: {both: number; made: string[]; derived: string[]}
}

const leftoverRules = new Set(rules.filter(({group}) => group === 'leftovers').map(({id}) => id))

/** Compares a preset and the one that is derived from its template on `texts`, whichever they would be taken for. */
export function compare(made: Preset, template: string, texts: readonly string[]): Comparison {
  const derived = derivePreset(template, {id: 'derived-from-a-template', summary: 'The same, derived'})
  const comparison: Comparison = {
    plans: 0,
    sections: {both: 0, made: [], derived: []},
    leftovers: {both: 0, made: [], derived: []},
  }
  for (const text of texts) {
    comparison.plans++
    addSections(comparison, text, made, derived)
    addLeftovers(comparison, text, made, derived)
  }
  return comparison
}

function addSections({sections}: Comparison, text: string, made: Preset, derived: Preset): void {
  const sameId = sameIdsOf(made, derived)
  const own = (id: string) => id
  const [ofMade, ofDerived] = [new Plan(parseDocument(text), made), new Plan(parseDocument(text), derived)]
  const [lacksMade, lacksDerived] = [lacksIn(ofMade, own), lacksIn(ofDerived, sameId)]
  const difference = (lack: string, present: ReadonlySet<string>, asked: ReadonlySet<string>): Difference => {
    const [phase = '', section = ''] = lack.split('/')
    if (!asked.has(`${phase && 'phase'}/${section}`)) return {cause: 'unasked', section}
    return {cause: present.has(lack) || lack.startsWith('/') ? 'titles' : 'phases', section}
  }
  for (const lack of lacksMade) {
    if (lacksDerived.has(lack)) sections.both++
    else sections.made.push(difference(lack, partsPresent(ofDerived, sameId), askedBy(derived, sameId)))
  }
  for (const lack of lacksDerived) {
    if (!lacksMade.has(lack)) sections.derived.push(difference(lack, partsPresent(ofMade, own), askedBy(made, own)))
  }
}

function addLeftovers({leftovers}: Comparison, text: string, made: Preset, derived: Preset): void {
  const {source} = parseDocument(text)
  const linesOf = (preset: Preset) => {
    const {findings} = lint(text, {plugins: preset === made ? [] : [{presets: [preset]}], preset: preset.id})
    const found = findings.filter(({rule}) => leftoverRules.has(rule))
    return new Map(found.map(({start, end}) => [source.lineAt(start), text.slice(start, end)]))
  }
  const [inMade, inDerived] = [linesOf(made), linesOf(derived)]
  for (const [line, words] of inMade) {
    if (inDerived.has(line)) leftovers.both++
    else leftovers.made.push(words)
  }
  for (const [line, words] of inDerived) if (!inMade.has(line)) leftovers.derived.push(words)
}
