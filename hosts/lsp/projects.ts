import nodeFs from 'node:fs'
import {dirname} from 'node:path'
import {type FileSystem, stateOf} from '../../config/file-system.ts'
import {type FileSettings, loadConfig, type ProjectConfig} from '../../config/load.ts'
import {CodeRefused} from '../../config/modules.ts'
import {planPathTest} from '../../config/plan-paths.ts'
import {Problem} from '../../config/problem.ts'
import {findConfigFile} from '../../config/search.ts'
import {workspaceOf} from '../../config/workspace.ts'
import type {Catalogue} from '../../core/plugin.ts'

/** What configuration says of one file. */
export interface FileConfig extends FileSettings {
  catalogue: Catalogue
  /** Whether the project keeps plans where the file lies. */
  isPlanPath: boolean
  isIgnored: boolean
  /** The configuration file, where there is one. */
  file?: string
  /** Why the configuration is not in force; one message or more. */
  problems: readonly string[]
  /** The configuration was left aside because it is code. */
  isRefused: boolean
}

interface Loaded {
  config: ProjectConfig
  isPlanPath(path: string): boolean
  problems: readonly string[]
  isRefused: boolean
  /** The files that were read, with a mark of their state; none where that is not known, as it could not be read whole. */
  states: ReadonlyMap<string, string>
}

const longestTrust = 1000

interface ProjectsOptions {
  /** Whether configuration that is code may be run: the user trusts the workspace. */
  runsCode: boolean
  /** Hears once of each configuration file that is left aside because it is code. */
  onRefusal?(file: string): void
  /** Hears of each file that describes a preset, whenever it is read. */
  onPresetFile?(file: string): void
  fs?: FileSystem
}

/** The configurations of all files that an editor has open; read again once their files have changed. */
export class Projects {
  readonly #own: Catalogue
  readonly #runsCode: boolean
  readonly #fs: FileSystem
  readonly #onRefusal: (file: string) => void
  readonly #onPresetFile: (file: string) => void
  readonly #refused = new Set<string>()
  readonly #found = new Map<string, string | undefined>()
  readonly #loaded = new Map<string, Promise<Loaded>>()
  #checked = 0

  constructor(own: Catalogue, {runsCode, onRefusal = () => {}, onPresetFile = () => {}, fs = nodeFs}: ProjectsOptions) {
    this.#own = own
    this.#runsCode = runsCode
    this.#onRefusal = onRefusal
    this.#onPresetFile = onPresetFile
    this.#fs = fs
  }

  /** Looks at the disk again before the next answer. */
  forget(): void {
    this.#checked = 0
  }

  /** Never throws: what is wrong with a configuration is told in `problems`, and the defaults are in force. */
  async configOf(path: string | undefined): Promise<FileConfig> {
    if (path === undefined) {
      return {catalogue: this.#own, isPlanPath: false, isIgnored: false, problems: [], isRefused: false}
    }
    await this.#dropChanged()
    const folder = dirname(path)
    const file = this.#configFileFor(folder)
    const key = file ?? `${folder}/`
    let loading = this.#loaded.get(key)
    if (!loading) {
      loading = this.#load(folder, file)
      this.#loaded.set(key, loading)
    }
    const {config, isPlanPath, problems, isRefused} = await loading
    return {
      ...config.settingsOf(path),
      catalogue: config.catalogue,
      isPlanPath: isPlanPath(path),
      isIgnored: config.isIgnored(path),
      ...(file && {file}),
      problems,
      isRefused,
    }
  }

  #configFileFor(folder: string): string | undefined {
    if (!this.#found.has(folder)) this.#found.set(folder, findConfigFile(this.#fs, folder))
    return this.#found.get(folder)
  }

  async #load(folder: string, file: string | undefined): Promise<Loaded> {
    const source = {
      fs: this.#fs,
      cwd: file === undefined ? folder : dirname(file),
      own: this.#own,
      runsCode: this.#runsCode,
      stateOf: (module: string) => stateOf(this.#fs, module),
    }
    let problems: readonly string[] = []
    let isRefused = false
    let config: ProjectConfig
    try {
      config = await loadConfig({...source, ...(file !== undefined && workspaceOf(source, file))}, file ?? false)
    } catch (error) {
      isRefused = error instanceof CodeRefused
      if (error instanceof CodeRefused) this.#tellRefusal(error.file)
      problems = error instanceof Problem ? error.messages : [`the configuration cannot be read: ${String(error)}`]
      config = await loadConfig(source, false)
    }
    for (const read of config.presetFiles.keys()) this.#onPresetFile(read)
    const files = problems.length > 0 ? [] : [...config.files, ...config.presetFiles.keys(), ...(file ? [file] : [])]
    return {
      config,
      isPlanPath: planPathTest(config),
      problems,
      isRefused,
      states: new Map(files.map(name => [name, stateOf(this.#fs, name)])),
    }
  }

  /** An editor that does not tell of changed files must not leave an old configuration in force for long. */
  async #dropChanged(): Promise<void> {
    const now = Date.now()
    if (now - this.#checked < longestTrust) return
    this.#checked = now
    this.#found.clear()
    for (const [key, loading] of this.#loaded) {
      const {states} = await loading
      if (states.size === 0 || [...states].some(([file, state]) => stateOf(this.#fs, file) !== state))
        this.#loaded.delete(key)
    }
  }

  #tellRefusal(file: string): void {
    if (!this.#refused.has(file)) this.#onRefusal(file)
    this.#refused.add(file)
  }
}
