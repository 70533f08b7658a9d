import {fileURLToPath, pathToFileURL} from 'node:url'
import {type Catalogue, type Plugin, withPlugins} from '../core/plugin.ts'
import {CodeRefused, importModule, isPackageName, type ModuleSource, pathNamed, whyNotLoaded} from './modules.ts'
import {Problem} from './problem.ts'
import {assertInWorkspace} from './workspace.ts'

const kinds = {noun: 'plugin', all: '.mjs, .js or .ts', everywhere: '.mjs'}

/** The key `plugins` of a configuration file. */
interface Listed {
  plugins: readonly (string | Plugin)[]
  /** Absolute path of the file. */
  file: string
  /** What messages call the item of that index: the file with, where it can be told, line and column. */
  placeOf(index: number): string
}

/**
 * Imports the plugins that a configuration names; those it holds itself stay as they are.
 * @throws {Problem} when one cannot be found or loaded, or exports no plugin
 */
export function loadPlugins(source: ModuleSource, {plugins, file, placeOf}: Listed): Promise<Plugin[]> {
  return Promise.all(
    plugins.map(async (plugin, index) => {
      if (typeof plugin !== 'string') return plugin
      const place = placeOf(index)
      if (source.runsCode === false) throw new CodeRefused(file, `${place}: the plugin "${plugin}" is code`)
      return importPlugin(source, plugin, await locate(source, plugin, file, place), place)
    }),
  )
}

async function locate(source: ModuleSource, name: string, from: string, place: string): Promise<string> {
  const path = pathNamed(name, from)
  if (path !== undefined) {
    assertInWorkspace(source, path, `${place}: ${name}`)
    if (source.fs.existsSync(path)) return path
    throw new Problem(`${place}: cannot find the plugin "${name}"; check the path`)
  }
  // `require` does not see packages that are made for `import` only.
  const {resolve} = await import('import-meta-resolve')
  try {
    if (isPackageName(name)) return fileURLToPath(resolve(name, pathToFileURL(from).href))
  } catch {
    // Told below.
  }
  throw new Problem(`${place}: cannot find the package "${name}"; install it, or begin a path with "./"`)
}

async function importPlugin(source: ModuleSource, name: string, path: string, place: string): Promise<Plugin> {
  let module: {default?: unknown}
  try {
    module = await importModule(source, path)
  } catch (error) {
    throw new Problem(`${place}: the plugin "${name}" ${whyNotLoaded(path, error, kinds)}`)
  }
  const plugin = [module.default, module].find(isPlugin)
  if (plugin) return {name, ...plugin}
  throw new Problem(
    `${place}: the plugin "${name}" has neither rules nor presets; export lists of these names, or both as default`,
  )
}

function isPlugin(value: unknown): value is Plugin {
  return typeof value === 'object' && value !== null && ('rules' in value || 'presets' in value)
}

/**
 * `own` with what the plugins of a configuration, called `shown` in messages, add.
 * @throws {Problem} when one does not fit
 */
export function catalogueOf(own: Catalogue, plugins: readonly Plugin[], shown: string): Catalogue {
  try {
    return withPlugins(own, plugins)
  } catch (error) {
    if (error instanceof TypeError) throw new Problem(`${shown}: ${error.message}`)
    throw error
  }
}
