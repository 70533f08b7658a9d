import type {Json, JsonObject} from './additions.ts'

/** A value as JSON in lines; a list without objects or lists in it stays on its line where that is short. */
export function asJson(value: Json, unit = '  ', indent = ''): string {
  if (isScalar(value)) return JSON.stringify(value)
  const inner = indent + unit
  if (Array.isArray(value)) {
    const line = compact(value)
    if (value.every(isScalar) && line.length <= longestList) return line
    return `[\n${value.map(item => inner + asJson(item, unit, inner)).join(',\n')}\n${indent}]`
  }
  const members = Object.entries(value as JsonObject).map(
    ([key, member]) => `${inner}${JSON.stringify(key)}: ${asJson(member, unit, inner)}`,
  )
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`
}

const longestList = 60

export function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null
}

/** A value as JSON on one line. */
export function compact(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(compact).join(', ')}]`
  if (isScalar(value)) return JSON.stringify(value)
  const members = Object.entries(value as JsonObject).map(
    ([key, member]) => `${JSON.stringify(key)}: ${compact(member)}`,
  )
  return `{${members.join(', ')}}`
}
