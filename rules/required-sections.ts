import {titlesOf} from '../core/bind.ts'
import type {Range, Related, Suggestion} from '../core/finding.ts'
import {insertionOf} from '../core/insertion.ts'
import {lacksPhases, type Missing, missingSections, ownerOf} from '../core/missing.ts'
import {missingKinds} from '../core/phase-kinds.ts'
import type {Plan} from '../core/plan.ts'
import type {PhaseKind, SectionSpec} from '../core/preset.ts'
import {startingIn} from '../core/ranges.ts'
import {defineRule} from '../core/rule.ts'
import type {Section} from '../core/sections.ts'
import {matcherOf, plainTitle} from '../core/titles.ts'

/** A heading that looks like the missing one misspelt. */
function nearMiss(plan: Plan, spec: SectionSpec, within: Range): Section | undefined {
  const matcher = matcherOf(titlesOf(spec))
  return startingIn(plan.document.sections, within).find(({title}) => matcher.near(title))
}

/** Offers the title that comes nearest; number and marks of the heading stay. */
function respelling({title, heading}: Section, spec: SectionSpec): Suggestion[] {
  const right = matcherOf(titlesOf(spec)).near(title)
  const words = plainTitle(title)
  const at = title.indexOf(words)
  if (!right || at < 0) return []
  const start = heading.title.start + at
  return [{title: `Rename "${words}" to "${right}"`, edits: [{start, end: start + words.length, text: right}]}]
}

interface Told {
  message: 'missing' | 'near' | 'parts'
  place: Range
  data: {section: string; parent: string; title: string; where: string; found: string}
  extras: {severity: 'error' | 'warning'; suggestions: Suggestion[]; related?: Related[]}
}

function tell(plan: Plan, missing: Missing, spec: SectionSpec): Told {
  const {sections, parent, phase, siblings} = missing
  const owner = ownerOf(missing)
  const isOne = sections.length === 1
  const near = isOne ? nearMiss(plan, spec, owner?.range ?? {start: 0, end: plan.text.length}) : undefined
  const where = parent ? `"${parent.spec.title}"` : phase ? `This ${plan.preset.phases?.noun}` : 'The plan'
  const title = sections.map(section => section.spec.title).join(', ')
  return {
    message: near ? 'near' : isOne ? 'missing' : 'parts',
    place: owner?.title ?? plan.place,
    data: {section: spec.id, parent: parent?.spec.id ?? phase?.number ?? '', title, where, found: near?.title ?? ''},
    extras: {
      severity: severityOf(spec),
      ...(near && {related: [{...near.heading.title, message: 'The heading that looks like it'}]}),
      suggestions: near
        ? respelling(near, spec)
        : sections.flatMap(section => insertionOf(plan, section.spec, siblings, owner, phase?.number)),
    },
  }
}

function severityOf({expectation}: SectionSpec | PhaseKind): 'error' | 'warning' {
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
      const spec = missing.sections[0]?.spec
      if (!spec) continue
      const {message, place, data, extras} = tell(plan, missing, spec)
      yield say(message, place, data, extras)
    }
    for (const kind of missingKinds(plan)) {
      const title = (kind.names[0] ?? kind.id).replace(/(?<!\s)\s*(?:\{n\}|…)/g, '')
      yield say('kind', plan.place, {section: kind.id, parent: '', noun, title}, {severity: severityOf(kind)})
    }
    if (phases && lacksPhases(plan)) {
      const form = (phases.titles[0] ?? 'Phase {n}').replace('{n}', '1')
      yield say('phases', plan.place, {section: phases.id, parent: '', title: `${noun}s`, form})
    }
  },
})
