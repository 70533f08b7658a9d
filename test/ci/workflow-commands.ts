/** A command to GitHub's runner in a log, such as an annotation. */
export interface WorkflowCommand {
  name: string
  properties: Record<string, string>
  data: string
}

const marks: readonly [escaped: string, mark: string][] = [
  ['%0D', '\r'],
  ['%0A', '\n'],
]
const propertyMarks: typeof marks = [...marks, ['%3A', ':'], ['%2C', ',']]

/** The commands in a log, read line by line as the runner reads them. */
export function commandsIn(log: string): WorkflowCommand[] {
  return log.split(/\r\n|\r|\n/).flatMap(line => {
    const words = line.trimStart()
    const end = words.indexOf('::', 2)
    if (!words.startsWith('::') || end < 0) return []
    const [, name = '', listed = ''] = /^(\S*) ?([\s\S]*)$/.exec(words.slice(2, end)) ?? []
    const pairs = listed
      .trim()
      .split(',')
      .flatMap(pair => {
        const [, key, value] = /^([^=]+)=([\s\S]+)$/.exec(pair) ?? []
        return key && value ? [[key, unescaped(value, propertyMarks)]] : []
      })
    return [{name, properties: Object.fromEntries(pairs), data: unescaped(words.slice(end + 2), marks)}]
  })
}

/** The runner reads `%25` last, so that what it stands for is not read twice. */
function unescaped(text: string, known: typeof marks): string {
  return [...known, ['%25', '%'] as const].reduce((read, [escaped, mark]) => read.replaceAll(escaped, mark), text)
}
