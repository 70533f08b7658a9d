/** `path` as seen from `folder`, from the root of the repository; null where it leads out of it or is no such path. */
export function joined(folder: string, path: string): string | null {
  if (/^(?:\/|~|[A-Za-z]:)/.test(path)) return null
  const names = folder === '' ? [] : folder.split('/')
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.pop() === undefined) return null
  }
  return names.join('/')
}

/** The folder that a file lies in. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : ''
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `folder` and all that it lies in, the innermost first. */
export function* upwards(folder: string): Generator<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at
    if (at === '') return
  }
}
