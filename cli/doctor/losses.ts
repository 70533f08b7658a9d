/** Files in which a host shows nothing, and every one of the aids that it would need to. */
export interface Loss<Aid> {
  paths: readonly string[]
  /** None where no aid helps. */
  needs: readonly Aid[]
}

/**
 * Why a host shows nothing in `paths`, found out by trying: with all aids, and with each of them left out. `attempt`
 * gives, for every list of aids, the files in which the host then shows something.
 */
export async function lossesOf<Aid>(
  paths: readonly string[],
  aids: readonly Aid[],
  attempt: (lists: readonly (readonly Aid[])[]) => Promise<readonly ReadonlySet<string>[]>,
): Promise<Loss<Aid>[]> {
  if (paths.length === 0) return []
  const lists = [aids, ...aids.map(left => aids.filter(aid => aid !== left))]
  const [withAll, ...withoutOne] = await attempt(lists)
  const needsOf = (path: string) => aids.filter((_, index) => withAll?.has(path) && !withoutOne[index]?.has(path))
  const losses = aids.map(aid => ({paths: paths.filter(path => needsOf(path).includes(aid)), needs: [aid]}))
  const unexplained = {paths: paths.filter(path => needsOf(path).length === 0), needs: []}
  return [...losses, unexplained].filter(loss => loss.paths.length > 0)
}
