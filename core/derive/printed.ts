import type {Derived} from './derive.ts'

/** What is longer than this is broken into lines. */
const width = 100

/** A preset as JSON with comments that tell from which line of the template each part is; `template` is its name. */
export function printed({definition, lines, wordLines, notes}: Derived, template: string): string {
  const lineOf = (value: unknown): number | undefined => {
    return typeof value === 'string' ? wordLines.get(value) : lines.get(value as object)
  }
  const head = [
    `The preset of ${template}, made by "plan-lint derive".`,
    '"line" tells where in the template a part is from.',
    ...(notes.length > 0 ? ['', 'Not in it:', ...notes.map(({line, words}) => `line ${line}: ${words}`)] : []),
  ]
  const body = Object.entries(definition).map(([key, value]) => member(key, value, lineOf))
  return `${head.map(line => `// ${oneLine(line)}`.trimEnd()).join('\n')}\n{\n${joined(body)}\n}\n`
}

type LineOf = (value: unknown) => number | undefined

/** The lines of one member of an object or list, without a comma, and the template's line. */
interface Member {
  lines: string[]
  from: number | undefined
}

function member(key: string, value: unknown, lineOf: LineOf): Member {
  const [first = '', ...rest] = valueLines(value, lineOf)
  return {
    lines: [`${JSON.stringify(key)}: ${first}`, ...rest],
    from: lineOf(typeof value === 'object' ? value : undefined),
  }
}

function valueLines(value: unknown, lineOf: LineOf): string[] {
  const whole = flat(value)
  if (typeof value !== 'object' || value === null) return [whole]
  if (whole.length <= width && !holdsOrigins(value, lineOf)) return [whole]
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const members = Array.isArray(value)
    ? value.map(item => ({lines: valueLines(item, lineOf), from: lineOf(item)}))
    : Object.entries(value).map(([key, item]) => member(key, item, lineOf))
  return [open, ...joined(members).split('\n'), close]
}

/** Whether something in `value` is from a line of its own. */
function holdsOrigins(value: object, lineOf: LineOf): boolean {
  return Object.values(value).some(
    item => lineOf(item) !== undefined || (typeof item === 'object' && item !== null && holdsOrigins(item, lineOf)),
  )
}

function joined(members: readonly Member[]): string {
  return members
    .flatMap(({lines, from}, index) => {
      const last = lines.length - 1
      return lines.map((line, at) => {
        const comma = at === last && index < members.length - 1 ? ',' : ''
        return `  ${line}${comma}${at === 0 && from !== undefined ? ` // line ${from}` : ''}`
      })
    })
    .join('\n')
}

/** JSON on one line, with a blank after commas and colons. */
function flat(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flat).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .map(([key, item]) => `${JSON.stringify(key)}: ${flat(item)}`)
    .join(', ')}}`
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ')
}
