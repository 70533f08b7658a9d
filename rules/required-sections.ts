import {type Place, placeOfHeading, titlesOf} from '../core/bind.ts'
import type {Range, Severity} from '../core/finding.ts'
import {insertionOf} from '../core/insertion.ts'
import {lacksPhases, type Missing, missingKinds, missingSections} from '../core/missing.ts'
import type {Plan} from '../core/plan.ts'
import type {Expectation, SectionSpec} from '../core/preset.ts'
import {defineRule} from '../core/rule.ts'
import {matcherOf} from '../core/titles.ts'

/** A heading that looks like the missing one misspelt. */
function nearMiss(plan: Plan, spec: SectionSpec, {start, end}: Range): string | null {
  const matcher = matcherOf(titlesOf(spec))
  const misspelt = plan.document.sections.find(
    section => section.start >= start && section.start < end && matcher.near(section.title),
  )
  return misspelt?.title ?? null
}

function ownerOf({parent, phase}: Missing): Place | null {
  return parent?.places[0] ?? (phase ? placeOfHeading(phase.section) : null)
}

function whereOf({phase, parent}: Missing, noun: string): string {
  if (parent) return `"${parent.spec.title}"`
  return phase ? `This ${noun}` : 'The plan'
}

function severityOf(expectation: Expectation): Severity {
  return expectation === 'required' ? 'error' : 'warning'
}

export default defineRule({
  id: 'required-sections',
  summary: 'A section that the template asks for is missing',
  group: 'sections',
  severity: 'error',
  messages: {
    missing: '{where} has no section "{title}"; add it',
    near: '{where} has no section "{title}"; did you mean it by "{found}"?',
    parts: '{where} has none of its parts ({title}); add them',
    phases: 'The plan has no {title}; add headings such as "## {form}: …"',
    kind: 'The plan has no {noun} "{title}"; add it',
  },
  *check(plan, _options, say) {
    const {phases} = plan.preset
    const noun = phases?.noun ?? 'phase'
    for (const missing of missingSections(plan)) {
      const {sections, parent, phase, siblings} = missing
      const [spec] = sections.map(section => section.spec)
      if (!spec) continue
      const owner = ownerOf(missing)
      const isOne = sections.length === 1
      const found = isOne ? nearMiss(plan, spec, owner?.range ?? {start: 0, end: plan.text.length}) : null
      const data = {
        section: spec.id,
        parent: parent?.spec.id ?? phase?.number ?? '',
        title: sections.map(section => section.spec.title).join(', '),
        where: whereOf(missing, noun),
        found: found ?? '',
      }
      const suggestions = insertionOf(plan, spec, siblings, owner)
      const kind = found ? 'near' : isOne ? 'missing' : 'parts'
      yield say(kind, owner?.title ?? plan.place, data, {severity: severityOf(spec.expectation), suggestions})
    }
    for (const {id, names, expectation} of missingKinds(plan)) {
      const data = {section: id, parent: '', noun, title: (names[0] ?? id).replace(/\s*(?:\{n\}|…)/g, '')}
      yield say('kind', plan.place, data, {severity: severityOf(expectation)})
    }
    if (phases && lacksPhases(plan)) {
      const form = (phases.titles[0] ?? 'Phase {n}').replace('{n}', '1')
      yield say('phases', plan.place, {section: phases.id, parent: '', title: `${noun}s`, form})
    }
  },
})
