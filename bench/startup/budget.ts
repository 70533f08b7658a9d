/** The preset of the plan that is linted: one whose rules read no code. */
export const plainPreset = 'humanlayer'

/** Bytes of all modules that a run may load, as they are built. */
export const mostBytes = 768_000

/** The folders of which a run may load each module; not those of folders below. */
const folders = [
  'core',
  'core/changes',
  'core/content',
  'core/fences',
  'core/leftovers',
  'core/metadata',
  'core/references',
  'core/sql',
  'core/stages',
  'core/targets',
  'core/tasks',
  'presets',
  'presets/spec-kit',
  'rules',
] as const

/** The other modules that it may load: those of folders in which much is for other commands or other plans. */
const modules = [
  'cli/arguments.ts',
  'cli/bin/plan-lint.ts',
  'cli/changed-asked.ts',
  'cli/commands/command.ts',
  'cli/commands/commands.ts',
  'cli/commands/lint-options.ts',
  'cli/commands/lint.ts',
  'cli/discover.ts',
  'cli/end-of.ts',
  'cli/fix-mode.ts',
  'cli/known-ids.ts',
  'cli/lint-file.ts',
  'cli/lint-files.ts',
  'cli/lint-request.ts',
  'cli/lint-text.ts',
  'cli/main.ts',
  'cli/outcome.ts',
  'cli/own-catalogue.ts',
  'cli/paths-asked.ts',
  'cli/plans-asked.ts',
  'cli/preset-named.ts',
  'cli/progress.ts',
  'cli/program/compiled-code.ts',
  'cli/program/load-program.ts',
  'cli/program/program.ts',
  'cli/program/tune-compiler.ts',
  'cli/project-options.ts',
  'cli/read.ts',
  'cli/report-requests.ts',
  'cli/report.ts',
  'cli/reporters/cells.ts',
  'cli/reporters/code-frame.ts',
  'cli/reporters/excerpts.ts',
  'cli/reporters/region.ts',
  'cli/reporters/reporters.ts',
  'cli/reporters/stream.ts',
  'cli/reporters/stylish-counts.ts',
  'cli/reporters/stylish-finding.ts',
  'cli/reporters/stylish.ts',
  'cli/reporters/words.ts',
  'cli/repositories.ts',
  'cli/rule-fault.ts',
  'cli/run.ts',
  'cli/selection.ts',
  'cli/settings-for.ts',
  'cli/severities.ts',
  'cli/shard.ts',
  'cli/standard-input-asked.ts',
  'cli/terminal.ts',
  'cli/timer.ts',
  'cli/world.ts',
  'config/did-you-mean.ts',
  'config/layers.ts',
  'config/load.ts',
  'config/modules.ts',
  'config/paths.ts',
  'config/problem.ts',
  'config/repository.ts',
  'config/search.ts',
  'core/code/body.ts',
  'core/code/code.ts',
  'core/code/functions.ts',
  'core/code/go-strings.ts',
  'core/code/go-structs.ts',
  'core/code/go-tags.ts',
  'core/code/go-tests.ts',
  'core/code/go-tree.ts',
  'core/code/grammars.ts',
  'core/code/languages-in.ts',
  'core/code/languages.ts',
  'core/code/nodes.ts',
  'core/code/parse.ts',
  'core/code/parts.ts',
  'core/code/read.ts',
  'core/code/stub.ts',
  'repository/address.ts',
  'repository/slashed.ts',
] as const

const packages = [
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/markdown',
  'fastest-levenshtein',
  'jsonc-parser',
  'picocolors',
] as const

const allowedFolders: ReadonlySet<string> = new Set(folders)
const allowedModules: ReadonlySet<string> = new Set(modules)

/** Whether `plan-lint plan.md` may load a module, relative to the project. */
export function mayLoad(module: string): boolean {
  if (module.startsWith('node_modules/')) return packages.some(name => module.startsWith(`node_modules/${name}/`))
  return allowedModules.has(module) || allowedFolders.has(module.slice(0, module.lastIndexOf('/')))
}
