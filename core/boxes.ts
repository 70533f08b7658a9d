import {everywhere, titledPlaces} from './bind.ts'
import type {Range} from './finding.ts'
import type {Item} from './markdown.ts'
import type {Plan} from './plan.ts'
import {haveAround, merged} from './ranges.ts'

/** What a box says that stays open because nothing will be done: `(skipped: no Windows runner)`. */
export const leftOut =
  /\((?:skipped|deferred|dropped|cancell?ed|not (?:needed|required|applicable)|n\/a|won't do)\b[^()]*\)[\s.*_]*$/i
/** Work that may be left undone: `(Optional) A second gauge`, `A second gauge (optional)`. */
const optional =
  /^[-*+\d.)\s]*\[ \]\s*[*_([]*optional\b|\(optional\b[^()]*\)[\s.*_]*$|(?<!\w)[*_]optional\b[^*_]*[*_]+\s*$/i
const longestLine = 1000

/** Open task boxes outside the questions and outside what need not be done; struck ones do not count. */
export function openBoxes({document, preset, phases, sections, text}: Plan): Item[] {
  const zones: Range[] = merged([
    ...titledPlaces(document, preset.vocabulary.questions, everywhere(document)).map(({range}) => range),
    ...sections.filter(({spec}) => spec.id === 'out-of-scope').flatMap(({places}) => places.map(({range}) => range)),
    ...phases.filter(({state}) => state === 'skipped').map(({section}) => section),
  ])
  return document.items.filter(({checked, start, end}) => {
    if (checked !== false || haveAround(zones, start)) return false
    const [line = ''] = text.slice(start, Math.min(end, start + longestLine)).split('\n', 1)
    return !/^[-*+\d.)\s]*\[ \]\s*~~/.test(line) && !leftOut.test(line) && !optional.test(line)
  })
}
