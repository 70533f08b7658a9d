import {createHash} from 'node:crypto'
import type {Workspace} from '../core/workspace.ts'

type Inquiry = Exclude<keyof Workspace, 'planPath'>

/** A question that was put to a workspace, and a mark of the answer. */
export type Asked = readonly [inquiry: Inquiry | 'planPath', about: string, answer: string]

/** `workspace`, and all that it is asked for; a question that is put twice is noted once. */
export function noted(workspace: Workspace): {workspace: Workspace; asked(): Asked[]} {
  const asked = new Map<string, Asked>()
  const noting =
    <T>(inquiry: Inquiry, answer: (path: string) => T) =>
    (path: string): T => {
      const given = answer(path)
      const key = `${inquiry} ${path}`
      if (!asked.has(key)) asked.set(key, [inquiry, path, markOf(given)])
      return given
    }
  return {
    workspace: {
      planPath: workspace.planPath,
      kindOf: noting('kindOf', path => workspace.kindOf(path)),
      read: noting('read', path => workspace.read(path)),
      namesIn: noting('namesIn', path => workspace.namesIn(path)),
      filesEndingIn: noting('filesEndingIn', path => workspace.filesEndingIn(path)),
      isIgnored: noting('isIgnored', path => workspace.isIgnored(path)),
      nearestTo: noting('nearestTo', path => workspace.nearestTo(path)),
      movedTo: noting('movedTo', path => workspace.movedTo(path)),
      wasThere: noting('wasThere', path => workspace.wasThere(path)),
      isNew: noting('isNew', path => workspace.isNew(path)),
      shrunkBy: noting('shrunkBy', path => workspace.shrunkBy(path)),
      wasBeforePlan: noting('wasBeforePlan', path => workspace.wasBeforePlan(path)),
      changedSincePlan: noting('changedSincePlan', path => workspace.changedSincePlan(path)),
    },
    asked: () => (asked.size === 0 ? [] : [['planPath', '', workspace.planPath], ...asked.values()]),
  }
}

/** Whether `workspace` still gives the answers that were given. */
export function stillSays(workspace: Workspace, asked: readonly Asked[]): boolean {
  return asked.every(([inquiry, about, answer]) =>
    inquiry === 'planPath' ? workspace.planPath === answer : markOf(workspace[inquiry](about)) === answer,
  )
}

/** Tells one answer from another; short, also of a long text. */
function markOf(answer: unknown): string {
  const json = JSON.stringify(answer)
  return json.length <= 64 ? json : createHash('sha256').update(json).digest('base64')
}
