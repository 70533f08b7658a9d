import type {Range} from '../finding.ts'
import {literally} from '../patterns.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Title} from '../preset.ts'

/** Words such as `Phase 2` that name a phase, or one of the further numbers in `Phases 2 and 3`. */
export interface PhaseMention extends Range {
  phase: Phase
}

const number = String.raw`\d+(?:\.\d+)*[A-Za-z]?`
const others = String.raw`(?:\s*(?:,|&|-|–|\b(?:and|to|through)\b)\s*${number}(?![\p{L}\p{N}]))*`

function escaped(words: string): string {
  return literally(words.trim()).replace(/\s+/g, String.raw`\s+`)
}

/** Finds names in the form of the phases' headings, such as `Phase {n}`; null where a form is nothing but a number. */
function patternOf(form: Title): RegExp | null {
  if (!/\p{L}{2}/u.test(form.replace('{n}', ''))) return null
  const [before = '', after = ''] = form.split('{n}').map(escaped)
  // No number begins inside another, so that `1.1.1.1` takes linear time.
  const one = before === '' ? String.raw`(?<!\d\.)${number}` : `${before}[\\s#]*${number}`
  const all = after === '' && before !== '' ? `|${before}s[\\s#]*${number}(?![\\p{L}\\p{N}])${others}` : ''
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${one}${after === '' ? '(?![\\p{L}\\p{N}])' : `\\s*${after}`}${all})`, 'giu')
}

/** Where the running text, headings and tables of a plan name its phases by number; of duplicates the first is meant. */
export function phaseMentions({phases, document, text}: Plan): PhaseMention[] {
  const pattern = phases[0] && patternOf(phases[0].form)
  if (!pattern) return []
  const byNumber = new Map([...phases].reverse().map(phase => [phase.number.toLowerCase(), phase]))
  const titles = new Set(phases.map(({section}) => section.start))
  const blocks = document.blocks.filter(
    ({kind, start}) => kind === 'paragraph' || kind === 'table' || (kind === 'heading' && !titles.has(start)),
  )
  return blocks.flatMap(block => {
    const names = text.slice(block.start, block.end).matchAll(pattern)
    return [...names].flatMap(name => mentionsIn(name[0], block.start + name.index, byNumber))
  })
}

/** The first number with the words around it, each further one by itself. */
function mentionsIn(name: string, start: number, byNumber: ReadonlyMap<string, Phase>): PhaseMention[] {
  return [...name.matchAll(new RegExp(number, 'g'))].flatMap((match, index, {length}) => {
    const phase = byNumber.get(match[0].toLowerCase())
    const end = match.index + match[0].length
    const from = index === 0 ? 0 : match.index
    return phase ? [{phase, start: start + from, end: start + (length === 1 ? name.length : end)}] : []
  })
}
