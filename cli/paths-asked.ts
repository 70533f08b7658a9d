import type {Arguments, LoadedWorld} from './commands/command.ts'

/**
 * The paths that the user names: `@list` stands for those that the file `list` holds, unless it comes after `--`.
 * @throws {Problem} when a list cannot be read, or is empty
 */
export async function pathsAsked(
  world: LoadedWorld,
  {positionals, literals}: Pick<Arguments, 'positionals' | 'literals'>,
): Promise<readonly string[]> {
  if (!positionals.some(path => path.startsWith('@'))) return positionals
  const {listedPaths} = await import('./path-list.ts')
  const paths: string[] = []
  for (const path of positionals.slice(0, positionals.length - literals.length)) {
    if (path.startsWith('@')) for (const listed of await listedPaths(world, path.slice(1))) paths.push(listed)
    else paths.push(path)
  }
  return [...paths, ...literals]
}
