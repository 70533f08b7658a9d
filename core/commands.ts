import {couldRun, isCommand} from './command-lines.ts'
import {codeSpansIn, type Document} from './document.ts'
import type {Range} from './finding.ts'
import {startingIn} from './ranges.ts'
import {holdsCommands} from './shell-fences.ts'
import {isTool, runsAlone} from './tools.ts'

/** A command that a reader could run as it stands. */
export interface Command extends Range {
  text: string
}

/** A template's `npm test / go test ./...`, from which nobody chose. */
function isUnchosen(code: string): boolean {
  return /\s\/\s(?:go|npm|pnpm|yarn|cargo|make)\s/.test(code)
}

/** Whether a slash alone stands between two commands of different tools, as in `npm test` / `go test ./...`. */
function isChoice(text: string, one: Command | undefined, other: Command | undefined): boolean {
  if (!one || !other || !/^\s*\/\s*$/.test(text.slice(one.end, other.start))) return false
  return one.text.split(/\s/)[0] !== other.text.split(/\s/)[0]
}

/** The commands inside `within`: those in shell fences and inline code, and `Run: make test` written plainly. */
export function commandsIn(document: Document, within: Range): Command[] {
  const {text} = document
  const commands: Command[] = []
  for (const fence of startingIn(document.fences, within)) {
    const {start, end} = fence.content
    if (holdsCommands(document, fence)) commands.push({start, end, text: text.slice(start, end)})
  }
  const read = (place: Range) => {
    for (const command of commandsInProse(text, place)) commands.push(command)
  }
  for (const line of startingIn(document.lines, within)) read(line)
  for (const {rows} of startingIn(document.tables, within)) for (const row of rows) for (const cell of row) read(cell)
  for (const {title} of startingIn(document.headings, within)) read(title)
  return commands.sort((a, b) => a.start - b.start)
}

function commandsInProse(text: string, place: Range): Command[] {
  const words = text.slice(place.start, place.end)
  if (words.includes('`')) return commandsInCode(text, place)
  const plain = /(?:^|[.;:]\s+)(?:Run|Execute|Command)s?:?\s+(\S.*)$/is.exec(words)?.[1]
  const command = plain === undefined ? '' : withoutSentence(plain)
  if (plain === undefined || !isCommand(command) || isUnchosen(plain)) return []
  const start = place.end - plain.length
  return [{start, end: start + command.length, text: command}]
}

/** Where a sentence goes on behind a command written plainly: `go build to see that it compiles`. */
const sentence =
  /(?:\s(?:and|then|to|so|from|which|until|before|after|again)\b|\s[-–—(→]|\*\*|[,;](?=\s)|\.(?=\s|$)).*$/is
/** Behind a tool's name these go on about it, not with its arguments: `mypy with strict types`, `ruff linter`. */
const aboutTool =
  /^\S+\s+(?:with|on|in|for|from|as|against|over|locally|first|linter|formatter|checker|checks?|suite|scan(?:ner)?|analysis)\b/i

/** The command at the start of `words`; empty where they only speak of a tool. */
function withoutSentence(words: string): string {
  return aboutTool.test(words) ? '' : words.replace(sentence, '').trimEnd()
}

const askedBefore = /(?:\b(?:run(?:ning)?|execute|invoke)|运行|運行|执行|執行)[^\w,;.)]*$/i
const askedAfter = /^\s*(?:[을를を]\s*)?(?:실행|実行)/

function commandsInCode(text: string, place: Range): Command[] {
  const spans: Command[] = codeSpansIn(text, place).map(span => ({
    ...span,
    text: text.slice(span.start, span.end).replace(/^`+\s?|\s?(?<!`)`+$/g, ''),
  }))
  return spans.filter((span, index) => {
    if (!isRun(text, place, span) || isUnchosen(span.text)) return false
    if (/^\s*\/\s*etc\b/.test(text.slice(span.end, span.end + 10))) return false
    return !isChoice(text, spans[index - 1], span) && !isChoice(text, span, spans[index + 1])
  })
}

/** Whether inline code is a command by its words, or by what is said around it. */
function isRun(text: string, place: Range, span: Command): boolean {
  const isKnown = isCommand(span.text)
  if (isKnown ? /\s/.test(span.text) : !couldRun(span.text)) return isKnown
  const before = text.slice(Math.max(place.start, span.start - 80), span.start)
  const after = text.slice(span.end, Math.min(place.end, span.end + 30))
  if (askedBefore.test(before) || askedAfter.test(after)) return true
  return isKnown && !onlyNames(span.text, before, after)
}

const added =
  /\b(?:add|install|configure|set ?up|upgrade|bump|pin|depends? on|(?:dev-?)?dependenc(?:y|ies)|packages?|librar(?:y|ies)|requirements?)\b[^.;—–]*$|\b(?:from|not|uses?)\W*$|依存|依赖|依賴|의존/i
const moduleOrFolder =
  /\b(?:(?:cross-|re-)?(?:imports?|exports?)|requires?|extends|module)\b|(?:\b(?:from|add|in|into|to|at|of|under|inside|folder|director(?:y|ies)|\w*Dir|main|path|alias))\W*$/i
const isModule = /^\W*(?:(?:re-)?exports?|imports?|modules?|packages?|folders?|director(?:y|ies))\b/i

/** Whether the words around a lone name speak of a package, a module or a folder. */
function onlyNames(name: string, before: string, after: string): boolean {
  if (/^\.{1,2}\/[^.]*$/.test(name)) return moduleOrFolder.test(before) || isModule.test(after)
  if (!isTool(name) || !runsAlone(name)) return false
  return added.test(before) || /^\s*(?:targets?|config\w*|plugins?|rules?|versions?|does(?:n['’]t| not))\b/i.test(after)
}
