import {join} from 'node:path'
import {readConfigFile} from '../../config/file.ts'
import type {Surroundings} from './surroundings.ts'

export interface SettingsFile {
  /** What messages call it. */
  shown: string
  /** For a key of `package.json` what stands under it, as JSON. */
  text: string
}

/** Those of `names` that are in `folder`, and `package.json` where it has `key`. */
export function settingsFiles(
  {world: {fs}, root, manifest, shown}: Surroundings,
  names: readonly string[],
  key?: string,
): SettingsFile[] {
  const files = names.map(name => join(root, name)).filter(file => fs.existsSync(file))
  const read = files.map(file => ({shown: shown(file), text: textOf(fs, file)}))
  if (key === undefined || manifest[key] === undefined) return read
  const text = JSON.stringify(manifest[key])
  return [...read, {shown: `"${key}" in ${shown(join(root, 'package.json'))}`, text}]
}

/** Those of `files` that speak of plan-lint. */
export function namingPlanLint(files: readonly SettingsFile[]): SettingsFile[] {
  return files.filter(({text}) => text.includes('plan-lint'))
}

/**
 * What a file of JSON with comments holds; null where there is no such file.
 * @throws {Problem} when it cannot be read, or is no JSON
 */
export async function settingsIn(
  {world: {fs}, shown}: Surroundings,
  file: string,
): Promise<Readonly<Record<string, unknown>> | null> {
  if (!fs.existsSync(file)) return null
  const {value} = await readConfigFile({fs}, file, shown(file))
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function textOf(fs: Surroundings['world']['fs'], file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    // The host tells why it cannot read it.
    return ''
  }
}
