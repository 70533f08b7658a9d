import type {Workspace} from '../workspace.ts'
import {folderOf} from '../workspace-paths.ts'
import {Definitions} from './definitions.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import {fileIn} from './search.ts'
import {wildcardOf} from './wildcards.ts'

export const taskfileNames = [
  'Taskfile.yml',
  'taskfile.yml',
  'Taskfile.yaml',
  'taskfile.yaml',
  'Taskfile.dist.yml',
  'taskfile.dist.yml',
  'Taskfile.dist.yaml',
  'taskfile.dist.yaml',
]
/** More files than these no Taskfile includes. */
const mostFiles = 50

/** A line of YAML that begins an entry of a map: `  name: value`. */
interface Entry {
  indent: number
  key: string
  value: string
}

/** The entry that a line begins; null for any other line. */
function entryOn(line: string): Entry | null {
  const words = line.trimStart()
  const quote = words.charAt(0)
  const isQuoted = quote === '"' || quote === "'"
  if (!isQuoted && /^[\s#&*{[|>!%@,-]/.test(words)) return null
  const from = isQuoted ? words.indexOf(quote, 1) + 1 : 0
  const inside = words.indexOf(': ', from)
  const colon = isQuoted ? from : inside < 0 ? words.length - 1 : inside
  if (colon < 1 || words[colon] !== ':') return null
  const key = isQuoted ? words.slice(1, from - 1) : words.slice(0, colon)
  return {indent: line.length - words.length, key: key.trim(), value: words.slice(colon + 1).trim()}
}

/**
 * The entries under `section`, a key at the top of a YAML text, with all that is nested in them; null where they are
 * written in another way than a key on a line. A whole YAML parser would have to be loaded for each plan, as rules
 * cannot wait for one, to read no more than these keys.
 */
function entriesUnder(text: string, section: string): Entry[] | null {
  const lines = text.split('\n')
  const start = lines.findIndex(line => line.startsWith(`${section}:`))
  if (start < 0) return []
  if (!/^\s*(?:#.*)?$/.test((lines[start] ?? '').slice(section.length + 1))) return null
  const entries: Entry[] = []
  for (const line of lines.slice(start + 1)) {
    if (/^[^\s#]/.test(line)) break
    if (line.trimStart().startsWith('<<')) return null
    const entry = entryOn(line.trimEnd())
    if (entry) entries.push(entry)
  }
  return entries
}

/** An entry of the first level with those nested in it. */
interface Group {
  key: string
  value: string
  parts: Entry[]
}

function groupsOf(entries: readonly Entry[]): Group[] {
  const outermost = entries[0]?.indent ?? 0
  const groups: Group[] = []
  for (const {key, value, indent} of entries) {
    if (indent <= outermost) groups.push({key, value, parts: []})
    else groups.at(-1)?.parts.push({key, value, indent})
  }
  return groups
}

function plain(value: string): string {
  const [told = ''] = value.split(' #', 1)
  return told.trim().replace(/^["']|["']$/g, '')
}

/** The value of a part right under an entry. */
function partOf({parts}: Group, key: string): string | undefined {
  const indent = parts[0]?.indent
  const part = parts.find(part => part.key === key && part.indent === indent)
  return part && plain(part.value)
}

/** Adds the tasks of a Taskfile and of what it includes; `prefix` is the name space that they are in. */
function addTasks(
  workspace: Workspace,
  file: string,
  prefix: string,
  definitions: Definitions,
  seen: Set<string>,
): void {
  if (seen.has(`${prefix} ${file}`)) return
  seen.add(`${prefix} ${file}`)
  const text = seen.size > mostFiles ? null : workspace.read(file)?.replaceAll('\r\n', '\n')
  const tasks = text === null || text === undefined ? null : entriesUnder(text, 'tasks')
  const includes = text === null || text === undefined ? null : entriesUnder(text, 'includes')
  if (tasks === null || includes === null) {
    leaveOpen(definitions, prefix)
    return
  }
  for (const group of groupsOf(tasks)) addTask(definitions, prefix, group)
  for (const group of groupsOf(includes)) addInclude(workspace, file, prefix, definitions, seen, group)
}

function leaveOpen(definitions: Definitions, prefix: string): void {
  if (prefix === '') definitions.isOpen = true
  else definitions.wildcards.push(wildcardOf([prefix, '']))
}

function addTask(definitions: Definitions, prefix: string, group: Group): void {
  const aliases = partOf(group, 'aliases')
  if (group.key === 'default' && prefix !== '') definitions.names.add(prefix.slice(0, -1))
  if (aliases === '') definitions.isOpen = true
  for (const name of [group.key, ...(aliases ?? '').split(/[[\],\s"']+/)]) {
    if (name.includes('*') || name.includes('{'))
      definitions.wildcards.push(wildcardOf([prefix + (name.split(/[*{]/, 1)[0] ?? ''), '']))
    else if (name !== '') definitions.names.add(prefix + name)
  }
}

function addInclude(
  workspace: Workspace,
  file: string,
  prefix: string,
  definitions: Definitions,
  seen: Set<string>,
  group: Group,
): void {
  const given = partOf(group, 'taskfile') ?? plain(group.value)
  const inner = `${prefix}${group.key}:`
  const at = joined(folderOf(file), given)
  const found =
    at === null || given === '' ? null : workspace.kindOf(at) === 'folder' ? fileIn(workspace, at, taskfileNames) : at
  const isFlat = partOf(group, 'flatten') !== undefined
  if (partOf(group, 'aliases') !== undefined) definitions.isOpen = true
  if (found === null || workspace.kindOf(found) !== 'file') leaveOpen(definitions, isFlat ? prefix : inner)
  else addTasks(workspace, found, isFlat ? prefix : inner, definitions, seen)
}

/** The tasks that `task` knows by a Taskfile. */
export const tasksOf = perFile((workspace, file): Definitions => {
  const definitions = new Definitions()
  addTasks(workspace, file, '', definitions, new Set())
  return definitions
})
