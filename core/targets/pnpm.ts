import {type Arguments, argumentsOf, has, valueGiven, valuesGiven} from './arguments.ts'
import type {Manifest} from './package-manifest.ts'
import {allAsOne, packageAt, packageNamed, scriptsIn, unknownScript} from './scripts.ts'
import type {Word} from './shell.ts'
import type {Request, Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  '-F --filter --filter-prod -C --dir --prefix --workspace-concurrency --loglevel --reporter --resume-from --store-dir --test-pattern --changed-files-ignore-pattern'.split(
    ' ',
  ),
)
const builtIn = new Set(
  `add approve-builds audit bin cache cat-file cat-index ci config create dedupe deploy dlx doctor env exec explore fetch find-hash help i
  ignored-builds import init install install-test it licenses link list ln ls outdated pack patch patch-commit patch-remove prune publish
  rb rebuild recursive remove rm root run self-update server setup start stop restart store test t tst un uninstall unlink up update upgrade
  version view why whoami login logout token owner search dist-tag deprecate access pkg set-script repo docs bugs info show ping profile star stars`
    .trim()
    .split(/\s+/),
)

/** The package that a command is about; null where that cannot be told. */
function* packageAsked(given: Arguments, {folder, workspace}: Request): Generator<UnknownTarget, Manifest | null> {
  if (has(given, '--if-present', '-c', '--shell-mode')) return null
  const around = has(given, '-w', '--workspace-root') ? '' : folder
  const [filter, ...others] = valuesGiven(given, '-F', '--filter', '--filter-prod')
  if (!filter)
    return has(given, '-r', '--recursive')
      ? allAsOne(workspace)
      : packageAt(workspace, around, valueGiven(given, '-C', '--dir', '--prefix'))
  const found = others.length === 0 ? packageNamed(workspace, folder, filter) : null
  if (!found || 'file' in found) return found
  yield found
  return null
}

/** The word that names a script, and whether it can name nothing else. */
function scriptAsked({operands}: Arguments): {word: Word; isScript: boolean} | null {
  const [command, script] = operands
  if (!command) return null
  if (command.text === 'run' || command.text === 'run-script') return script ? {word: script, isScript: true} : null
  if (/^(?:test|t|tst)$/.test(command.text)) return {word: {...command, text: 'test'}, isScript: true}
  return builtIn.has(command.text) ? null : {word: command, isScript: false}
}

export const pnpm: Tool = {
  programs: ['pnpm'],
  files: ['package.json'],
  placing: [
    '-F',
    '--filter',
    '--filter-prod',
    '-C',
    '--dir',
    '--prefix',
    '-w',
    '--workspace-root',
    '-r',
    '--recursive',
  ],
  namesIn: scriptsIn,
  *unknownIn(request) {
    const given = argumentsOf(request.words, valued)
    const asked = scriptAsked(given)
    if (!asked || has(given, '-g', '--global')) return
    const found = yield* packageAsked(given, request)
    const unknown = found && unknownScript(request.workspace, found, asked.word, asked.isScript ? 'script' : 'maybe')
    if (unknown) yield unknown
  },
}
