import {argumentsOf, has, valueGiven} from './arguments.ts'
import {joined} from './paths.ts'
import {packageAt, packageNamed, scriptsIn, unknownScript} from './scripts.ts'
import type {Tool} from './target.ts'

const valued = new Set(
  '--cwd -F --filter -r --preload --require --env-file -c --config --port -d --define -l --loader --tsconfig-override --shell --elide-lines'.split(
    ' ',
  ),
)
const builtIn = new Set(
  'add audit build c create dev exec help i info init install link outdated pack patch patch-commit pm publish remove repl rm run test unlink update upgrade why x'.split(
    ' ',
  ),
)
/** With these no script is run, or it need not be there. */
const runsNone = ['--if-present', '-e', '--eval', '-p', '--print', '--workspaces']

export const bun: Tool = {
  programs: ['bun'],
  files: ['package.json'],
  placing: ['--cwd', '-F', '--filter'],
  namesIn: scriptsIn,
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    const place = valueGiven(given, '--cwd')
    const filter = valueGiven(given, '-F', '--filter')
    const [command, script] = given.operands
    const isRun = command?.text === 'run'
    const word = isRun ? script : command
    if (filter === null || !word || (!isRun && builtIn.has(word.text)) || has(given, ...runsNone)) return
    const around = packageAt(workspace, folder, place)
    const found = filter && around ? packageNamed(workspace, folder, filter) : around
    if (!found) return
    if (!('file' in found)) yield found
    // What is no script may be a file or a program of a dependency.
    else if (workspace.kindOf(joined(folder, word.text) ?? '') === null) {
      const unknown = unknownScript(workspace, found, word, 'maybe')
      if (unknown) yield unknown
    }
  },
}
