import nodeFs from 'node:fs'
import {dirname} from 'node:path'
import type {Workspace} from '../../core/workspace.ts'
import {Addresses, type WorkspaceAddress} from '../../repository/address.ts'
import {type Asked, noted, stillSays} from '../../repository/asked.ts'
import {Workspaces} from '../../repository/workspaces.ts'

/** What one run over a document may ask of the repository around it, and what it has asked. */
export interface Surroundings {
  address: WorkspaceAddress
  workspace: Workspace
  asked(): readonly Asked[]
}

/** The repositories around open documents, as they were when they were looked at last. */
export class RepositoriesAround {
  #workspaces = new Workspaces(nodeFs)

  /** What is around the file `path`, whose configuration is `configFile`; null where that is nothing. */
  around(path: string | undefined, configFile: string | undefined): Surroundings | null {
    const project = configFile === undefined ? null : dirname(configFile)
    const address = path === undefined ? null : new Addresses(nodeFs, project).of(path)
    return address && {address, ...noted(this.#workspaces.at(address))}
  }

  /** Has the disk looked at again. */
  forget(): void {
    this.#workspaces = new Workspaces(nodeFs)
  }

  /** Whether a run in `surroundings` would be given the answers again that it was given. */
  stillAnswer(surroundings: Surroundings | null): boolean {
    return surroundings === null || stillSays(this.#workspaces.at(surroundings.address), surroundings.asked())
  }
}
