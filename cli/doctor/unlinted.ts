import {resolve} from 'node:path'
import {globSync} from 'tinyglobby'
import {markdownFiles} from '../glob.ts'
import {planIn} from './plan-presets.ts'
import type {Surroundings} from './surroundings.ts'

/**
 * Plans, as absolute paths in order, that a run passes over because git ignores them. What the configuration ignores is
 * left out on purpose.
 */
export function hiddenPlans({world: {fs}, config, plans}: Surroundings): string[] {
  const found = globSync([...config.plans], {
    cwd: config.root,
    absolute: true,
    dot: true,
    followSymbolicLinks: false,
    ignore: ['**/node_modules', '**/.git'],
    fs,
  })
  return found
    .map(file => resolve(file))
    .filter(file => /\.(?:md|markdown)$/i.test(file) && !plans.files.includes(file) && !config.isIgnored(file))
    .sort()
}

/** Documents, as absolute paths in order, that say or look as if they were plans, where no glob for plans comes to. */
export function strayPlans(surroundings: Surroundings): string[] {
  const {world, root, config, plans} = surroundings
  const known = new Set(plans.files)
  return markdownFiles(world.fs, root, ['**/*'])
    .files.filter(file => !known.has(file) && !config.isIgnored(file) && planIn(file, surroundings)?.result.isPlan)
    .sort()
}
