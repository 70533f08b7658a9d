import {name, version} from './package.ts'
import {jsonText} from './reporters/json-text.ts'

/** An answer for programs: `content` as indented JSON, after the version of the form and the tool's. */
export function jsonAnswer(content: Readonly<Record<string, unknown>>): string {
  return jsonText({version: 1, tool: {name, version}, ...content}, 2)
}
