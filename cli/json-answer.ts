import {name, version} from './package.ts'

/** What JSON allows in a string but a terminal would obey: the controls above ASCII, and marks of text direction. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/** An answer for programs: `content` as indented JSON, after the version of the form and the tool's. */
export function jsonAnswer(content: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify({version: 1, tool: {name, version}, ...content}, null, 2)
  return `${json.replace(steering, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`
}
