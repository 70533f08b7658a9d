/** Globs of plans, as the tools that run hooks can be told them. */
export interface PlanPatterns {
  /** Without braces. */
  included: readonly string[]
  excluded: readonly string[]
}

/** The patterns of `globs`; null where a glob is more than folders, `**`, `*` and `{a,b}`. */
export function patternsOf(globs: readonly string[]): PlanPatterns | null {
  if (!globs.every(glob => /^!?[^!?[\]()+@|\\'"]+$/.test(glob))) return null
  const whole = globs.map(glob => (glob.endsWith('/') ? `${glob}**` : glob))
  return {
    included: whole.filter(glob => !glob.startsWith('!')).flatMap(withoutBraces),
    excluded: whole.filter(glob => glob.startsWith('!')).flatMap(glob => withoutBraces(glob.slice(1))),
  }
}

function withoutBraces(glob: string): string[] {
  const [, before, members, after] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(glob) ?? []
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
