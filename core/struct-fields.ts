import {type GoStruct, structsIn} from './code/go-structs.ts'
import {taggerLike} from './code/go-tags.ts'
import {showsExistingCode} from './existing-code.ts'
import {codeOf, languageOfFence, sourceOf} from './fenced-code.ts'
import type {Range} from './finding.ts'
import type {Plan} from './plan.ts'

/** An exported field without a tag, in offsets of the document. */
export interface TaglessField {
  field: string
  struct: string
  /** Whether other exported fields of the struct have tags. */
  hasTagsBeside: boolean
  range: Range
  /** Where a tag goes. */
  place: Range
  /** Tags it could have: one spelled as those beside it, one that keeps it inside Go; none where they leave that open. */
  tags: readonly string[]
}

/** Exported fields without a tag, in structs where another has one or, with `everywhere`, in any with a name. */
export function taglessFieldsOf({document}: Plan, everywhere: boolean): TaglessField[] {
  return document.fences.flatMap(fence => {
    if (languageOfFence(document, fence) !== 'go' || showsExistingCode(document, fence)) return []
    const {rangeOf} = codeOf(document, fence)
    return structsIn(sourceOf(document, fence, 'go')).flatMap(struct => taglessIn(struct, everywhere, rangeOf))
  })
}

function taglessIn(
  {name: struct, fields}: GoStruct,
  everywhere: boolean,
  rangeOf: (start: number, end: number) => Range,
): TaglessField[] {
  const exported = fields.filter(({isExported}) => isExported)
  const tagged = exported.flatMap(({name, tag}) => (tag === null ? [] : {name, tag}))
  const tagless = exported.filter(({tag}) => tag === null)
  if (tagless.length === 0 || (tagged.length === 0 && !(everywhere && struct))) return []
  const tagsFor = taggerLike(tagged)
  return tagless.map(({name, start, end, typeEnd, isShared}) => {
    return {
      field: name,
      struct: struct || 'struct',
      hasTagsBeside: tagged.length > 0,
      range: rangeOf(start, end),
      place: rangeOf(typeEnd, typeEnd),
      tags: isShared ? [] : tagsFor(name),
    }
  })
}
