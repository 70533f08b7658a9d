import nodeFs from 'node:fs'
import {Workspaces} from '../../repository/workspaces.ts'
import type {Answer} from '../known-results.ts'
import {linterFor} from '../lint-text.ts'
import {ownCatalogue} from '../own-catalogue.ts'
import type {Task} from './pool.ts'

/** What this thread has found out of the repositories of the run. */
const workspaces = new Workspaces(nodeFs)

/** Lints the text of a task with the rules and presets of plan-lint; undefined where one breaks down. */
export async function answerTo({text, preset, settings, address, ...wants}: Task): Promise<Answer | undefined> {
  try {
    const options = {...(await ownCatalogue()), preset, settings, ...(address && {workspace: workspaces.at(address)})}
    const lint = await linterFor(text, options, wants)
    return lint(text)
  } catch {
    // Whoever asked finds the same fault, and knows how to tell it.
    return undefined
  }
}
