import {join} from 'node:path'
import {commandOf, type Package} from '../../packages.ts'
import {answerOf, type Reply} from '../child.ts'
import {isOurs, probe} from '../probe.ts'
import type {Surroundings} from '../surroundings.ts'

/** What remark can be given over its configuration. */
export type Aid = 'rules' | 'ignores'
export const aids: readonly Aid[] = ['rules', 'ignores']

export interface Attempt {
  aids: readonly Aid[]
  /** Files to show the text in, relative to the root. */
  paths?: readonly string[]
  /** Default: the probe. */
  text?: string
  /** Files and folders to read instead, as on the command line. */
  files?: readonly string[]
  rcPath?: string
  ignorePath?: string
  ignorePatterns?: readonly string[]
}

/** What came out of a file. */
interface FileResult {
  rules: readonly string[]
  /** Why it could not be processed; empty where it could. */
  failure: readonly string[]
}
export type Result = Readonly<Record<string, FileResult>>

/**
 * What remark of the project, whose command line is installed in `host`, does; a reply for each attempt.
 * @throws {NoAnswer} when it does not answer in time
 */
export async function tried(
  {world, root, own, installed}: Surroundings,
  host: Package,
  attempts: readonly Attempt[],
): Promise<readonly Reply<Result>[]> {
  const command = commandOf(host, 'remark') ?? join(host.folder, 'cli.js')
  const rules = join((installed ?? own).folder, 'dist/hosts/remark.js')
  const asked = attempts.map(attempt => ({text: probe, ...attempt}))
  const reply = await answerOf<Reply<Result>[]>(
    'remark',
    {command, rules, folder: root, attempts: asked},
    {
      cwd: root,
      env: world.env,
    },
  )
  return 'failure' in reply ? attempts.map(() => reply) : reply.value
}

/** The paths in which plan-lint's rules have found something; none where the host failed. */
export function pathsShown(reply: Reply<Result> | undefined): ReadonlySet<string> {
  if (!reply || 'failure' in reply) return new Set()
  return new Set(Object.keys(reply.value).filter(path => reply.value[path]?.rules.some(isOurs)))
}
