import {looksLikePlanPath} from '../core/plan-paths.ts'
import {matcher} from './glob.ts'
import type {ProjectSettings} from './load.ts'
import {shownPath} from './paths.ts'

/**
 * A test of absolute paths: whether the project keeps plans there. Without a configuration there is no root that the
 * usual places of plans could be relative to, and any folder may be one.
 */
export function planPathTest({files, plans, root}: ProjectSettings): (path: string) => boolean {
  if (files.length === 0) return looksLikePlanPath
  const matches = matcher(plans)
  return path => matches(shownPath(root, path))
}
