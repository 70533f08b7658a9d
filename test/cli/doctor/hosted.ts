import {mkdirSync, readFileSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import {expect} from 'vitest'
import {project, run} from '../world.ts'

export const root = join(import.meta.dirname, '../../..')

const schema = JSON.parse(readFileSync(join(root, 'docs/doctor.schema.json'), 'utf8')) as Schema
const validator = new Validator(schema, '7', false)

/** A plan of no particular form. */
export const plan = '<!-- plan-lint preset: plan -->\n\n# Retries\n\nThe queue retries.\n'

/** A project with `files` that has `packages` installed: those of this repository, and itself as `plan-lint`. */
export function hosted(files: Record<string, string | object>, packages: readonly string[] = ['plan-lint']): string {
  const texts = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  ])
  const folder = project(Object.fromEntries(texts))
  for (const name of packages) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), {recursive: true})
    symlinkSync(name === 'plan-lint' ? root : join(root, 'node_modules', name), link, 'dir')
  }
  return folder
}

export interface Told {
  status: string
  summary: string
  /** As `error: what is wrong = what to do`. */
  problems: string[]
}

/** What the doctor says of one check, and the exit code. */
export async function toldOf(folder: string, check: string, ...argv: string[]): Promise<Told & {code: number}> {
  const {code, stdout, stderr} = await run(folder, ['doctor', check, '--format', 'json', ...argv])
  expect(stderr).toBe('')
  const answer: unknown = JSON.parse(stdout)
  expect(validator.validate(answer).errors).toEqual([])
  const {checks} = answer as {checks: {check: string; status: string; summary: string; problems: Fault[]}[]}
  const found = checks.find(one => one.check === check) ?? expect.fail(`there is no check "${check}"`)
  const {status, summary, problems} = found
  return {
    code,
    status,
    summary,
    problems: problems.map(({severity, message, advice}) => `${severity}: ${message}${advice ? ` = ${advice}` : ''}`),
  }
}

interface Fault {
  severity: string
  message: string
  advice?: string
}
