import type {MetadataKey, Preset} from '../core/preset.ts'

export type Schema = {readonly [key: string]: unknown}

/**
 * JSON Schema (draft 7) of the metadata of `preset`'s plans, from the data by which the rule `stage-metadata` checks
 * them. What no schema can say (ids that repeat, names that do not occur) is left to the rules; undefined where the
 * preset knows no metadata.
 */
export function metadataSchema({id, metadata}: Preset): Schema | undefined {
  if (!metadata) return undefined
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `Metadata of ${id} plans`,
    description: `What a block that opens with "\`\`\`${metadata.fence}" holds.`,
    ...objectSchema(metadata.keys),
  }
}

function objectSchema(keys: readonly MetadataKey[]): Schema {
  return {
    type: 'object',
    required: keys.filter(({expectation}) => expectation === 'required').map(({key}) => key),
    properties: Object.fromEntries(keys.map(key => [key.key, {...toldIn(key), ...valueSchema(key)}])),
  }
}

function toldIn({told, form}: MetadataKey): Schema {
  const place = told === 'heading' ? 'the name in its heading' : told && `its field "${told.field}"`
  const parts = [form && `Form: ${form}.`, place && `The stage's section says the same: ${place}.`].filter(Boolean)
  return parts.length > 0 ? {description: parts.join(' ')} : {}
}

function valueSchema({type, values, pattern, items}: MetadataKey): Schema {
  const filled = {type: 'string', pattern: '\\S'}
  switch (type) {
    case 'text':
      return pattern ? {type: 'string', pattern: `^(?:${pattern})$`} : filled
    case 'date':
      return {type: 'string', format: 'date'}
    case 'enum':
      return {enum: values ?? []}
    case 'ids':
      return {type: 'array', items: filled}
    case 'objects':
      return {type: 'array', minItems: 1, items: objectSchema(items ?? [])}
  }
}
