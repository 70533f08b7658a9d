import {type BoundSection, placeOfHeading, titlesOf} from '../core/bind.ts'
import {insertionOf} from '../core/insertion.ts'
import {type Missing, missingSections} from '../core/missing.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'
import {matcherOf} from '../core/titles.ts'

/** A heading that looks like the missing one misspelt. */
function nearMiss(plan: Plan, {spec}: BoundSection, {start, end}: {start: number; end: number}): string | null {
  const matcher = matcherOf(titlesOf(spec))
  const misspelt = plan.document.sections.find(
    section => section.start >= start && section.start < end && matcher.near(section.title),
  )
  return misspelt?.title ?? null
}

function whereOf({phase, parent}: Missing, noun: string): string {
  if (parent) return `"${parent.spec.title}"`
  return phase ? `This ${noun}` : 'The plan'
}

export default defineRule({
  id: 'required-sections',
  summary: 'A section that the template asks for is missing',
  group: 'sections',
  severity: 'error',
  messages: {
    missing: '{where} has no section "{title}"; add it',
    near: '{where} has no section "{title}"; did you mean it by "{found}"?',
    phases: 'The plan has no {title}; add headings such as "## {form}: …"',
  },
  *check(plan, _options, say) {
    const {phases: spec} = plan.preset
    for (const missing of missingSections(plan)) {
      const {section, parent, phase, siblings} = missing
      const owner = parent?.places[0] ?? (phase ? placeOfHeading(phase.section) : null)
      const found = nearMiss(plan, section, owner?.range ?? {start: 0, end: plan.text.length})
      const data = {
        section: section.spec.id,
        parent: parent?.spec.id ?? phase?.number ?? '',
        title: section.spec.title,
        where: whereOf(missing, spec?.noun ?? 'phase'),
      }
      const severity = section.spec.expectation === 'required' ? 'error' : 'warning'
      const extras = {severity, suggestions: insertionOf(plan, section.spec, siblings, owner)} as const
      const place = owner?.title ?? plan.place
      yield found ? say('near', place, {...data, found}, extras) : say('missing', place, data, extras)
    }
    if (spec && spec.expectation !== 'optional' && plan.phases.length === 0 && plan.document.unreadableFrom === null) {
      const form = (spec.titles[0] ?? 'Phase {n}').replace('{n}', '1')
      yield say('phases', plan.place, {section: spec.id, parent: '', title: `${spec.noun}s`, form})
    }
  },
})
