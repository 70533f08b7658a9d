// Builds the package as soon as it is installed or packed.
import {spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {join, resolve} from 'node:path'

const root = resolve(import.meta.dirname, '..')
const {npm_config_global: isGlobal, npm_execpath: npm} = process.env

// npm 11 brings no devDependencies where it installs from git with -g, as pre-commit does: npm/cli issue 8440.
if (isGlobal === 'true' && npm && !existsSync(join(root, 'node_modules/tsx'))) {
  node(npm, 'ci', '--no-global', '--include=dev', '--ignore-scripts')
}
node('--import=tsx', 'scripts/build.ts', '--if-stale')

/** @param {string[]} args */
function node(...args) {
  const {status} = spawnSync(process.execPath, args, {cwd: root, stdio: 'inherit'})
  if (status !== 0) process.exit(status ?? 1)
}
