import {join} from 'node:path'
import {dependsOn} from '../../packages.ts'
import type {Check, Fault} from '../check.ts'
import type {Surroundings} from '../surroundings.ts'

const install = 'npm install --save-dev plan-lint'

export const planLint: Check = {
  name: 'plan-lint',
  async examine(surroundings) {
    const {own, installed} = surroundings
    const isOwn = installed?.folder === own.folder
    return {
      summary: `${own.version}, ${isOwn ? '' : 'not '}the one in this project`,
      faults: [...manifestFaults(surroundings), ...(isOwn ? [] : otherFaults(surroundings))],
    }
  },
}

/** What npm cannot read either, where all else is looked up. */
function manifestFaults({world: {fs}, root, shown}: Surroundings): Fault[] {
  const file = join(root, 'package.json')
  if (!fs.existsSync(file)) return []
  try {
    JSON.parse(fs.readFileSync(file, 'utf8'))
    return []
  } catch {
    return [
      {severity: 'error', message: `${shown(file)} is no JSON`, advice: 'mend it; "npm pkg get name" reads it, too'},
    ]
  }
}

/** Hosts and editors get what is installed in the project, whatever else is on the machine. */
function otherFaults({own, installed, manifest}: Surroundings): Fault[] {
  if (installed === null) {
    const isAsked = dependsOn(manifest, 'plan-lint')
    const message = isAsked
      ? 'package.json asks for plan-lint, but it is not installed'
      : 'it is not installed in this project, where editors, hooks and other linters look for it'
    return [{severity: 'warning', message, advice: isAsked ? 'npm install' : install}]
  }
  if (installed.version === own.version) return []
  return [
    {
      severity: 'warning',
      message: `this is ${own.version}, but the project has ${installed.version}, which its editors, hooks and other linters run`,
      advice: `run the one of the project, with "npx plan-lint", or make them one: ${install}@${own.version}`,
    },
  ]
}
