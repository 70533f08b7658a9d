import {loadConfig} from '../../../config/load.ts'
import {CodeRefused} from '../../../config/modules.ts'
import {analyse} from '../../../core/lint.ts'
import type {Check, Fault} from '../check.ts'
import {probe, probePaths} from '../probe.ts'
import type {Surroundings} from '../surroundings.ts'
import {joined, plansAt} from '../words.ts'

export const configuration: Check = {
  name: 'configuration',
  async examine(surroundings) {
    const {config, configProblem, shown} = surroundings
    if (configProblem) {
      const faults = configProblem.messages.map((message): Fault => ({severity: 'error', message}))
      return {summary: 'cannot be read', faults}
    }
    const [file, ...others] = config.files.map(shown)
    if (file === undefined) return {summary: 'none; plans are looked for in the usual places', faults: []}
    const summary = others.length > 0 ? `${file}, with ${joined(others)}` : file
    return {summary, faults: [...silenced(surroundings), ...(await untrusted(surroundings))]}
  },
}

/** Plans for which the configuration leaves no rule that would find anything. */
function silenced(surroundings: Surroundings): Fault[] {
  const {config, plans} = surroundings
  const silent = probePaths(surroundings).filter(file => {
    const {preset = 'auto', rules: settings = {}} = config.settingsOf(file)
    return analyse(probe, {...config.catalogue, preset, settings}).result.findings.length === 0
  })
  if (silent.length === 0) return []
  return [
    {
      severity: silent.length >= plans.files.length ? 'error' : 'warning',
      message: `the rules are off for ${plansAt(silent.map(surroundings.shown), surroundings)}`,
      advice: 'look for "off" under "rules" and "overrides"',
    },
  ]
}

/** Editors run nothing of a folder that they are not told to trust. */
async function untrusted({world: {fs, cwd}, config, catalogue, shown}: Surroundings): Promise<Fault[]> {
  const [file] = config.files
  if (file === undefined) return []
  try {
    await loadConfig({fs, cwd, own: catalogue, runsCode: false}, file)
    return []
  } catch (error) {
    if (!(error instanceof CodeRefused)) throw error
    const what =
      error.file.endsWith('.json') || error.file.endsWith('.jsonc') ? 'names plugins, which are code' : 'is code'
    return [
      {
        severity: 'warning',
        message: `${shown(error.file)} ${what}: editors leave it aside until they are told that the folder is trusted`,
        advice: 'set "trusted" in the editor, as docs/editors.md says; VS Code asks by itself',
      },
    ]
  }
}
