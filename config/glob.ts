import picomatch from 'picomatch'

/**
 * A test for paths relative to the folder that `globs` are relative to; always false without globs. A leading `!` takes
 * files out again.
 */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false
  const included = globs.filter(glob => !glob.startsWith('!'))
  const excluded = globs.filter(glob => glob.startsWith('!')).map(glob => glob.slice(1))
  return picomatch(included.length > 0 ? included.map(withFolders) : '**', {
    dot: true,
    ignore: excluded.map(withFolders),
  })
}

/** `plans/` means everything in it. */
function withFolders(glob: string): string {
  return glob.endsWith('/') ? `${glob}**` : glob
}
