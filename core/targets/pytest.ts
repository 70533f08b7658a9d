import type {Workspace} from '../workspace.ts'
import {argumentsOf} from './arguments.ts'
import {nearestName} from './near.ts'
import {joined} from './paths.ts'
import {perFile} from './per-file.ts'
import {nearestPath} from './search.ts'
import type {Word} from './shell.ts'
import type {Tool, UnknownTarget} from './target.ts'

const valued = new Set(
  `-k -m -n -c -p -o -W -r --cov --cov-report --cov-config --cov-fail-under --timeout --maxfail --tb --ignore --ignore-glob --deselect --junitxml
  --junit-xml --rootdir --basetemp --durations --durations-min --html --numprocesses --dist --reruns --log-level --log-cli-level --confcutdir
  --import-mode --override-ini --color --capture --benchmark-only --config-file --randomly-seed --count --browser --env --asyncio-mode --fixtures-per-test`
    .trim()
    .split(/\s+/),
)

/** A file of tests with what is asked for in it: `tests/test_a.py::TestB::test_c`. */
interface Asked {
  path: string
  inside: readonly string[]
}

function askedBy({text, isPlain}: Word): Asked | null {
  const [bare = ''] = text.split('[', 1)
  const [path = '', ...inside] = bare.split('::')
  const isPath = /^[\w./@+-]+$/.test(path) && (path.endsWith('.py') || (path.includes('/') && inside.length === 0))
  return isPath && (isPlain || bare !== text) && !path.includes('...') ? {path, inside} : null
}

/** Whether some other folder of the repository has the path, which may be where the command is meant to be run. */
function isElsewhere(workspace: Workspace, path: string): boolean {
  return path.endsWith('.py') && workspace.filesEndingIn(path.replace(/^\.\//, '')).length > 0
}

/** The classes and functions of a file. */
const namesIn = perFile((workspace, file): readonly string[] => {
  const text = workspace.read(file) ?? ''
  return [...text.matchAll(/^[ \t]*(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)/gm)].map(([, name = '']) => name)
})

/** The first name that a file of tests lacks, where it looks like a slip for one that it has. */
function slipInside(
  workspace: Workspace,
  known: readonly string[],
  inside: readonly string[],
): {name: string; found: string} | null {
  const name = inside.find(name => !known.includes(name)) ?? ''
  const isClass = /^[A-Z]/.test(name)
  const found = nearestName(
    workspace,
    name,
    known.filter(other => /^[A-Z]/.test(other) === isClass),
  )
  return found !== null && /^\w{6,}$/.test(name) ? {name, found} : null
}

export const pytest: Tool = {
  programs: ['pytest', 'py.test'],
  files: ['pyproject.toml', 'setup.py', 'setup.cfg', 'tox.ini', 'pytest.ini', 'requirements.txt', 'conftest.py'],
  *unknownIn({words, folder, workspace}) {
    for (const word of argumentsOf(words, valued).operands) {
      const asked = askedBy(word)
      const at = asked && joined(folder, asked.path)
      if (!asked || at === null) continue
      const {start, end} = word
      if (workspace.kindOf(at) === null) {
        if (isElsewhere(workspace, asked.path) || workspace.isIgnored(at)) continue
        const found = nearestPath(workspace, at, asked.path)
        const place = {start, end: start + asked.path.length}
        yield {
          ...place,
          name: asked.path,
          noun: 'path',
          place: at,
          nearest: found,
          isPath: true,
        } satisfies UnknownTarget
        continue
      }
      const slip = slipInside(workspace, namesIn(workspace, at), asked.inside)
      if (!slip) continue
      const offset = word.text.indexOf(`::${slip.name}`) + 2
      const place = {start: start + offset, end: Math.min(end, start + offset + slip.name.length)}
      yield {
        ...place,
        name: slip.name,
        noun: 'test',
        place: at,
        nearest: slip.found,
        isPath: false,
      } satisfies UnknownTarget
    }
  },
}
