import type {Feature, Fingerprint, Title} from './preset.ts'

/** The first of several titles stands for all of them. */
function anyOf(titles: Title | readonly Title[]): string {
  const [first = '', ...others] = [titles].flat()
  return `"${first.replace('{n}', '1')}"${others.length > 0 ? ' or the like' : ''}`
}

/** What tells a kind of document from others, in words that complete "it has …": `a heading "Key Discoveries"`. */
export function featureInWords(feature: Feature): string {
  if ('section' in feature) return `a heading ${anyOf(feature.section)}`
  if ('label' in feature) return `a label ${anyOf(feature.label)}${feature.outside ? ' outside the phases' : ''}`
  if ('title' in feature) return `a title like ${anyOf(feature.title)}`
  if ('phases' in feature) return `phases like ${anyOf(feature.phases)}`
  if ('tasks' in feature) return `at least ${feature.tasks} tasks such as "- [ ] T001 …"`
  if ('fence' in feature) {
    return `a block of \`\`\`${feature.fence}${feature.contains ? ` that holds ${feature.contains}` : ''}`
  }
  return `functions in a block of \`\`\`${feature.functionsIn}`
}

/** All that one alternative asks for, in a line. */
export function fingerprintInWords({of, atLeast = of.length, unless = []}: Fingerprint): string {
  const features = of.map(featureInWords)
  const asked = atLeast === features.length ? features.join(' + ') : `at least ${atLeast} of: ${features.join('; ')}`
  return unless.length > 0 ? `${asked}, without ${unless.map(featureInWords).join(' or ')}` : asked
}
