import {isTool, runsAlone} from './tools.ts'

/** What does nothing that could go wrong, or only prepares what follows. */
const gesture =
  /^(?::|true|false|exit(?:\s+\d+)?|echo\b.*|printf\b.*|cd\s+\S+|set\s+[-+]\S.*|#.*|\.{3}|…|(?:export\s+)?[A-Za-z_]\w*=(?!.*\$\()(?:"[^"]*"|'[^']*'|\S*))$/
const prompt = /^[$>%]\s+/
const environment = /^(?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|'[^']*'|\S*)\s+)+/
const wrapper = /^(?:sudo|time|exec|nice|command)\s+(?!-)/

/** `gradlew.bat` and `npm.cmd` are the programs' names on Windows. */
const windowsEnding = /\.(?:cmd|bat|exe)$/i

/** A program of the plan's own: `tide print --month 5`; nothing but a command line has options behind plain words. */
const hasOption =
  /^(?!(?:use|with|the|via|pass|add|and|or|if|when|no|supports?|accepts?)\s)(?:[a-z][a-z0-9_-]+|[A-Z][a-z]+-[A-Z]\w+|[\w.-]+(?:\/[\w.-]+)+)(?:\s+[\w./@][\w./:@-]*(?<!:))*\s+--?[A-Za-z][\w-]*(?:[\s=]|$)/

const scriptEnding = /\.(?:sh|bash|zsh|fish|bats|ps1|cmd|bat|exe|py|rb|pl|out)$/i
const anyEnding = /\.[A-Za-z]\w*$/
/** `./src` is where code is, and `./cmd/server` a package of Go; neither is run by that name. */
const folder =
  /^\.{1,2}\/(?:(?:src|dist|out|lib|data|docs|e2e|public|assets|vendor|packages|node_modules)$|(?:.*\/)?cmd\/)/

/** Whether a path is that of a program, as far as it alone can tell: not `./store.ts`, `~/.config`, `/api`, `./data:/data`. */
function isProgram(path: string, isAlone: boolean): boolean {
  // `./...` is a pattern for Go packages.
  if (/[\\/]$|\.\.\.$|[*<>{}:,…]|^\/dev\//.test(path)) return false
  if (!isAlone && /^[\w./-]+\.(?:sh|bash|zsh|bats|ps1)$/.test(path)) return true
  if (/^\\?\.{1,2}\\/.test(path)) return true
  if (!/^(?:\.{1,2}|~)?\/[\w.@-]/.test(path)) return false
  if (path.startsWith('/')) return !isAlone && /^\/[^/]+\/./.test(path)
  if (!isAlone || scriptEnding.test(path)) return true
  return path.startsWith('~') ? /\/bin\//.test(path) : !anyEnding.test(path) && !folder.test(path)
}

function isStep(part: string): boolean {
  const words = part
    .replace(prompt, '')
    // What must fail is run all the same: `! grep -r old src`.
    .replace(/^!\s+/, '')
    .replace(environment, '')
    .replace(wrapper, '')
  if (gesture.test(words) || namesSeveral(words)) return false
  const [first = ''] = words.split(/\s/)
  const isAlone = first === words
  if (isProgram(first, isAlone) || hasOption.test(words)) return true
  // The word `test` opens many a sentence and few command lines.
  if (first === 'test') return /^test\s+[-!"'$([]/.test(words)
  const program = first.replace(windowsEnding, '')
  return isTool(program) && (!isAlone || runsAlone(program))
}

/** `start.sh / stop.sh` are two files. */
function namesSeveral(words: string): boolean {
  return /^\S+\s+\/\s/.test(words)
}

function stepsOf(line: string): string[] {
  return line.split(/&&|\|\||;/).map(step => step.trim())
}

/** Whether `text` is a command line that checks something: a known tool or a path, and more than an empty gesture. */
export function isCommand(text: string): boolean {
  // Most inline code is a single name.
  if (/^[A-Za-z_][\w-]*$/.test(text)) return isTool(text) && runsAlone(text)
  return !isQuoted(text) && !isHelp(text) && stepsOf(text).some(isStep)
}

/** A line of help: `tide --month   Print the month`. */
function isHelp(text: string): boolean {
  return /\S(?: {2,}|\t)[A-Z][a-z]*\s/.test(text)
}

/** A value such as `"build": "tsc"`; a program's name in quotes is a path or a variable. */
function isQuoted(text: string): boolean {
  return /^["'](?![$./~\\])/.test(text)
}

/** Whether a line does nothing: it is empty, a comment, an assignment or an empty gesture. */
export function isGesture(line: string): boolean {
  return stepsOf(line.replace(prompt, '')).every(step => step === '' || gesture.test(step))
}

/** Whether `text`, which somebody is told to run, could be: a program need not be known, but it has a name. */
export function couldRun(text: string): boolean {
  if (!/\s/.test(text)) return /^(?:\.{1,2}|~)\/[\w.@/-]*[\w-]$/.test(text)
  if (isQuoted(text) || isGesture(text)) return false
  const [first = ''] = text.split(/\s/, 1)
  // `DROP TABLE` is for a database.
  return /^[A-Za-z_.$~"/\\]/.test(first) && !/:$|^[A-Z]+$/.test(first) && !namesSeveral(text)
}
