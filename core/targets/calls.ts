import {commandsIn} from '../commands.ts'
import type {Document} from '../document.ts'
import {codeOf} from '../fenced-code.ts'
import type {Range} from '../finding.ts'
import type {Fence} from '../markdown.ts'
import {wholeOf} from '../ranges.ts'
import type {Workspace} from '../workspace.ts'
import {upwards} from '../workspace-paths.ts'
import {joined} from './paths.ts'
import {type Program, programOf} from './programs.ts'
import {type Step, stepsOf, type Word} from './shell.ts'

/** A program that a plan says to run. Places are those in the document. */
export interface Call extends Range, Omit<Program, 'start'> {
  /** As written, from the program on. */
  text: string
  /** Where it may be run; none where that cannot be told. */
  folders: readonly string[]
  /** Whether the plan says where. */
  isPlaced: boolean
  /** Whether it may fail, as another command follows for that case. */
  isOptional: boolean
  /** The block of code, or the inline code, that it stands in. */
  place: Range
}

/** Where one is after the commands so far. */
interface Whereabouts {
  folders: readonly string[]
  isPlaced: boolean
}

/** A line of commands, and the way from its offsets to the document. */
interface CommandLine {
  text: string
  rangeOf(start: number, end: number): Range
}

/** The root, however deep one is. */
const root = /^\$\(git rev-parse --show-toplevel\)$/

/** Where `cd` leads. */
function entered(workspace: Workspace, {folders}: Whereabouts, word: Word | undefined): Whereabouts {
  if (!word || root.test(word.text)) return {folders: word ? [''] : [], isPlaced: true}
  const reached = word.isPlain ? folders.flatMap(folder => joined(folder, word.text) ?? []) : []
  return {folders: [...new Set(reached)].filter(folder => workspace.kindOf(folder) === 'folder'), isPlaced: true}
}

/** More folders than these leave open where one is. */
const mostFolders = 20

/** Who writes `cd web && make` on one line after the other may mean each from where all began. */
function eitherOf(here: Whereabouts, other: Whereabouts): Whereabouts {
  if (here === other || here.folders.length === 0) return here
  const folders = [...new Set([...here.folders, ...other.folders])]
  return {folders: folders.length > mostFolders ? [] : folders, isPlaced: here.isPlaced}
}

/** The calls of one line, and where one is after it. */
function callsOfLine(
  workspace: Workspace,
  {text, rangeOf}: CommandLine,
  start: Whereabouts,
  place: Range,
): {calls: Call[]; end: Whereabouts} {
  const calls: Call[] = []
  let here = start
  let isNested = false
  const steps = stepsOf(text)
  for (const [index, step] of steps.entries()) {
    if (isNested && !step.isNested) here = start
    isNested = step.isNested
    const program = programOf(step)
    if (program?.name === 'cd') here = entered(workspace, here, program.words[0])
    else if (program?.name === 'pushd' || program?.name === 'popd') here = {folders: [], isPlaced: true}
    else if (program) calls.push(callOf(step, program, here, {text, rangeOf}, place, steps[index - 1]?.joint === '||'))
  }
  return {calls, end: isNested ? start : here}
}

function callOf(
  {words, joint}: Step,
  program: Program,
  {folders, isPlaced}: Whereabouts,
  {text, rangeOf}: CommandLine,
  place: Range,
  isSecondChoice: boolean,
): Call {
  const end = words.at(-1)?.end ?? program.start
  return {
    ...rangeOf(words[0]?.start ?? program.start, end),
    name: program.name,
    text: text.slice(program.start, end),
    words: program.words.map(word => ({...word, ...rangeOf(word.start, word.end)})),
    folders,
    isPlaced,
    isOptional: joint === '||' || isSecondChoice,
    place,
  }
}

const prompt = /^\s*(?:[\w.@~:/-]*[$%>]|PS>)\s+/

/** The same line with blanks where the prompt was, so that offsets stay. */
function withoutPrompt(line: string): string {
  return line.replace(prompt, lead => ' '.repeat(lead.length))
}

/** The lines of a block of commands; where some have a prompt the others are what was printed. */
function* linesOf(code: string): Generator<{start: number; text: string}> {
  const whole = code.replace(/\\\r?\n/g, joint => ' '.repeat(joint.length))
  const lines = whole.split('\n')
  const isSession = lines.some(line => /^\s*\$\s/.test(line))
  let start = 0
  let closing: string | null = null
  for (const line of lines) {
    const text = withoutPrompt(line)
    if (closing !== null) closing = line.trim() === closing ? null : closing
    else if (!isSession || text !== line) {
      yield {start, text}
      closing = /<<-?\s*["']?(\w+)["']?/.exec(text)?.[1] ?? null
    }
    start += line.length + 1
  }
}

/** Where a command without a `cd` before it is run: at the root, or in a folder around the plan. */
function baseOf({planPath}: Workspace): Whereabouts {
  return {folders: [...upwards(planPath)].slice(1).reverse(), isPlaced: false}
}

/** The calls of a block of commands, each run where those before it lead. */
function* callsOfFence(document: Document, fence: Fence, workspace: Workspace, base: Whereabouts): Generator<Call> {
  const {code, rangeOf} = codeOf(document, fence)
  let here = base
  for (const {start, text} of linesOf(code)) {
    const line = {text, rangeOf: (from: number, to: number) => rangeOf(start + from, start + to)}
    const {calls, end} = callsOfLine(workspace, line, here, fence)
    yield* calls
    // Behind a blank line or a remark something new may begin, where all began.
    if (/^\s*(?:#.*)?$/.test(text)) here = here.isPlaced ? eitherOf(here, base) : here
    else here = /^\s*cd\s+\S+\s*$/.test(text) ? end : eitherOf(end, here)
  }
}

/** All programs that the plan says to run, in order. */
export function callsIn(document: Document, workspace: Workspace): Call[] {
  const fences = new Map(document.fences.map(fence => [fence.content.start, fence]))
  const base = baseOf(workspace)
  return commandsIn(document, wholeOf(document.text)).flatMap(command => {
    const fence = fences.get(command.start)
    if (fence) return [...callsOfFence(document, fence, workspace, base)]
    const lead = /^`*\s?/.exec(document.text.slice(command.start, command.end))?.[0].length ?? 0
    const offset = command.start + lead
    const rangeOf = (start: number, end: number) => ({start: start + offset, end: end + offset})
    return callsOfLine(workspace, {text: withoutPrompt(command.text), rangeOf}, base, command).calls
  })
}
