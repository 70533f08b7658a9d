import {execFileSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {add, project} from './world.ts'

const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'init.defaultBranch=main']

/** Runs git in `cwd`. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', [...identity, ...args], {cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})
}

/** A repository with one commit of `files`, in the folder `work` of one of its own. */
export function repository(files: Record<string, string>): string {
  const root = join(project(), 'work')
  add(root, files)
  git(root, 'init', '--quiet')
  git(root, 'add', '.')
  git(root, 'commit', '--quiet', '-m', 'Begin')
  return root
}

interface NamedStage {
  id: string
  branch?: string
  path?: string
  status?: string
  on?: string[]
  more?: Record<string, unknown>
}

const states: Record<string, string> = {
  'not-started': 'Not Started',
  completed: 'Completed',
  'in-progress': 'In Progress',
}

/** A staged plan whose metadata and sections agree. */
export function stagedPlan(stages: readonly NamedStage[], more: Record<string, unknown> = {}): string {
  const whole = stages.map(({id, branch = `feature/garden-${id}`, path = `../worktrees/garden/${id}`, ...rest}) => {
    return {id, branch, path, status: 'not-started', on: [], more: {}, ...rest}
  })
  const metadata = {
    plan_id: '2026-03-02-garden',
    created: '2026-03-02',
    author: 'Ada',
    status: 'draft',
    ...more,
    stages: whole.map(({id, branch, path, status, on, more: own}) => {
      return {id, name: `The ${id}`, branch, worktree_path: path, status, depends_on: on, ...own}
    }),
  }
  const sections = whole.map(
    ({id, branch, status, on}, index) => `### Stage ${index + 1}: The ${id}

**Stage ID**: \`${id}\`
**Branch**: \`${branch}\`
**Status**: ${states[status]}
**Dependencies**: ${on.length > 0 ? on.join(', ') : 'None'}
`,
  )
  const block = `\`\`\`json metadata\n${JSON.stringify(metadata, null, 2)}\n\`\`\``
  return `# Implementation Plan: Garden\n\n${block}\n\n## Implementation Stages\n\n${sections.join('\n')}`
}

/** All that setting up worktrees may change: what git knows, and every file beside the repository. */
export function stateOf(root: string): unknown {
  const folder = join(root, '..')
  const entries = git(root, 'worktree', 'list', '--porcelain')
  const paths = entries.match(/(?<=^worktree ).*$/gm) ?? []
  return {
    entries,
    branches: git(root, 'for-each-ref', '--format=%(refname) %(objectname)'),
    statuses: paths.map(path => git(path, 'status', '--porcelain', '--ignored')),
    files: readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .map(path => relative(folder, join(folder, path)))
      .filter(path => !path.includes('/objects/') && !/\/logs(?:\/|$)|(?:ORIG_HEAD|index)$/.test(path))
      .sort(),
  }
}

/** Every file of a repository and beside it, with what it holds. */
export function filesBeside(root: string): Record<string, string> {
  const folder = join(root, '..')
  const entries = readdirSync(folder, {recursive: true, withFileTypes: true})
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Object.fromEntries(files.sort().map(file => [relative(folder, file), readFileSync(file, 'latin1')]))
}
