import type {Expectation, Preset, SectionSpec} from '../../core/preset.ts'

const deepest = 2
/** Forms of a title beyond these are translations and habits. */
const mostForms = 2
const asked: Record<Expectation, string> = {required: '', expected: ' (expected)', optional: ' (optional)'}

/** What a hover shows of a preset, as Markdown: which documents it is for and what it asks of them. */
export function presetHover({id, summary, titleForms = [], sections, phases}: Preset): string {
  const parts = [`**${id}**: ${summary}`]
  if (titleForms.length > 0) parts.push(`Title: ${formsOf(titleForms)}`)
  if (sections.length > 0) parts.push(`Sections:\n\n${linesOf(sections, 1).join('\n')}`)
  if (phases) {
    const partLines = linesOf(phases.parts ?? [], 1)
    const heading = `Heading of each ${phases.noun}: ${formsOf(phases.titles)}`
    parts.push(partLines.length > 0 ? `${heading}; in it:\n\n${partLines.join('\n')}` : heading)
  }
  return parts.join('\n\n')
}

function formsOf(forms: readonly string[]): string {
  return forms
    .slice(0, mostForms)
    .map(form => `\`${form}\``)
    .join(' or ')
}

function linesOf(specs: readonly SectionSpec[], depth: number): string[] {
  if (depth > deepest) return []
  return specs.flatMap(({title, expectation, sections = []}) => [
    `${'  '.repeat(depth - 1)}- ${title}${asked[expectation]}`,
    ...linesOf(sections, depth + 1),
  ])
}
