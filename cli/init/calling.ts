import {join} from 'node:path'
import {shownPath} from '../../config/paths.ts'
import {name, version} from '../package.ts'
import {firstOf, type Surroundings} from './surroundings.ts'

/**
 * How plan-lint is run in a project, ready for arguments: what the project has installed or, where it is no project of
 * npm's, the version that is running now.
 */
export function callOf({packageFolder}: Surroundings): string {
  return packageFolder === null ? `npx --yes ${name}@${version}` : `npx --no -- ${name}`
}

/** How packages for development are added in a project, ready for their names. */
export function installOf(around: Surroundings): string {
  if (firstOf(around, ['pnpm-lock.yaml'])) return 'pnpm add --save-dev'
  if (firstOf(around, ['yarn.lock'])) return 'yarn add --dev'
  return firstOf(around, ['bun.lock', 'bun.lockb']) ? 'bun add --dev' : 'npm install --save-dev'
}

/** The major version of Node that a CI job runs on. */
export const nodeVersion = 24

/**
 * The commands of a CI job that install what a run needs, and the call that follows them. npm brings the version of the
 * project; elsewhere the version that is running now comes alone, as it needs no other package.
 */
export function jobOf(around: Surroundings): {install: readonly string[]; call: string} {
  const isNpm = around.packageFolder === around.root && installOf(around).startsWith('npm ')
  if (!isNpm) return {install: [], call: `npx --yes ${name}@${version}`}
  const isLocked = firstOf(around, ['package-lock.json', 'npm-shrinkwrap.json']) !== null
  return {install: [isLocked ? 'npm ci' : 'npm install'], call: `npx ${name}`}
}

/** The schema of the configuration, as a path from the folder; null where it will not be there. */
export function schemaPath({fs, root, packageFolder}: Surroundings): string | null {
  if (packageFolder === null) return null
  const schemas = [root, packageFolder].map(folder =>
    join(folder, `node_modules/${name}/dist/schema/config.schema.json`),
  )
  const path = shownPath(root, schemas.find(file => fs.existsSync(file)) ?? (schemas[1] as string))
  return path.startsWith('../') ? path : `./${path}`
}
