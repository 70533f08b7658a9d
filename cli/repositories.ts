import type {FileSystem} from '../config/file-system.ts'
import type {ProjectSettings} from '../config/load.ts'
import type {Workspace} from '../core/workspace.ts'
import {Addresses, type WorkspaceAddress} from '../repository/address.ts'
import type {Workspaces} from '../repository/workspaces.ts'

/** The repositories around the plans of a run; nothing is looked at in them before a plan is linted. */
export class Repositories {
  readonly #fs: FileSystem
  readonly #addresses: Addresses | null
  #workspaces: Promise<Workspaces> | undefined

  /**
   * Without git a plan stands in the project of `config`, if that is configured. Null is for texts that stand nowhere.
   */
  constructor(fs: FileSystem, config: Pick<ProjectSettings, 'root' | 'files'> | null) {
    this.#fs = fs
    this.#addresses = config && new Addresses(fs, config.files.length > 0 ? config.root : null)
  }

  /** Where `file` (absolute) stands; null where that is in none. */
  addressOf(file: string): WorkspaceAddress | null {
    return this.#addresses?.of(file) ?? null
  }

  /** What rules look at in a plan with this address, as an option for the engine. */
  async lintOption(address: WorkspaceAddress | null): Promise<{workspace?: Workspace}> {
    return address === null ? {} : {workspace: (await this.workspaces()).at(address)}
  }

  workspaces(): Promise<Workspaces> {
    this.#workspaces ??= import('../repository/workspaces.ts').then(({Workspaces}) => new Workspaces(this.#fs))
    return this.#workspaces
  }
}
