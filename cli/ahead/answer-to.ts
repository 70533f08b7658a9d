import nodeFs from 'node:fs'
import {type Catalogue, withPlugins} from '../../core/plugin.ts'
import type {Preset} from '../../core/preset.ts'
import {Workspaces} from '../../repository/workspaces.ts'
import type {Answer} from '../known-results.ts'
import {linterFor} from '../lint-text.ts'
import {ownCatalogue} from '../own-catalogue.ts'
import type {Task} from './pool.ts'

/** What this thread has found out of the repositories of the run. */
const workspaces = new Workspaces(nodeFs)

/** The rules and presets of plan-lint, and with them the same presets at each call. */
let catalogue: Promise<Catalogue> | undefined

async function catalogueWith(presets: readonly Preset[]): Promise<Catalogue> {
  return withPlugins(await ownCatalogue(), presets.length > 0 ? [{presets}] : [])
}

/** Lints the text of a task with the rules and presets of plan-lint, and with `presets`; undefined where one breaks down. */
export async function answerTo(
  {text, preset, settings, address, ...wants}: Task,
  presets: readonly Preset[],
): Promise<Answer | undefined> {
  try {
    catalogue ??= catalogueWith(presets)
    const options = {...(await catalogue), preset, settings, ...(address && {workspace: workspaces.at(address)})}
    const lint = await linterFor(text, options, wants)
    return lint(text)
  } catch {
    // Whoever asked finds the same fault, and knows how to tell it.
    return undefined
  }
}
