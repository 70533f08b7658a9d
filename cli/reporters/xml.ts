import {harmless} from '../terminal.ts'

const entities: Record<string, string> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;'}

/** What XML 1.0 cannot hold, not even escaped, besides controls: halves of surrogate pairs, and two code points. */
const impossible = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g

export type Attributes = Readonly<Record<string, string | number>>

/** An element on lines of its own, its `content` indented; absent content makes it empty. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  const tag = `<${name}${written.join('')}`
  return content ? `${tag}>\n${indented(content)}</${name}>\n` : `${tag}/>\n`
}

/** An element on one line that holds nothing but `text`. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  return `<${name}${written.join('')}>${escaped(text)}</${name}>\n`
}

export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
}

/** On one line, and nothing in it that a reader of the file or of a log would take for markup or a command. */
function escaped(text: string): string {
  return harmless(text)
    .replace(impossible, '\ufffd')
    .replace(/[&<>"']/g, character => entities[character] ?? character)
    .replace(/##(?=\[|vso\[|teamcity\[)/gi, '&#35;#')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
