import {listKeyOf} from '../metadata/block.ts'
import {type ListedEntry, listedEntries} from '../metadata/entries.ts'
import type {Phase, Plan} from '../plan.ts'
import type {Title} from '../preset.ts'
import {startingIn} from '../ranges.ts'
import {stringIn} from '../stages/stages.ts'
import {matcherOf} from '../titles.ts'
import type {Completion, Cursor} from './completion.ts'

const beginning = /(?:^|[,;&+]|\b(?:and|on)\b)[\s`"'([]*$|^\s*[-*+]\s+[`"'([]*$/
const unfinished = /(?<![\p{L}\p{N}_.-])[\p{L}\p{N}_.-]*$/u

/** Labels of the fields in which the section of a phase names others by id. */
function titlesOfLists({preset}: Plan): Title[] {
  const keys = (preset.metadata && listKeyOf(preset.metadata)?.items) ?? []
  return keys.flatMap(({type, told}) => {
    if (type !== 'ids' || typeof told !== 'object') return []
    const field = preset.phases?.fields?.find(({label}) => label === told.field)
    return [told.field, ...(field?.aliases ?? [])]
  })
}

/** What stands on the cursor's line of the value of such a field, up to the cursor; null where it is in none. */
function valueBefore(cursor: Cursor, phase: Phase): string | null {
  const {plan, offset, before} = cursor
  const titles = titlesOfLists(plan)
  if (titles.length === 0) return null
  const matcher = matcherOf(titles)
  const lineStart = offset - before.length
  const label = startingIn(plan.document.labels, phase.section.body).findLast(({start}) => start < offset)
  if (!label || !matcher.matches(label.name) || label.end > offset) return null
  if (label.end >= lineStart) return plan.text.slice(label.end, offset)
  return /^\s*[-*+]\s/.test(before) && lineStart <= label.content.end ? before : null
}

function entriesOf({metadata, text}: Plan): ListedEntry[] {
  if (typeof metadata === 'string') return []
  const {content} = metadata.fence
  return listedEntries(text.slice(content.start, content.end), metadata.spec)
}

/** The id of the stage that `phase` is the section of; empty where it has none. */
function idOf({stages}: Plan, phase: Phase): string {
  const stage = stages?.all.find(({section}) => section?.phase === phase)
  return (stages && stage && stringIn(stage.entry, 'id', stages.isUnset)?.text.trim()) ?? ''
}

/** In the field of a stage's section that names others: their ids. */
export function stageIdCompletions(cursor: Cursor): Completion[] {
  const {plan, offset, after} = cursor
  const phase = plan.phases.find(({section: {body}}) => body.start <= offset && offset <= body.end)
  const value = phase ? valueBefore(cursor, phase) : null
  if (!phase || value === null) return []
  const [typed = ''] = unfinished.exec(value) ?? []
  const lead = value.slice(0, value.length - typed.length)
  if (!beginning.test(lead)) return []
  const taken = new Set([idOf(plan, phase), ...(lead.match(/[\p{L}\p{N}_.-]+/gu) ?? [])])
  const [rest = ''] = /^[\p{L}\p{N}_.-]*/u.exec(after) ?? []
  const gap = typed === '' && /[:：]$/.test(cursor.before) ? ' ' : ''
  return entriesOf(plan)
    .filter(({id}) => id !== '' && !taken.has(id))
    .map(({id, name}) => ({
      kind: 'stage',
      start: offset - typed.length,
      end: offset + rest.length,
      label: id,
      detail: name,
      text: gap + id,
      filter: id,
    }))
}
