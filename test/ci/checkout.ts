import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {mkdirSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'
import {project} from '../cli/world.ts'

const root = join(import.meta.dirname, '../..')

/** A folder that lives as long as the test, holding `files`, where the built package is installed. */
export function checkout(files: Record<string, string>): string {
  const folder = project(files)
  mkdirSync(join(folder, 'node_modules/.bin'), {recursive: true})
  symlinkSync(root, join(folder, 'node_modules/plan-lint'), 'dir')
  symlinkSync('../plan-lint/dist/bin/plan-lint.js', join(folder, 'node_modules/.bin/plan-lint'))
  return folder
}

/** What a CI service starts with: none of the settings that npm hands on to what it runs, such as these tests. */
function surroundings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(?:npm_|FORCE_COLOR$)/i.test(name))
  return {...Object.fromEntries(own), npm_config_loglevel: 'error', npm_config_update_notifier: 'false'}
}

/** Runs a script as CI services run those of a job. */
export function bash(folder: string, script: string, env: Record<string, string> = {}): SpawnSyncReturns<string> {
  return spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: {...surroundings(), ...env},
  })
}
