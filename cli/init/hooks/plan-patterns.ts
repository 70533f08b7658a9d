/** Globs of plans, as the tools that run hooks can be told them. */
export interface PlanPatterns {
  /** Without braces. */
  included: readonly string[]
  excluded: readonly string[]
}

/** The patterns of `globs`; null where a glob is more than folders, `**`, `*` and `{a,b}`, or could be taken for more. */
export function patternsOf(globs: readonly string[]): PlanPatterns | null {
  const isExcluded = (glob: string) => glob.startsWith('!')
  const included = globs.filter(glob => !isExcluded(glob)).flatMap(withoutBraces)
  const excluded = globs.filter(isExcluded).flatMap(glob => withoutBraces(glob.slice(1)))
  const isPlain = (glob: string) => !/[!?[\](){},+@|\\'"\p{Cc}]/u.test(glob)
  if (![...included, ...excluded].every(isPlain)) return null
  return {included: included.map(withFolders), excluded: excluded.map(withFolders)}
}

/** `plans/` means everything in it. */
function withFolders(glob: string): string {
  return glob.endsWith('/') ? `${glob}**` : glob
}

function withoutBraces(glob: string): string[] {
  const [, before, members, after] = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob) ?? []
  if (members === undefined) return [glob]
  return members.split(',').flatMap(member => withoutBraces(`${before}${member}${after}`))
}

/** A regular expression, as Python and JavaScript read it, of the paths that one of `globs` matches. */
export function asRegularExpression(globs: readonly string[]): string {
  const sources = globs.map(glob =>
    glob
      .replace(/[.^$]/g, '\\$&')
      .replace(/\*\*\/|\*\*|\*/g, wildcard => (wildcard === '*' ? '[^/]*' : wildcard === '**' ? '.*' : '(?:.*/)?')),
  )
  return `^(?:${sources.join('|')})$`
}
