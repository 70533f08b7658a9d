import {type Arguments, argumentsOf, has, valueGiven} from './arguments.ts'
import type {Manifest} from './package-manifest.ts'
import {packageAt, packageNamed, scriptsIn, unknownScript} from './scripts.ts'
import type {Word} from './shell.ts'
import type {Request, Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  '-w --workspace --prefix -C --loglevel --script-shell --userconfig --cache --registry'.split(' '),
)
const runs = new Set(['run', 'run-script', 'rum', 'urn'])
/** Scripts with a command of their own. Without one `npm start` runs server.js, and `npm restart` stops and starts. */
const commands = new Map([
  ['test', 'test'],
  ['t', 'test'],
  ['tst', 'test'],
  ['stop', 'stop'],
])

/** The word that names a script, and that script. */
function scriptAsked({operands}: Arguments): {word: Word; name: string} | null {
  const [command, script] = operands
  if (!command) return null
  if (runs.has(command.text)) return script && script.text !== 'env' ? {word: script, name: script.text} : null
  const name = commands.get(command.text)
  return name === undefined ? null : {word: command, name}
}

function* packageAsked(given: Arguments, {folder, workspace}: Request): Generator<UnknownTarget, Manifest | null> {
  if (has(given, '-ws', '--workspaces', '--if-present', '-g', '--global')) return null
  const named = valueGiven(given, '-w', '--workspace')
  if (named === undefined) return packageAt(workspace, folder, valueGiven(given, '--prefix', '-C'))
  const found = named && packageNamed(workspace, folder, named)
  if (!found || 'file' in found) return found
  yield found
  return null
}

export const npm: Tool = {
  programs: ['npm'],
  files: ['package.json'],
  placing: ['-w', '--workspace', '--prefix', '-C'],
  namesIn: scriptsIn,
  *unknownIn(request) {
    const given = argumentsOf(request.words, valued)
    const asked = scriptAsked(given)
    const found = asked && (yield* packageAsked(given, request))
    const unknown = found && unknownScript(request.workspace, found, {...asked.word, text: asked.name}, 'script')
    if (unknown) yield unknown
  },
}
