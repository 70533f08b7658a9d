import {join} from 'node:path'
import type {Package} from '../../packages.ts'
import {answerOf, type Reply} from '../child.ts'
import {isOurs, probe} from '../probe.ts'
import type {Surroundings} from '../surroundings.ts'

/** What markdownlint-cli2 can be given over its configuration. */
export type Aid = 'rules' | 'config' | 'ignores'
export const aids: readonly Aid[] = ['rules', 'config', 'ignores']

export interface Attempt {
  aids: readonly Aid[]
  /** Files to show the probe in, relative to the root. */
  paths: readonly string[]
  /** The file that `--config` names, where the paths are named one by one. */
  configFile?: string
  /** The arguments of the command; absent where the paths are named one by one. */
  argv?: readonly string[]
  /** Whether the key `globs` of the configuration counts. */
  usesGlobs?: boolean
  /** What an editor asks for where the project says nothing of it. */
  defaults?: {customRules?: unknown; config?: unknown}
}

/** Names of the rules that found something in the probe, by path. */
export type Result = Readonly<Record<string, readonly string[]>>

/**
 * What markdownlint-cli2 of the project, which is installed in `host`, finds in the probe; a reply for each attempt.
 * @throws {NoAnswer} when it does not answer in time
 */
export async function tried(
  {world, root, own, installed}: Surroundings,
  host: Package,
  attempts: readonly Attempt[],
): Promise<readonly Reply<Result>[]> {
  const script = join(host.folder, mainOf(host))
  const rules = join((installed ?? own).folder, 'dist/hosts/markdownlint.js')
  const asked = attempts.map(attempt => ({...attempt, text: probe}))
  const job = {host: script, rules, folder: root, attempts: asked}
  const reply = await answerOf<Reply<Result>[]>('markdownlint-cli2', job, {cwd: root, env: world.env})
  return 'failure' in reply ? attempts.map(() => reply) : reply.value
}

/** The paths in which plan-lint's rules have found something; none where the host failed. */
export function pathsShown(reply: Reply<Result> | undefined): ReadonlySet<string> {
  if (!reply || 'failure' in reply) return new Set()
  return new Set(Object.keys(reply.value).filter(path => reply.value[path]?.some(isOurs)))
}

/** Path of its module in the package. */
function mainOf({manifest}: Package): string {
  const {exports, main} = manifest as {exports?: unknown; main?: string}
  const entry = typeof exports === 'object' && exports !== null ? (exports as Record<string, unknown>)['.'] : exports
  return typeof entry === 'string' ? entry : (main ?? 'index.js')
}
