import type {FileSystem} from '../config/file-system.ts'
import type {Workspace} from '../core/workspace.ts'
import type {WorkspaceAddress} from './address.ts'
import {DiskRepository} from './disk-repository.ts'

/** The repositories around plans; plans of the same one share what was found out of it. */
export class Workspaces {
  readonly #fs: FileSystem
  readonly #repositories = new Map<string, DiskRepository>()

  constructor(fs: FileSystem) {
    this.#fs = fs
  }

  at({root, planPath}: WorkspaceAddress): Workspace {
    let repository = this.#repositories.get(root)
    if (!repository) {
      repository = new DiskRepository(this.#fs, root)
      this.#repositories.set(root, repository)
    }
    const shared = repository
    return {
      planPath,
      kindOf: path => shared.kindOf(path),
      read: path => shared.read(path),
      namesIn: folder => shared.namesIn(folder),
      filesEndingIn: tail => shared.filesEndingIn(tail),
      isIgnored: path => shared.isIgnored(path),
      nearestTo: path => shared.nearestTo(path),
      movedTo: path => shared.movedTo(path),
      wasThere: path => shared.wasThere(path, planPath),
      isNew: path => shared.isNew(path),
      shrunkBy: path => shared.shrunkBy(path),
      wasBeforePlan: path => shared.wasBefore(path, planPath),
      changedSincePlan: path => shared.hasChangedSince(path, planPath),
    }
  }
}
