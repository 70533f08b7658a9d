import type {Range} from '../finding.ts'
import type {Plan} from '../plan.ts'
import {haveAny} from '../ranges.ts'
import {stageGraphOf} from '../stages/graph.ts'
import {StageNames} from '../stages/names.ts'
import type {Stage, Stages} from '../stages/stages.ts'

/** A place that names a stage by its id. */
export interface StageMention extends Range {
  stage: Stage
}

const word = /[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)*/gu

/** What a section says of the keys of its metadata that hold ids, in order. */
function valuesWithIds({all, keys}: Stages): Range[] {
  const wanted = keys.filter(({key, type}) => key === 'id' || type === 'ids')
  const values = all.flatMap(({section}) => wanted.flatMap(({key}) => section?.values.get(key) ?? []))
  return values.sort((a, b) => a.start - b.start)
}

/**
 * Where a plan names its stages by their ids: in the dependencies of the metadata, in the fields of sections, and in
 * running text, headings and tables in code or where the id has a hyphen; other ids are words like any.
 */
export function stageMentions({stages, document, text}: Plan): StageMention[] {
  if (!stages) return []
  const names = new StageNames(stages)
  const fields = valuesWithIds(stages)
  const isId = (place: Range, id: string) =>
    /[-_.]/.test(id) || (text[place.start - 1] === '`' && text[place.end] === '`') || haveAny(fields, place)
  const blocks = document.blocks.filter(({kind}) => kind === 'paragraph' || kind === 'table' || kind === 'heading')
  const inText = blocks.flatMap(block =>
    [...text.slice(block.start, block.end).matchAll(word)].flatMap(match => {
      const start = block.start + match.index
      const place = {start, end: start + match[0].length}
      const stage = names.byId(match[0])
      return stage && isId(place, match[0]) ? [{stage, ...place}] : []
    }),
  )
  const inMetadata = stageGraphOf(stages).dependencies.flatMap(({target, value: {start, end}}) =>
    target ? [{stage: target, start, end}] : [],
  )
  return [...inMetadata, ...inText]
}
