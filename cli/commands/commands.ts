import type {Command} from './command.ts'

interface Entry {
  /** For the list in the help. */
  summary: string
  /** Loaded once it is asked for, as every run pays for what it loads. */
  load(): Promise<Command>
}

/** In the order of the help. */
export const commands = {
  lint: {
    summary: 'what is wrong with plans; what runs without a command',
    load: async () => (await import('./lint.ts')).lint,
  },
  init: {
    summary: 'sets a project up: configuration, editor, hooks, CI',
    load: async () => (await import('./init.ts')).init,
  },
  new: {summary: 'a plan to fill in, by a preset', load: async () => (await import('./new.ts')).newPlan},
  derive: {
    summary: 'a preset, made of a template of your own',
    load: async () => (await import('./derive.ts')).derive,
  },
  which: {summary: 'the preset of a file, and why', load: async () => (await import('./which.ts')).which},
  status: {summary: 'how far each plan is, in a table', load: async () => (await import('./status.ts')).status},
  inspect: {summary: 'what is in a plan, as JSON or a graph', load: async () => (await import('./inspect.ts')).inspect},
  stages: {
    summary: 'what can be begun now, and what after it',
    load: async () => (await import('./stages.ts')).stages,
  },
  worktrees: {
    summary: 'branches and worktrees for the stages of a plan',
    load: async () => (await import('./worktrees.ts')).worktrees,
  },
  explain: {summary: 'the page of a rule, in the terminal', load: async () => (await import('./explain.ts')).explain},
  rules: {summary: 'all rules, and where they are on', load: async () => (await import('./rules.ts')).rules},
  presets: {
    summary: 'all presets; presets show <id>: what one asks for',
    load: async () => (await import('./presets.ts')).presets,
  },
  suppressions: {
    summary: 'what plans keep back, and why',
    load: async () => (await import('./suppressions.ts')).suppressions,
  },
  doctor: {summary: 'proves that the rules load in every host', load: async () => (await import('./doctor.ts')).doctor},
  hook: {summary: 'checks the plan that a coding agent has edited', load: async () => (await import('./hook.ts')).hook},
  lsp: {summary: 'the language server, for editors', load: async () => (await import('./lsp.ts')).lsp},
} as const satisfies Record<string, Entry>

export type CommandName = keyof typeof commands

export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(commands, name)
}
