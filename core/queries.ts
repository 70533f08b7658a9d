import {eachSection, everywhere, titledPlaces} from './bind.ts'
import {type Code, oncePerCode} from './code/code.ts'
import {stringsIn} from './code/go-strings.ts'
import {showsExistingCode, showsExistingQuery} from './existing-code.ts'
import {codeOf, infoOf, languageOfFence, sourceOf} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Fence} from './markdown.ts'
import type {Plan} from './plan.ts'
import {haveAround, merged} from './ranges.ts'
import {type Query, type QueryKind, queriesIn, queryKindOf} from './sql/queries.ts'

/** A query in a code block, in offsets of the document. */
export interface PlannedQuery {
  kind: QueryKind
  range: Range
}

const sqlInfo = /^[\s{.]*(?:(?:ansi|pg|pl|pl\/?pg|t)?sql|postgres(?:ql)?|psql|mysql|mariadb|sqlite3?)\b(?!.*\bdiff\b)/i
const querying = /^(?:Must)?(?:Named)?(?:Query|Exec|Prepare)|^Raw$/

/** Sections of the template that tell of what is there, or of how the result is looked at. */
const notPlanned = ['current-state', 'desired-end-state']

/**
 * The queries in a plan's blocks of SQL and in the strings of its blocks of Go, but for those that show what is there
 * already or validate the result.
 */
export function queriesOf(plan: Plan): PlannedQuery[] {
  const apart = merged(placesApart(plan))
  return plan.document.fences
    .filter(({start}) => !haveAround(apart, start))
    .flatMap(fence => queriesInFence(plan, fence))
}

function queriesInFence({document}: Plan, fence: Fence): PlannedQuery[] {
  const placed = ({kind, start, end}: Query) => ({kind, range: codeOf(document, fence).rangeOf(start, end)})
  if (sqlInfo.test(infoOf(document, fence))) {
    if (showsExistingQuery(document, fence)) return []
    return document.memory.recall(queriesIn, codeOf(document, fence).code).map(placed)
  }
  if (languageOfFence(document, fence) !== 'go' || showsExistingCode(document, fence)) return []
  return queriesInGo(sourceOf(document, fence, 'go')).map(placed)
}

const queriesInGo = oncePerCode((code: Code): readonly Query[] =>
  stringsIn(code).flatMap(({text, start, end, takenBy}) => {
    const kind = queryKindOf(text, takenBy !== null && querying.test(takenBy))
    return kind ? {kind, start, end} : []
  }),
)

function placesApart({document, sections, preset}: Plan): Range[] {
  const bound = eachSection(sections).filter(({section: {spec}}) => notPlanned.includes(spec.id))
  return [
    ...titledPlaces(document, preset.vocabulary.validation, everywhere(document)),
    ...bound.flatMap(({section: {places}}) => places),
  ].map(({range}) => range)
}
