import type {MetadataKey, MetadataSpec, Preset} from '../preset.ts'

/** The values of one phase that are known before anything is written; by key of the metadata. */
export function knownValues({phases}: Preset, number: number): ReadonlyMap<string, string> {
  return new Map([['id', `${phases?.noun ?? 'phase'}-${number}`]])
}

/** The block that holds a document's data, with an object for each of `count` phases. */
export function metadataBlock(preset: Preset, {fence, keys}: MetadataSpec, count: number): string {
  const json = JSON.stringify(objectOf(preset, keys, count, new Map()), null, 2)
  return `\`\`\`${fence}\n${json}\n\`\`\``
}

function objectOf(
  preset: Preset,
  keys: readonly MetadataKey[],
  count: number,
  known: ReadonlyMap<string, string>,
): Record<string, unknown> {
  const asked = keys.filter(({expectation}) => expectation !== 'optional')
  return Object.fromEntries(
    asked.map(key => {
      if (key.type === 'ids') return [key.key, []]
      if (key.type !== 'objects') return [key.key, known.get(key.key) ?? unsetValue(preset, key)]
      const items = Array.from({length: count}, (_, index) =>
        objectOf(preset, key.items ?? [], count, knownValues(preset, index + 1)),
      )
      return [key.key, items]
    }),
  )
}

/** Values that are known to stand for nothing yet. */
function unsetValue({literals}: Preset, {type, values, form}: MetadataKey): string {
  if (type === 'date') return 'YYYY-MM-DD'
  if (values?.[0] !== undefined) return values[0]
  return form !== undefined && literals.includes(form) ? form : 'TBD'
}
