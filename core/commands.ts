import {codeSpansIn, type Document} from './document.ts'
import type {Range} from './finding.ts'
import {startingIn} from './ranges.ts'
import {isTool, runsAlone} from './tools.ts'

/** A command that a reader could run as it stands. */
export interface Command extends Range {
  text: string
}

const shells =
  /^(?:bash|sh|shell|zsh|fish|console|terminal|shell-session|shellsession|powershell|pwsh|ps1|cmd|bat|batch|makefile-commands)\b/i
const outputs = /^(?:text|txt|output|plaintext)?$/i
const empty = /^(?::|true|false|exit(?:\s+\d+)?|echo\b.*|printf\b.*|cd\s+\S+|#.*|\.{3}|…)$/
const environment = /^(?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|'[^']*'|\S*)\s+)+/

/** `gradlew.bat` and `npm.cmd` are the programs' names on Windows. */
const scriptEnding = /\.(?:cmd|bat|exe)$/i

/** A program of the plan's own: `tide print --month 5`; nothing but a command line has options behind plain words. */
const hasOption = /^[a-z][a-z0-9_-]+(?:\s+[\w./:@][\w./:@-]*)*\s+--?[a-z][\w-]*(?:[\s=]|$)/i

/** Whether `text` is a command line that checks something: a known tool or a path, and more than an empty gesture. */
function isCommand(text: string): boolean {
  return text.split(/&&|\|\||;/).some(part => {
    const words = part
      .trim()
      .replace(/^[$>%]\s+/, '')
      // What must fail is run all the same: `! grep -r old src`.
      .replace(/^!\s+/, '')
      .replace(environment, '')
      .replace(/^(?:sudo|time|exec|nice|command)\s+/, '')
    if (empty.test(words)) return false
    const [first = ''] = words.split(/\s/)
    // `./...` is a pattern for Go packages.
    if (/^(?:\.{1,2}|~)?[\\/][\w.@-]/.test(first) && !first.endsWith('...'))
      return /^[.~]/.test(first) || /\s/.test(words)
    const program = first.replace(scriptEnding, '')
    return hasOption.test(words) || (isTool(program) && (first !== words || runsAlone(program)))
  })
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

function isEmpty(text: string): boolean {
  return text.split(/&&|\|\||;/).every(part => empty.test(part.trim()))
}

function commandsInFence(code: string): boolean {
  return code.split('\n').some(line => {
    const words = line.trim().replace(/^[$>%]\s+/, '')
    return words !== '' && !isEmpty(words)
  })
}

/** The commands inside `within`: those in shell fences and inline code, and `Run: make test` written plainly. */
export function commandsIn(document: Document, within: Range): Command[] {
  const {text} = document
  const commands: Command[] = []
  for (const fence of startingIn(document.fences, within)) {
    const info = text.slice(fence.info.start, fence.info.end).trim()
    const code = text.slice(fence.content.start, fence.content.end)
    const runnable = shells.test(info)
      ? commandsInFence(code)
      : outputs.test(info) && code.split('\n').some(line => isCommand(line.trim()))
    if (runnable) commands.push({start: fence.content.start, end: fence.content.end, text: code})
  }
  const places: Range[] = [
    ...startingIn(document.lines, within),
    ...startingIn(document.tables, within).flatMap(table => table.rows.flat()),
    ...startingIn(document.headings, within).map(heading => heading.title),
  ]
  for (const place of places) for (const command of commandsInProse(text, place)) commands.push(command)
  return commands.sort((a, b) => a.start - b.start)
}

function commandsInProse(text: string, place: Range): Command[] {
  const words = text.slice(place.start, place.end)
  if (words.includes('`')) return commandsInCode(text, place)
  const plain = /(?:^|[.;:]\s+)(?:Run|Execute|Command)s?:?\s+(\S.*)$/is.exec(words)
  if (!plain?.[1] || !isCommand(plain[1]) || isUnchosen(plain[1])) return []
  return [{start: place.end - plain[1].length, end: place.end, text: plain[1]}]
}

function commandsInCode(text: string, place: Range): Command[] {
  const spans: Command[] = codeSpansIn(text, place).map(span => ({
    ...span,
    text: text.slice(span.start, span.end).replace(/^`+\s?|\s?(?<!`)`+$/g, ''),
  }))
  return spans.filter((span, index) => {
    const before = text.slice(Math.max(place.start, span.start - 40), span.start)
    const isAsked = /\s/.test(span.text) && /\b(?:run(?:ning)?|execute|invoke)\W*$/i.test(before)
    if (!isCommand(span.text) && !(isAsked && !isEmpty(span.text))) return false
    if (isUnchosen(span.text) || /^\s*\/\s*etc\b/.test(text.slice(span.end, span.end + 10))) return false
    return !isChoice(text, spans[index - 1], span) && !isChoice(text, span, spans[index + 1])
  })
}
