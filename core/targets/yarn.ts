import type {Workspace} from '../workspace.ts'
import {argumentsOf, has, valueGiven} from './arguments.ts'
import type {Manifest} from './package-manifest.ts'
import {packageAt, packageNamed, scriptsIn, unknownScript} from './scripts.ts'
import type {Word} from './shell.ts'
import type {Tool, UnknownTarget} from './target.ts'

const valued = new Set('--cwd --modules-folder --cache-folder --mutex --registry --network-timeout'.split(' '))
const builtIn = new Set(
  `access add audit autoclean bin cache check config constraints create dedupe dlx exec explain generate-lock-entry global help import info init
  install licenses link list login logout node npm outdated owner pack patch patch-commit plugin policies prune publish rebuild remove run search
  self-update set stage tag team unlink unplug up upgrade upgrade-interactive version versions why workspace workspaces sdks`
    .trim()
    .split(/\s+/),
)

export const yarn: Tool = {
  programs: ['yarn', 'yarnpkg'],
  files: ['package.json'],
  placing: ['--cwd', 'workspace'],
  namesIn: scriptsIn,
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    if (has(given, '--top-level', '-T')) return
    let {operands} = given
    let of: Manifest | UnknownTarget | null = packageAt(workspace, folder, valueGiven(given, '--cwd'))
    const [command, name] = operands
    if (of && name && command?.text === 'workspace') {
      of = packageNamed(workspace, '', name)
      operands = operands.slice(2)
    }
    if (of && !('file' in of)) yield of
    else if (of) yield* unknownScripts(workspace, operands, of)
  },
}

/** The script that `operands` ask for; `yarn run x` takes programs of dependencies as well. */
function* unknownScripts(
  workspace: Workspace,
  [command, script]: readonly Word[],
  of: Manifest,
): Generator<UnknownTarget> {
  const isRun = command?.text === 'run'
  const word = isRun ? script : command
  const unknown = word && (isRun || !builtIn.has(word.text)) ? unknownScript(workspace, of, word, 'maybe') : null
  if (unknown) yield unknown
}
