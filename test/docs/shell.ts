import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {programs} from './pages.ts'

const root = join(import.meta.dirname, '../..')

const cases = Object.entries(programs).map(([name, path]) => `${name}) exec '${process.execPath}' '${path}' "$@" ;;`)

/**
 * What pages run. `npx` starts what is installed here, and nothing else. Of `npm` it is checked that there is such a
 * script; what installs, `.ci/run` and the tests of the packed package do. The others belong to other projects.
 */
const stands: Readonly<Record<string, string>> = {
  npx: `while [ "\${1#-}" != "$1" ]; do shift; done
name=$1; shift
case $name in
${cases.join('\n')}
*) echo "npx: what is $name?" >&2; exit 127 ;;
esac`,
  npm: `case $1 in
ci | install) exit 0 ;;
test) script=test ;;
run) script=$2 ;;
*) echo "npm: what is $1?" >&2; exit 127 ;;
esac
exec '${process.execPath}' -e 'process.exit(process.argv[1] in require(process.argv[2]).scripts ? 0 : 127)' "$script" '${root}/package.json'`,
  reviewdog: 'cat > /dev/null',
  code: '[ "$1" = --install-extension ]',
}

/** Makes a folder in `folder` with the programs that pages run, and returns it. */
export function programsIn(folder: string): string {
  const bin = join(folder, '.programs')
  mkdirSync(bin)
  for (const [name, script] of Object.entries(stands)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  return bin
}

/** Runs a command line in `folder` as a shell does that finds only these programs, and those of the system. */
export function runLine(folder: string, line: string, bin: string): SpawnSyncReturns<string> {
  const env = {PATH: `${bin}:${process.env.PATH}`, HOME: folder, GITHUB_STEP_SUMMARY: join(folder, 'summary.md')}
  return spawnSync('bash', ['-o', 'pipefail', '-c', line], {cwd: folder, encoding: 'utf8', env})
}
