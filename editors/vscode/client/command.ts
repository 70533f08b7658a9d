import {readFileSync, statSync} from 'node:fs'
import {join, resolve} from 'node:path'

/**
 * Path of the command of the package in `folder`, which may be relative to `base`; undefined where there is no
 * plan-lint.
 */
export function commandIn(folder: string, base?: string): string | undefined {
  const root = base === undefined ? folder : resolve(base, folder)
  try {
    const {bin} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {bin?: Record<string, string>}
    const command = join(root, bin?.['plan-lint'] ?? '')
    return statSync(command).isFile() ? command : undefined
  } catch {
    return undefined
  }
}
