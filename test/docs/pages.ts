import {type SpawnSyncReturns, spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {stripVTControlCharacters} from 'node:util'

const root = join(import.meta.dirname, '../..')

/** Programs that a page may run, by the name their package gives them. */
export const programs: Readonly<Record<string, string>> = {
  'plan-lint': join(root, 'dist/bin/plan-lint.js'),
  'markdownlint-cli2': join(root, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'),
  remark: join(root, 'node_modules/remark-cli/cli.js'),
}

/** The texts of the blocks ` ```js file=path ` of `page`, by their paths. */
export function filesOf(page: string): Record<string, string> {
  const blocks = page.matchAll(/^(`{3,})\w+ file=(\S+)\n([\s\S]*?)^\1$/gm)
  return Object.fromEntries(Array.from(blocks, ([, , path = '', text = '']) => [path, text]))
}

/** Writes the files of `page` into a new folder, where the built package is installed. */
export function projectOf(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'plan-lint-docs-'))
  mkdirSync(join(folder, 'node_modules'))
  symlinkSync(root, join(folder, 'node_modules/plan-lint'), 'dir')
  for (const [path, text] of Object.entries(filesOf(page))) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs a command line that a page shows: `npx` with one of the programs, or `node`. */
export function runIn(folder: string, line: string): SpawnSyncReturns<string> {
  const [first = '', ...rest] = Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([all, quoted]) => quoted ?? all)
  const args = first === 'npx' ? [programs[rest[0] ?? ''] ?? '', ...rest.slice(1)] : rest
  const env = {...process.env, NO_COLOR: '1', FORCE_COLOR: undefined}
  return spawnSync(process.execPath, args, {cwd: folder, encoding: 'utf8', env})
}

/** `page` with the output of each command that a block ` ```console ` shows, below the command. */
export function withOutputs(page: string, folder: string): string {
  return page.replace(/(?<=^```console\n\$ (.*)\n)[\s\S]*?(?=^```$)/gm, (_, line: string) => {
    const {stdout, stderr} = runIn(folder, line)
    // markdownlint-cli2 says its version and its progress on the one, its findings on the other.
    const output = line.includes('markdownlint') ? stderr : stdout + stderr
    return `${stripVTControlCharacters(output)
      .replace(/[ \t]+$/gm, '')
      .trim()}\n`
  })
}
