// Paths in a repository, from its root and with `/`, as a workspace has them; the root is the folder ''.

/** The name at the end of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The folder that a path lies in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** `folder` and all that it lies in, the innermost first. */
export function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at
    if (at === '') return
  }
}

/** `path`, as it stands, in `folder`. */
export function inFolder(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path}`
}

/** Whether `names` are among `all`, in their order. */
export function areAmong(names: readonly string[], all: readonly string[]): boolean {
  let at = 0
  for (const name of all) if (name === names[at]) at++
  return at === names.length
}

/** What some path has to be rid of. */
const turn = /(?:^|\/)\.{0,2}(?:\/|$)/

/** `path`, which counts from `folder`, without `.`, `..` and slashes too many; null where it leads out of the root. */
export function resolvedFrom(folder: string, path: string): string | null {
  if (!turn.test(path)) return inFolder(folder, path)
  const names = folder === '' ? [] : folder.split('/')
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return null
  }
  return names.join('/')
}
