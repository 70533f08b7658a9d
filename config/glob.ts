import picomatch from 'picomatch'

/** A test for paths relative to the folder that `globs` are relative to; always false without globs. */
export function matcher(globs: readonly string[]): (path: string) => boolean {
  return globs.length > 0 ? picomatch(globs.map(withFolders), {dot: true}) : () => false
}

/** `plans/` means everything in it. */
function withFolders(glob: string): string {
  return glob.endsWith('/') ? `${glob}**` : glob
}
