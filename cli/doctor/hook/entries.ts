/** A command among the hooks of Claude Code. */
export interface HookEntry {
  event: string
  /** Empty where there is none. */
  matcher: string
  command: string
}

/** The hooks of `settings` that run `plan-lint hook`; what has another form is passed over. */
export function hookEntries(settings: unknown): HookEntry[] {
  const events = objectIn(objectIn(settings).hooks)
  return Object.entries(events).flatMap(([event, groups]) =>
    listIn(groups).flatMap(group => {
      const {matcher, hooks} = objectIn(group)
      const commands = listIn(hooks).map(hook => String(objectIn(hook).command ?? ''))
      return commands
        .filter(command => /\bplan-lint(?:\.\w+)?["']?\s+hook\b/.test(command))
        .map(command => ({event, matcher: typeof matcher === 'string' ? matcher : '', command}))
    }),
  )
}

function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
