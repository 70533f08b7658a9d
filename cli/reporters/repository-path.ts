import {isAbsolute, relative, resolve, sep} from 'node:path'
import type {Target} from './reporter.ts'

/**
 * A path as services that show reports beside the code know it: relative to the checkout that the CI service names,
 * where `path` lies in it; else as it is.
 */
export function repositoryPath(path: string, {cwd, env}: Target): string {
  const checkout = env.GITHUB_WORKSPACE || env.CI_PROJECT_DIR
  if (!checkout || !isAbsolute(checkout)) return path
  const inside = relative(checkout, resolve(cwd, path))
  const isOutside = inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)
  return isOutside ? path : inside.split(sep).join('/')
}
