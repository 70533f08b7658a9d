import {join} from 'node:path'
import {dependsOn} from '../packages.ts'
import {firstOf, type Surroundings} from './surroundings.ts'

/** By what each tool is known to be in use; null where nothing speaks for it. Files are relative to the folder. */
export interface Tools {
  /** The options of markdownlint-cli2, and the configuration of markdownlint, which wins over the one in the options. */
  markdownlint: {options: string | null; config: string | null; evidence: string | null}
  /** `config` is the file that remark reads. */
  remark: {config: string | null; evidence: string | null}
  /** `config` is null where the manager is there and its configuration is not. */
  hooks: {manager: HookManager; config: string | null} | null
  github: string | null
  gitlab: string | null
  vscode: string | null
  claude: string | null
}

/** What runs commands before a commit. */
export type HookManager = 'pre-commit' | 'lefthook' | 'lint-staged' | 'husky'

// Each list is in the order in which its tool looks for the files.
const markdownlintOptions = ['jsonc', 'yaml', 'cjs', 'mjs'].map(extension => `.markdownlint-cli2.${extension}`)
const markdownlintConfigs = ['jsonc', 'json', 'yaml', 'yml', 'cjs', 'mjs'].map(
  extension => `.markdownlint.${extension}`,
)
const remarkConfigs = ['', '.json', '.cjs', '.mjs', '.js', '.yaml', '.yml'].map(extension => `.remarkrc${extension}`)
const preCommitConfigs = ['.pre-commit-config.yaml']
const lefthookConfigs = ['yml', 'yaml', 'json', 'toml'].flatMap(extension =>
  ['lefthook', '.lefthook', '.config/lefthook'].map(name => `${name}.${extension}`),
)
const lintStagedConfigs = [
  ...['.json', '.yaml', '.yml', '', '.mjs', '.cjs', '.js', '.mts', '.ts'].map(extension => `.lintstagedrc${extension}`),
  ...['mjs', 'cjs', 'js', 'mts', 'ts'].map(extension => `lint-staged.config.${extension}`),
]

/** The tools of a project that plan-lint can work with. */
export function toolsIn(around: Surroundings): Tools {
  const markdownlint = {
    options: firstOf(around, markdownlintOptions) ?? inManifest(around, 'markdownlint-cli2'),
    config: firstOf(around, markdownlintConfigs),
  }
  const remark = firstOf(around, remarkConfigs) ?? inManifest(around, 'remarkConfig')
  return {
    markdownlint: {
      ...markdownlint,
      evidence: markdownlint.options ?? markdownlint.config ?? dependency(around, 'markdownlint-cli2'),
    },
    remark: {config: remark, evidence: remark ?? dependency(around, 'remark-cli')},
    hooks: hooksOf(around),
    github: firstOf(around, ['.github']) ?? remote(around, /github\.com/),
    gitlab: firstOf(around, ['.gitlab-ci.yml']) ?? remote(around, /gitlab\.[\w.-]+/),
    vscode: firstOf(around, ['.vscode']),
    claude: firstOf(around, ['.claude', 'CLAUDE.md']),
  }
}

function hooksOf(around: Surroundings): Tools['hooks'] {
  const preCommit = firstOf(around, preCommitConfigs)
  if (preCommit !== null) return {manager: 'pre-commit', config: preCommit}
  const lefthook = firstOf(around, lefthookConfigs)
  if (lefthook !== null) return {manager: 'lefthook', config: lefthook}
  const lintStaged = firstOf(around, lintStagedConfigs) ?? inManifest(around, 'lint-staged')
  if (lintStaged !== null) return {manager: 'lint-staged', config: lintStaged}
  if (firstOf(around, ['.husky']) === null) return null
  return {manager: 'husky', config: firstOf(around, ['.husky/pre-commit'])}
}

/** `package.json` where it stands in the folder and has that key. */
function inManifest({root, packageFolder, manifest}: Surroundings, key: string): string | null {
  return packageFolder === root && Object.hasOwn(manifest, key) ? 'package.json' : null
}

function dependency(around: Surroundings, name: string): string | null {
  return dependsOn(around.manifest, name) ? 'package.json' : null
}

/** `.git/config` where a remote lies on such a host. */
function remote({fs, root}: Surroundings, host: RegExp): string | null {
  const url = new RegExp(`^[ \\t]*url[ \\t]*=.*(?://|@)${host.source}[:/]`, 'm')
  try {
    return url.test(fs.readFileSync(join(root, '.git/config'), 'utf8')) ? '.git/config' : null
  } catch {
    return null
  }
}
