import {doneWorkIn} from '../done-work.ts'
import {oncePerPart} from '../once.ts'
import type {Plan} from '../plan.ts'
import {isSetAside} from '../plan-age.ts'
import {isCompleted} from '../status.ts'
import type {Workspace} from '../workspace.ts'
import {folderOf, nameOf} from '../workspace-paths.ts'
import {type Announcements, announcementsOf} from './announced.ts'
import {type Call, callsIn} from './calls.ts'
import {isInDoubt} from './doubt.ts'
import {joined} from './paths.ts'
import {fileAbove, fileIn, filesNamed} from './search.ts'
import type {Tool, UnknownTarget} from './target.ts'
import {toolOf} from './tools.ts'

/** A target that is not there, with the command that asks for it. */
export interface UnknownCall {
  call: Call
  target: UnknownTarget
}

/** More folders than these are not asked. */
const mostFolders = 300

function unknownAt(tool: Tool, call: Call, folder: string, workspace: Workspace): UnknownTarget[] {
  return [...tool.unknownIn({program: call.name, words: call.words, folder, workspace})]
}

/** Those of `unknown` that are so in each of `folders` in which the tool has its files. */
function unknownInAll(
  unknown: readonly UnknownTarget[],
  tool: Tool,
  call: Call,
  folders: readonly string[],
  workspace: Workspace,
): readonly UnknownTarget[] {
  let left = unknown
  for (const folder of folders) {
    if (left.length === 0 || fileAbove(workspace, folder, tool.files) === null) continue
    const there = new Set(unknownAt(tool, call, folder, workspace).map(({start}) => start))
    left = left.filter(({start}) => there.has(start))
  }
  return left
}

/** The files of a tool in a repository, wherever they are. */
const filesOf = oncePerPart((workspace: Workspace, {files}: Tool) => filesNamed(workspace, files))

/** The targets that they define for sure. */
const definedIn = oncePerPart(
  (workspace: Workspace, tool: Tool): ReadonlySet<string> =>
    new Set(filesOf(workspace, tool).flatMap(file => [...(tool.namesIn?.(workspace, file) ?? [])])),
)

/** Whether what looks like a slip for a target here is one elsewhere in the repository. */
function isDefined({name, isPath}: UnknownTarget, tool: Tool, workspace: Workspace): boolean {
  if (!isPath) return definedIn(workspace, tool).has(name)
  const path = name.replace(/\/\.\.\.$/, '')
  return filesOf(workspace, tool).some(file => workspace.kindOf(joined(folderOf(file), path) ?? '') !== null)
}

function isPlacedByOption({placing = []}: Tool, {words}: Call): boolean {
  return words.some(({text}) => placing.includes(text.split('=', 1)[0] ?? ''))
}

/** What a call asks for and is in none of the folders where it may be run. */
function unknownBy(tool: Tool, call: Call, workspace: Workspace): readonly UnknownTarget[] {
  const [first, ...others] = call.isPlaced ? call.folders : foldersWith(tool, call, workspace)
  if (first === undefined) return []
  const unknown = unknownInAll(unknownAt(tool, call, first, workspace), tool, call, others, workspace)
  if (unknown.length === 0 || call.isPlaced || isPlacedByOption(tool, call)) return unknown
  // Where the plan does not say where, it may mean wherever the tool has its files.
  const files = filesOf(workspace, tool)
  if (files.length > mostFolders) return []
  const near = unknown.filter(target => target.nearest !== null && !isDefined(target, tool, workspace))
  const far = unknown.filter(({nearest}) => nearest === null)
  return [...near, ...unknownInAll(far, tool, call, [...new Set(files.map(folderOf))], workspace)]
}

/** The folders around the plan in which the tool has its files, the innermost first. */
function foldersWith(tool: Tool, {folders}: Call, workspace: Workspace): string[] {
  return folders.filter(folder => fileIn(workspace, folder, tool.files) !== null).reverse()
}

/** Whether a plan tells of what is behind a command, so that it may well not be there yet. */
function isAnnounced({target}: UnknownCall, {defined, segments, added, files}: Announcements): boolean {
  const {name, isPath, place, nearest} = target
  if (isPath) return segments.has(nameOf(place))
  if (defined.has(name) || segments.has(name)) return true
  return nearest === null && (added.has(name) || files.has(nameOf(place)) || files.has(withDashes(name)))
}

/** `check:regex` is likely to run `check-regex.ts`. */
function withDashes(name: string): string {
  return name.replace(/[:_]/g, '-')
}

/** What the commands of a plan ask for that is neither in its repository nor to be made by the plan. */
export function unknownTargets(plan: Plan): UnknownCall[] {
  const {document, workspace, status} = plan
  if (!workspace || isSetAside(plan) || (status && isCompleted(status))) return []
  const calls = callsIn(document, workspace)
  const unknown = calls.flatMap(call => {
    const tool = call.isOptional ? undefined : toolOf(call.name)
    return tool ? unknownBy(tool, call, workspace).map(target => ({call, target})) : []
  })
  if (unknown.length === 0) return []
  const announcements = announcementsOf(
    document,
    calls.map(({place}) => place),
  )
  const isDone = doneWorkIn(plan)
  return unknown.filter(
    found => !isAnnounced(found, announcements) && !isDone(found.call.start) && !isInDoubt(plan.text, found.call),
  )
}
