/** What JSON allows in a string but a terminal would obey, or not show: as for people, by single units. */
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\udb40(?=[\udc00-\udc7f])/g

/** How CI services begin commands that they look for anywhere in a line. */
const command = /##(?=\[|vso\[|teamcity\[)/gi

/** `value` as JSON that neither a terminal nor the log of a CI service obeys, with a line break at its end. */
export function jsonText(value: unknown, indent?: number): string {
  const text = JSON.stringify(value, null, indent)
    .replace(steering, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(command, '\\u0023#')
  return `${text}\n`
}
